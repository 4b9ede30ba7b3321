"""The explorer: one self-contained page per opinion, with its text, its lanes and the words of each link; an index for several."""

from .page import page, write_page
from .site import write_site

__all__ = ["page", "write_page", "write_site"]
