"""A report as one HTML page that asks nothing of any server: styles inside it, no script, whatever the document holds shown as text."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from markupsafe import Markup

from .model import Bullets, Grid, Heading, Paragraph, Report


def to_html(report: Report) -> str:
    """The page; its policy allows nothing but its own style."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    style = _asset("report.css")
    environment = Environment(
        autoescape=True, loader=FunctionLoader(_asset), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    headings = [(f"h{i}", block) for i, block in enumerate(report.blocks) if isinstance(block, Heading)]
    return environment.get_template("report.html.j2").render(
        report=report,
        style=Markup(style),  # noqa: S704 - our own file
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        blocks=[(f"h{i}", _kind(block), block) for i, block in enumerate(report.blocks)],
        contents=[(anchor, heading) for anchor, heading in headings if heading.level <= 2],
    )


def _kind(block: object) -> str:
    return {Heading: "heading", Paragraph: "paragraph", Bullets: "bullets", Grid: "grid"}[type(block)]


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
