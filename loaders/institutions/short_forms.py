"""Short forms: "la Commission" for the issuing body, "cette mission" for the one just named, an office by its holder's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ...graph.identifiers import fold
from .gazetteer import Gazetteer
from .matcher import matcher
from .model import Found, Institution
from .tokens import Tokens

# Verbs by which an issuing body speaks in its own name.
SPEAKS = re.compile(r"\s+(?:recommande|rappelle|invite|appelle|préconise|estime|considère|constate|demande|souligne|décide)\b")
_DEFINITE = re.compile(r"\b(?:[Ll]a\s|[Ll]e\s|[Dd]u\s|[Aa]u\s|[Ll]['’])((?:[Hh]aute?\s)?[^\W\d_]+)")
_HEADS_OF_MINISTRIES = ("ministere", "ministre")
_DEMONSTRATIVE = re.compile(r"\b(?:[Cc]et|[Cc]ette|[Cc]e|[Cc]es)\s+([^\W\d_]+)")
# After these words a capitalised head begins another name ("la Commission européenne", "la Cour des comptes").
_NAME_GOES_ON = re.compile(r"\s+(?:[A-ZÀ-ÖØ-Þ]|(?:de|du|des|pour|contre|aux?)\b|[dl]['’]|\w+(?:aire|ale|al|elle|enne|ive)\b)")
_PERSON = r"[A-ZÀ-ÖØ-Þ][\w’-]+(?: [A-ZÀ-ÖØ-Þ][\w’-]+)+"
_HOLDER_AFTER = re.compile(rf",\s+(?:M\.|Mme|Monsieur|Madame)?\s*({_PERSON}),")
_HOLDER_BEFORE = re.compile(rf"(?:M\.|Mme|Monsieur|Madame)\s+({_PERSON}),\s+(?:l[ea] |l['’])?$")


def issuer_of(authority: str | None, texts: Sequence[str], named: Sequence[Sequence[Found]], gazetteer: Gazetteer) -> Institution | None:
    """The body that issues the document: the one its front matter names, else the one that most often speaks in it."""
    if authority:
        tokens = Tokens.of(authority)
        for candidate in matcher(gazetteer).candidates(tokens):
            if candidate.institution and candidate.institution.named:
                return candidate.institution
    speakers = Counter(
        f.institution.id
        for text, found in zip(texts, named, strict=True)
        for f in found
        if SPEAKS.match(text, f.end) and f.institution.named
    )
    best = speakers.most_common(1)
    bodies = {f.institution.id: f.institution for found in named for f in found}
    return bodies[best[0][0]] if best else None


def short_forms(
    texts: Sequence[str], named: Sequence[Sequence[Found]], issuer: Institution | None, own: dict[str, Institution]
) -> list[list[Found]]:
    """The bodies found, text by text, with the short forms that the document's own names allow added, in order."""
    holders = _holders(texts, named)
    heads = _heads(named, issuer)
    result = []
    for text, found in zip(texts, named, strict=True):
        extra = [*_own(text, own), *_holder_names(text, holders), *_shortened(text, found, heads, issuer)]
        extra = [e for e in extra if not any(e.start < f.end and f.start < e.end and f.institution.kind != "organe" for f in found)]
        known = sorted([*found, *extra], key=lambda f: (f.start, -f.end))
        again = list(_demonstratives(text, known))
        known = [f for f in known if not any(a.start <= f.start and f.end <= a.end for a in again)]
        result.append(sorted([*known, *again], key=lambda f: (f.start, -f.end)))
    return result


def _own(text: str, own: dict[str, Institution]) -> Iterator[Found]:
    for phrase, body in own.items():
        yield from (Found(m.start(), m.end(), body, "short") for m in re.finditer(rf"\b{re.escape(phrase)}\b", text))


def _holders(texts: Sequence[str], named: Sequence[Sequence[Found]]) -> dict[str, Institution]:
    """The persons that the document says hold an office: "le secrétaire d’État chargé de …, Prénom Nom,"."""
    holders: dict[str, Institution] = {}
    for text, found in zip(texts, named, strict=True):
        for f in found:
            if f.institution.kind == "ministère":
                after, before = _HOLDER_AFTER.match(text, f.end), _HOLDER_BEFORE.search(text[max(0, f.start - 80) : f.start])
                for person in (after, before):
                    if person:
                        holders.setdefault(person[1], f.institution)
    return holders


def _holder_names(text: str, holders: dict[str, Institution]) -> Iterator[Found]:
    for person, body in holders.items():
        yield from (Found(m.start(), m.end(), body, "alias") for m in re.finditer(rf"\b{re.escape(person)}\b", text))


def _heads(named: Sequence[Sequence[Found]], issuer: Institution | None) -> dict[str, list[Institution]]:
    """The bodies of the document by what stands for their name: "Commission", "Haute Autorité", "ministère"."""
    bodies = {f.institution.id: f.institution for found in named for f in found if f.institution.named}
    if issuer:
        bodies[issuer.id] = issuer
    heads: dict[str, list[Institution]] = {}
    for body in bodies.values():
        for head in _HEADS_OF_MINISTRIES if body.kind == "ministère" else (_head(body.name),):
            if head:
                heads.setdefault(fold(head), []).append(body)
    return heads


def _head(name: str) -> str | None:
    """The first word of a name of several, in capitals; with the second after "Haut(e)", which alone says nothing."""
    words = name.split()
    count = 2 if fold(words[0]) in ("haut", "haute") else 1
    if len(words) <= count or not words[0].isalpha() or not words[0][0].isupper() or words[0].isupper():
        return None
    return " ".join(words[:count])


def _shortened(text: str, found: Sequence[Found], heads: dict[str, list[Institution]], issuer: Institution | None) -> Iterator[Found]:
    for match in _DEFINITE.finditer(text):
        bodies = heads.get(fold(match[1]), [])
        # In small letters only two words ("la haute autorité") or an office ("le ministère") still point to one body.
        if not bodies or not (match[1][0].isupper() or " " in match[1] or fold(match[1]) in _HEADS_OF_MINISTRIES):
            continue
        if not _NAME_GOES_ON.match(text, match.end()) and (body := _meant(match, found, bodies, issuer)):
            yield Found(match.start(1), match.end(1), body, "short")


def _meant(match: re.Match[str], found: Sequence[Found], bodies: list[Institution], issuer: Institution | None) -> Institution | None:
    """The last of these bodies named before in this text; else the issuer; else the only one of the document."""
    before = [f.institution for f in found if f.end <= match.start() and f.institution in bodies and f.institution != issuer]
    if issuer in bodies:
        return issuer
    if before:
        return before[-1]
    return bodies[0] if len(bodies) == 1 else None


def _demonstratives(text: str, known: Sequence[Found]) -> Iterator[Found]:
    """ "cette mission": the body named before in the same text whose name begins with that noun; "ces professionnels"."""
    for match in _DEMONSTRATIVE.finditer(text):
        noun = fold(match[1]).removesuffix("s")
        for f in reversed(known):
            itself = (f.start, f.end) == match.span(1)
            if itself or (f.end <= match.start() and fold(f.institution.name).split()[0].removesuffix("s") == noun):
                yield Found(match.start(), match.end(), f.institution, "short")
                break
