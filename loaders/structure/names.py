"""Names that must differ: the second "n1" is "n1-2"."""

from __future__ import annotations


class Names:
    """Gives each name once; in constant time however often one comes again."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._copies: dict[str, int] = {}

    def unique(self, name: str) -> str:
        """The name, or the first free one after it: "r5", "r5-2", "r5-3"; a mark after @ stays last ("r5-2@annexe")."""
        stem, at, tail = name.partition("@")
        result = name
        while result in self._taken:
            self._copies[name] = self._copies.get(name, 1) + 1
            result = f"{stem}-{self._copies[name]}{at}{tail}"
        self._taken.add(result)
        return result
