"""Short forms: "la Commission" for the issuing body, "cette mission" for the one just named, an office by its holder's name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from ...graph.identifiers import fold
from .gazetteer import Gazetteer
from .matcher import candidates, matcher
from .model import Found, Institution
from .spans import Spans
from .tokens import Tokens, folded_word

# Verbs by which an issuing body speaks in its own name.
SPEAKS = re.compile(
    r"\s+(?:recommande|rappelle|invite|appelle|préconise|estime|considère|constate|demande|souligne|décide|souhaite|réitère|insiste|encourage"
    r"|exhorte|prend acte|propose|suggère|relève|regrette|salue|observe)\b"
)
# Those that an author alone uses, of what it asks and of what it finds; anyone "souhaite", "propose", "décide" or "relève" of someone.
ASKS = re.compile(r"recommande|préconise|invite|exhorte|encourage|réitère|appelle")
STATES = re.compile(r"rappelle|estime|considère|constate|souligne|insiste|regrette|salue|observe")
_DEFINITE = re.compile(r"\b(?:[Ll]a\s|[Ll]e\s|[Dd]u\s|[Aa]u\s|[Ll]['’])((?:[Hh]aute?\s)?[^\W\d_]+)")
_HEADS_OF_MINISTRIES = ("ministere", "ministre")
_DEMONSTRATIVE = re.compile(r"\b(?:[Cc]et|[Cc]ette|[Cc]e|[Cc]es)\s+([^\W\d_]+)")
# After these words a capitalised head begins another name ("la Commission européenne", "la Cour des comptes").
_ADJECTIVE = (
    r"(?:inter)?(?:nation|département|région|fédér|centr|génér|loc|spéci|pén|mondi|municip|territori|commun|soci|judici|milit)(?:ale?|aire)"
    r"|européenne?|(?:inter)?ministériel(?:le)?|constitutionnel(?:le)?|consultati(?:f|ve)|administrati(?:f|ve)|parlementaire|disciplinaire"
    r"|permanente?|suprême|supérieure?|plénière|indépendante?|mixte|paritaire|économique|scientifique|technique"
)
_NAME_GOES_ON = re.compile(rf"\s+(?:[A-ZÀ-ÖØ-Þ]|(?:de|du|des|pour|contre|aux?)\b|[dl]['’]|(?:{_ADJECTIVE})\b)")
_PERSON = r"[A-ZÀ-ÖØ-Þ][\w’-]+(?: [A-ZÀ-ÖØ-Þ][\w’-]+)+"
_HOLDER_AFTER = re.compile(rf",\s+(?:M\.|Mme|Monsieur|Madame)?\s*({_PERSON}),")
_HOLDER_BEFORE = re.compile(rf"(?:M\.|Mme|Monsieur|Madame)\s+({_PERSON}),\s+(?:l[ea] |l['’])?$")


def issuer_of(authority: str | None, texts: Sequence[str], named: Sequence[Sequence[Found]], gazetteer: Gazetteer) -> Institution | None:
    """The body that issues the document: the one its front matter names, else the one that most often speaks in it."""
    if authority:
        tokens = Tokens.of(authority)
        for candidate in candidates(tokens, (matcher(gazetteer),)):
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
    return [
        _with_short_forms(text, found, [*_own(text, own), *_holder_names(text, holders), *_shortened(text, found, heads, issuer)])
        for text, found in zip(texts, named, strict=True)
    ]


def _with_short_forms(text: str, found: Sequence[Found], extra: Sequence[Found]) -> list[Found]:
    # A working group may be named after a person: that name stands inside its own.
    taken = Spans((f.start, f.end) for f in found if f.institution.kind != "organe")
    known = [*found, *(e for e in extra if not taken.meet(e.start, e.end))]
    again = list(_demonstratives(text, known))
    covered = Spans((a.start, a.end) for a in again)
    kept = [f for f in known if not covered.hold(f.start, f.end)]
    return sorted([*kept, *again], key=lambda f: (f.start, -f.end))


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
    ends = _last_mentions(found)
    for match in _DEFINITE.finditer(text):
        head = folded_word(match[1])
        bodies = heads.get(head, [])
        # In small letters only two words ("la haute autorité") or an office ("le ministère") still point to one body.
        if not bodies or not (match[1][0].isupper() or " " in match[1] or head in _HEADS_OF_MINISTRIES):
            continue
        if not _NAME_GOES_ON.match(text, match.end()) and (body := _meant(match.start(), ends, bodies, issuer)):
            yield Found(match.start(1), match.end(1), body, "short")


def _last_mentions(found: Sequence[Found]) -> dict[str, list[int]]:
    """Where the mentions of each body end, in order."""
    ends: dict[str, list[int]] = {}
    for f in found:
        ends.setdefault(f.institution.id, []).append(f.end)
    return ends


def _meant(offset: int, ends: dict[str, list[int]], bodies: list[Institution], issuer: Institution | None) -> Institution | None:
    """Which of the bodies a head at this offset means: the issuer; else the last one named before; else the only one there is."""
    if issuer in bodies:
        return issuer
    before = [(known[place - 1], body) for body in bodies if (known := ends.get(body.id)) and (place := bisect_right(known, offset))]
    if before:
        return max(before, key=lambda pair: pair[0])[1]
    return bodies[0] if len(bodies) == 1 else None


def _demonstratives(text: str, known: Sequence[Found]) -> Iterator[Found]:
    """ "cette mission": the body named before in the same text whose name begins with that noun; "ces professionnels"."""
    itself = {(f.start, f.end): f.institution for f in known}
    waiting = sorted(known, key=lambda f: f.end)
    latest: dict[str, Institution] = {}
    passed = 0
    for match in _DEMONSTRATIVE.finditer(text):
        while passed < len(waiting) and waiting[passed].end <= match.start():
            latest[_noun(waiting[passed].institution.name.split()[0])] = waiting[passed].institution
            passed += 1
        if body := itself.get(match.span(1)) or latest.get(_noun(match[1])):
            yield Found(match.start(), match.end(), body, "short")


def _noun(word: str) -> str:
    return folded_word(word).removesuffix("s")
