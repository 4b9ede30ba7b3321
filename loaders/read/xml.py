"""Parsing XML that others wrote: no entities, no network, no DTD, bounded size."""

from __future__ import annotations

from typing import Any

from ...graph.errors import InputError


def parse_xml(where: str, data: bytes) -> Any:
    """The root element (lxml). Raises InputError for what is not well formed or declares entities, with line and column."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise InputError(f"The XML is damaged or cut: {_reason(error)}.", where=where, cure="Download it again.") from None
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(dtd.iterentities(), None) is not None:
        what = "The XML declares entities of its own: they can hide files or fill the memory, and Renvois reads none."
        raise InputError(what, where=where, cure="Give the file as its publisher issued it.")
    return root


def _reason(error: Exception) -> str:
    position = getattr(error, "position", None)
    reason = str(error).split(", line ")[0]
    return f"{reason} (line {position[0]}, column {position[1]})" if position else reason
