"""The whole opinion as a report, in Markdown, HTML or Word: every link with its evidence in a footnote."""

from .contents import report
from .model import Report
from .write import FORMATS, form_of, write

__all__ = ["FORMATS", "Report", "form_of", "report", "write"]
