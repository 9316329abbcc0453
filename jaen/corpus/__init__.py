"""Many articles: batches over processes, each article on its own."""

from jaen.corpus.batch import process
from jaen.corpus.job import Failure, Recipe
from jaen.corpus.journal import Journal

__all__ = ["Failure", "Journal", "Recipe", "process"]
