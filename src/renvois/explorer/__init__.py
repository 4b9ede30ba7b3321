"""The explorer: one self-contained HTML page per opinion, with its text, its lanes and the words that prove each link."""

from .page import page, write_page

__all__ = ["page", "write_page"]
