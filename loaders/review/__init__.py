"""A jurist's review: a YAML file beside the document that confirms, refuses, corrects or adds links, and is never lost."""

from .apply import reviewed, told_unmatched, unmatched
from .entries import Entry, read_review, review_path
from .template import template
from .uncertain import Doubt, uncertain

__all__ = ["Doubt", "Entry", "read_review", "review_path", "reviewed", "template", "told_unmatched", "uncertain", "unmatched"]
