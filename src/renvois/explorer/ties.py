"""How a recommendation is tied to sources and institutions, in the order in which they are shown."""

from __future__ import annotations

GRADES = ("A", "B", "X", "C")
ROLES = ("ADDRESSED_TO", "ASSIGNS", "INVOLVES", "BENEFITS")
