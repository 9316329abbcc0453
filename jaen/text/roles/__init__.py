"""What each line of an already scraped page is, and the facts about the article that the page states."""

from jaen.text.roles.label import label_roles
from jaen.text.roles.metadata import find_metadata

__all__ = ["find_metadata", "label_roles"]
