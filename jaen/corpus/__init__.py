"""Many articles: batches over processes, each article on its own."""

from jaen.corpus.batch import process
from jaen.corpus.job import Failure, Recipe

__all__ = ["Failure", "Recipe", "process"]
