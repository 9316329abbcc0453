"""The report a person reads: one HTML file that needs nothing else."""

from jaen.writing.html.document import write_html

__all__ = ["write_html"]
