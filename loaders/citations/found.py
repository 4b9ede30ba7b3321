"""What the resolving steps hand to one another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..document import Document, Unit
from .model import Mention, Reference


@dataclass(frozen=True, slots=True)
class Found:
    """A mention, the unit it stands in, and the reference as far as it is resolved."""

    mention: Mention
    unit: Unit
    reference: Reference


# A step gets every mention of the document, unit by unit in reading order, and returns as many in the same order.
type Resolver = Callable[[Document, tuple[Found, ...]], tuple[Found, ...]]
