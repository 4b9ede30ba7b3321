"""Reading the fields of a header: each by its type, or an error that names its line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ..graph.bilingual import Bilingual
from .header import Header

NOUNS = {str: "text", int: "whole number", bool: "true or false"}


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping in the YAML of a header, and the path to it, e.g. ('params', 'article'). Every method raises QueryError at its line."""

    header: Header
    path: tuple[str, ...]
    values: Mapping[str, object]

    @property
    def name(self) -> str:
        return self.path[-1]

    def expect(self, true: bool, what: str, cure: str, *names: str) -> None:
        """Raises, at the field `names` inside this one, unless `true`."""
        if not true:
            raise self.header.error((*self.path, *names), what, cure)

    def only(self, known: Iterable[str]) -> None:
        """Refuses fields that are not known here."""
        for name in self.values:
            self.expect(name in known, f"The field {name!r} is unknown here.", f"Known: {', '.join(known)}.", name)

    def one_of(self, name: str, choices: Collection[str], what: str) -> str:
        """A field that must be one of some words."""
        value = self.values.get(name)
        self.expect(value in choices, f"{what} {value!r}.", f"Use one of {', '.join(choices)}.", name)
        return str(value)

    def typed[T: (str, int, bool)](self, name: str, kind: type[T]) -> T | None:
        """A text, number or boolean; None where the field is absent."""
        value = self.values.get(name)
        if value is None or type(value) is kind:
            return value
        raise self.header.error((*self.path, name), f"{name} is no {NOUNS[kind]}.", "Mend it; quote texts.")

    def words(self, name: str) -> tuple[str, ...]:
        """A list of texts; empty where the field is absent."""
        value = self.values.get(name) or []
        listed = isinstance(value, list) and all(isinstance(item, str) for item in value)
        self.expect(listed, f"{name} is no list of words.", f"Write {name}: [one, two].", name)
        return tuple(value) if isinstance(value, list) else ()

    def bilingual(self, *names: str) -> Bilingual:
        """Words in both languages, here or in the field `names`."""
        words = self.inner(names[0]).values if names else self.values
        said = {lang: words.get(lang) for lang in ("fr", "en")}
        for lang, text in said.items():
            place = ".".join((*self.path, *names))
            self.expect(isinstance(text, str) and bool(text.strip()), f"{place} has no words in {lang}.", f"Add {lang}: ….", *names)
        return Bilingual(str(said["fr"]), str(said["en"]))

    def inner(self, name: str) -> Fields:
        """The mapping in a field; empty where the field is absent."""
        value = self.values.get(name) or {}
        named = isinstance(value, dict) and all(isinstance(key, str) for key in value)
        self.expect(named, f"{name} does not map names to values.", "Write name: value.", name)
        return Fields(self.header, (*self.path, name), value if isinstance(value, dict) else {})

    def each(self) -> tuple[Fields, ...]:
        """The mappings this one holds, in order."""
        return tuple(self.inner(name) for name in self.values)
