"""The evidence of a link: the words on both sides with their places, and the passage that cites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from ..document import CleanText, Recommendation, Span
from .leads import Cited, Closeness, Landscape
from .model import SharedWord
from .naming import Topic
from .texts import Demand, Text
from .vocabulary import side_by_side

WORDS_SHOWN = 6


def shared_words(landscape: Landscape, recommendation: Recommendation, cited: Cited, closeness: Closeness) -> tuple[SharedWord, ...]:
    """What weighs most in the link, heaviest first, as the recommendation writes it; the places are those of the source text."""
    demand, heaviest = landscape.demands[recommendation.id], _heaviest(closeness)
    own = _places(demand.topics, heaviest)
    places = [place for key in heaviest for place in own[key]]
    shown = [key for key in heaviest if not any(_inside(own[key][0], place) for place in places)]
    leading = (landscape.paragraphs[cited.paragraph.id], landscape.note(cited), landscape.title(cited))
    lead: dict[str, list[Span]] = defaultdict(list)
    for text in leading:
        if text is not None:
            held = [t for topics, bag in zip(text.topics, text.bags, strict=True) if not bag.isdisjoint(shown) for t in topics]
            for key, places in _places(held, shown).items():
                lead[key] += [text.clean.raw_span(*place) for place in places]
    return tuple(_written(demand, phrase, own, lead) for phrase in _phrases(demand, shown, own))


def _heaviest(closeness: Closeness) -> list[str]:
    """The shared topics to show, by what they bring; a term is worth its words too, and stands for them."""
    shared = closeness.shared
    worth = {key: said + sum([shared.get(part, 0.0) for part in key.split()]) if " " in key else said for key, said in shared.items()}
    kept: list[str] = []
    told: set[str] = set()
    for key in sorted(worth, key=lambda k: (-worth[k], k)):
        if told.isdisjoint(words := key.split()):
            kept.append(key)
            told.update(words)
            if len(kept) == WORDS_SHOWN:
                break
    return kept


def _inside(one: Span, other: Span) -> bool:
    """A word of a name already shown is not shown by itself."""
    return one != other and other[0] <= one[0] and one[1] <= other[1]


def _phrases(demand: Demand, shown: Sequence[str], own: Mapping[str, Sequence[Span]]) -> list[list[str]]:
    """The topics in the order given, those that the recommendation writes side by side as one phrase, at the place of the heaviest."""
    phrases: list[list[str]] = []
    for key in sorted(shown, key=lambda k: own[k][0]):
        if phrases and side_by_side(demand.clean.text, own[phrases[-1][-1]][0][1], own[key][0][0]):
            phrases[-1].append(key)
        else:
            phrases.append([key])
    return sorted(phrases, key=lambda phrase: min(shown.index(key) for key in phrase))


def _written(demand: Demand, phrase: Sequence[str], own: Mapping[str, Sequence[Span]], lead: Mapping[str, Sequence[Span]]) -> SharedWord:
    surface = " ".join(demand.clean.text[own[phrase[0]][0][0] : own[phrase[-1]][0][1]].split())
    written = surface if phrase[0].startswith("@") or surface.isupper() else surface[0].lower() + surface[1:]
    again = [demand.clean.raw_span(*place) for key in phrase for place in own[key][1:]]
    spans = [demand.clean.raw_span(own[phrase[0]][0][0], own[phrase[-1]][0][1]), *again]
    return SharedWord(written, tuple(spans), tuple(span for key in phrase for span in lead.get(key, ())))


def _places(topics: Iterable[Topic], keys: Collection[str]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for key, start, end in topics:
        if key in keys:
            found.setdefault(key, []).append((start, end))
    return found


def passage_of(landscape: Landscape, cited: Cited, closeness: Closeness) -> Span:
    """The sentence that cites, or the one near it that says most of the subject where that one says nothing of it."""
    text, near = landscape.paragraphs[cited.paragraph.id], landscape.context(cited).sentences
    said = {index: _said(text, index, closeness) for index in near}
    here = next(iter(near))
    best = here if said[here] else max(near, key=lambda index: (said[index], -index))
    return _unbroken(text.clean, text.bounds[best], cited.paragraph.segments)


def _said(text: Text, index: int, closeness: Closeness) -> float:
    shared = closeness.shared
    return sum(sorted([shared[key] for key in text.bags[index] if key in shared]))


def _unbroken(clean: CleanText, passage: Span, segments: Sequence[Span]) -> Span:
    """The passage in the source text; where a page break cuts it, its longer part, so that no footnote stands in the quotation."""
    text = clean.text[slice(*passage)]
    start = passage[0] + len(text) - len(text.lstrip())
    first, last = clean.raw_span(start, passage[0] + len(text.rstrip()))
    parts = [(max(first, a), min(last, b)) for a, b in segments if max(first, a) < min(last, b)]
    return max(parts, key=lambda part: part[1] - part[0], default=(first, last))
