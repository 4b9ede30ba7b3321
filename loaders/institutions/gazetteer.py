"""The gazetteer: the bodies Renvois knows and every form that names them, read from YAML files a jurist can extend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

from ...graph.errors import InputError
from .forms import phrases
from .model import Institution

type Condition = Literal["listed", "glossed", "own"]

GAZETTEER = Path(__file__).with_name("gazetteer.yaml")
# How a minister is named in front of a portfolio ("de l’Intérieur"); usage of the decrees on the composition of the Government.
OFFICES = (
    "ministère(s) [chargé(s)]",
    "ministre(s) [délégué(e)|d’État|] [chargé(e)]",
    "secrétariat(s) d’État [chargé]",
    "secrétaire(s) d’État [chargé(e)]",
)
WRITTEN_AS_WORD = 4
_LISTS = ("aliases", "exact", "collective", "listed", "glossed", "own", "portfolios")
_TEXTS = ("id", "name", "acronym", "kind", "parent")


@dataclass(frozen=True, slots=True)
class Form:
    """A phrase that names a body (`institution` is None: it looks like one but names none).

    `before` and `after` are the words of context around the named part; `exact` forms are matched with their case;
    `condition` says where the phrase counts at all.
    """

    phrase: str
    institution: Institution | None
    before: str = ""
    after: str = ""
    exact: bool = False
    condition: Condition | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """`institutions`, `forms` and `portfolios` in the order of the files. Equal only to itself, so that it can be a key."""

    institutions: tuple[Institution, ...]
    forms: tuple[Form, ...]
    portfolios: tuple[tuple[str, Institution], ...]

    @classmethod
    def load(cls, *paths: Path) -> Gazetteer:
        """The shipped gazetteer with the user's files added; a body of the same id is replaced by the later one.

        InputError names the file and entry that is malformed, repeated in one file, or has an unknown parent.
        """
        return _load(paths) if paths else _shipped()

    def by_acronym(self, acronym: str) -> Institution | None:
        """The body with this acronym, as written; None if none has it."""
        return next((body for body in self.institutions if body.acronym == acronym), None)


@cache
def _shipped() -> Gazetteer:
    return _load(())


def _load(paths: tuple[Path, ...]) -> Gazetteer:
    entries: dict[str, tuple[Mapping[str, Any], str]] = {}
    decoys: list[tuple[str, str]] = []
    for path in (GAZETTEER, *paths):
        data = _read(path)
        entries.update(_entries(data, str(path)))
        decoys += [(str(form), str(path)) for form in data.get("not_bodies") or ()]
    bodies = {f"inst:{key}": _institution(entry) for key, (entry, _) in entries.items()}
    for key, (entry, where) in entries.items():
        if entry.get("parent") and f"inst:{entry['parent']}" not in bodies:
            raise InputError(f"The parent {entry['parent']!r} of {key} is unknown.", where=where, cure="Add it, or mend its id.")
    forms = [form for key, (entry, where) in entries.items() for form in _forms(entry, bodies[f"inst:{key}"], where)]
    forms += [Form(phrase, None) for form, where in decoys for phrase in phrases(form, where)]
    portfolios = [
        (p, bodies[f"inst:{key}"])
        for key, (entry, where) in entries.items()
        for text in entry.get("portfolios", ())
        for p in phrases(text, where)
    ]
    return Gazetteer(tuple(bodies.values()), tuple(forms), tuple(portfolios))


def _read(path: Path) -> Mapping[str, Any]:
    import yaml

    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"The gazetteer cannot be read: {error}.", where=str(path), cure="Give a UTF-8 YAML file.") from error
    except yaml.YAMLError as error:
        raise InputError(f"The gazetteer is not YAML: {error}.", where=str(path), cure="Mend the line it names.") from error
    if not isinstance(data, Mapping) or not isinstance(data.get("institutions"), list):
        raise InputError("The gazetteer has no list 'institutions'.", where=str(path), cure="See the head of gazetteer.yaml.")
    return data


def _entries(data: Mapping[str, Any], where: str) -> dict[str, tuple[Mapping[str, Any], str]]:
    entries: dict[str, tuple[Mapping[str, Any], str]] = {}
    for entry in data["institutions"]:
        if not isinstance(entry, Mapping) or not entry.get("id") or not entry.get("name"):
            raise InputError(f"The entry {entry!r} lacks an id or a name.", where=where, cure="Give both.")
        unknown = sorted(set(entry) - {*_LISTS, *_TEXTS, "named"})
        if unknown or any(not isinstance(entry[key], list) for key in _LISTS if key in entry):
            cure = f"Use {', '.join((*_TEXTS, 'named', *_LISTS))}; the last {len(_LISTS)} are lists."
            raise InputError(f"{entry['id']} is malformed{': ' + ', '.join(unknown) if unknown else ''}.", where=where, cure=cure)
        if str(entry["id"]) in entries:
            raise InputError(f"{entry['id']} stands twice.", where=where, cure="Keep one.")
        entries[str(entry["id"])] = (entry, where)
    return entries


def _institution(entry: Mapping[str, Any]) -> Institution:
    plain = [str(a) for key in ("aliases", "exact") for a in entry.get(key, ()) if not set("[({") & set(str(a))]
    return Institution(
        id=f"inst:{entry['id']}",
        name=str(entry["name"]),
        acronym=entry.get("acronym"),
        aliases=tuple(dict.fromkeys(plain)),
        kind=entry.get("kind"),
        named=bool(entry.get("named", True)),
        parent=f"inst:{entry['parent']}" if entry.get("parent") else None,
    )


def _forms(entry: Mapping[str, Any], body: Institution, where: str) -> Iterable[Form]:
    # The name of a generic body is only a label; one of a single word or all in capitals is matched as written ("État", "ARTICLE 19").
    collective = [phrase for text in entry.get("collective", ()) for phrase in phrases(text, where)]
    yield from (_form(phrase, replace(body, named=False)) for phrase in collective)
    if body.named and body.name not in collective:
        single = " " not in body.name and body.name != body.name.lower()
        yield Form(body.name, body, exact=single or body.name.isupper())
    if body.acronym:
        yield Form(body.acronym, body, exact=True)
        # Long acronyms are also written as words: "Ofpra".
        if body.acronym.isupper() and len(body.acronym) >= WRITTEN_AS_WORD:
            yield Form(body.acronym.capitalize(), body, exact=True)
    for text in entry.get("aliases", ()):
        yield from (_form(phrase, body, exact=_is_acronym(phrase)) for phrase in phrases(text, where))
    yield from (_form(phrase, body, exact=True) for text in entry.get("exact", ()) for phrase in phrases(text, where))
    conditions: tuple[Condition, ...] = ("listed", "glossed", "own")
    for condition in conditions:
        for text in entry.get(condition, ()):
            yield from (_form(phrase, body, condition=condition) for phrase in phrases(text, where))
    for text in entry.get("portfolios", ()):
        charges = [charge for p in phrases(text, where) for charge in (p, _entrusted(p))]
        yield from (_form(f"{office} {p}", body) for p in charges for form in OFFICES for office in phrases(form, where))


def _entrusted(portfolio: str) -> str:
    """The portfolio after "à": "des droits des femmes" is also "aux droits des femmes"."""
    return re.sub(r"^(?:de |du |des )", lambda m: {"de ": "à ", "du ": "au ", "des ": "aux "}[m[0]], portfolio)


def _form(phrase: str, body: Institution, *, exact: bool = False, condition: Condition | None = None) -> Form:
    before, _, rest = phrase.partition("{")
    if not rest:
        return Form(phrase, body, exact=exact, condition=condition)
    named, _, after = rest.partition("}")
    return Form(before + named + after, body, before, after, exact, condition)


def _is_acronym(phrase: str) -> bool:
    """An alias in capitals (or with none but its first small letters, 'HCEfh') is matched with its case."""
    return " " not in phrase and sum(c.isupper() for c in phrase) >= 2
