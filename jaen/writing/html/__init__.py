"""The report a person reads: one HTML page that needs nothing else.

`write_html` is for articles, `write_pair_html` for a text with its translation, `write_comparison_html` for several
articles against each other (`ComparisonPage` where reports pass by only once). The values that a page shows are made first (`views.py`); templates only set them.
"""

from jaen.writing.html.comparison import ComparisonPage, write_comparison_html
from jaen.writing.html.document import write_html
from jaen.writing.html.pair import write_pair_html

__all__ = ["ComparisonPage", "write_comparison_html", "write_html", "write_pair_html"]
