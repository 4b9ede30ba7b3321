"""The evidence of a link: the words on both sides with their places, and the passage that cites."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from ..document import CleanText, Recommendation, Span
from .leads import Cited, Closeness, Landscape
from .model import SharedWord
from .naming import Topic
from .texts import Demand, Text

WORDS_SHOWN = 6


def shared_words(landscape: Landscape, recommendation: Recommendation, cited: Cited, closeness: Closeness) -> tuple[SharedWord, ...]:
    """What weighs most in the link, heaviest first, as the recommendation writes it; the places are those of the source text."""
    demand, shown = landscape.demands[recommendation.id], _heaviest(closeness)[:WORDS_SHOWN]
    own = _places(demand.topics, shown, demand.clean)
    leading = (landscape.paragraphs[cited.paragraph.id], landscape.note(cited), landscape.title(cited))
    found = [_places((t for sentence in text.topics for t in sentence), shown, text.clean) for text in leading if text is not None]
    return tuple(
        SharedWord(_written(demand, key), own[key], tuple(span for places in found for span in places.get(key, ()))) for key in shown
    )


def _heaviest(closeness: Closeness) -> list[str]:
    """Shared topics by what they bring; a term is worth its words too, and stands for them."""
    shared = closeness.shared
    worth = {key: said + sum(shared.get(part, 0.0) for part in key.split() if part != key) for key, said in shared.items()}
    kept: list[str] = []
    told: set[str] = set()
    for key in sorted(worth, key=lambda k: (-worth[k], k)):
        if told.isdisjoint(key.split()):
            kept.append(key)
            told.update(key.split())
    return kept


def _written(demand: Demand, key: str) -> str:
    topic = next(t for t in demand.topics if t.key == key)
    surface = " ".join(demand.clean.text[topic.start : topic.end].split())
    return surface if key.startswith("@") or surface.isupper() else surface.lower()


def _places(topics: Iterable[Topic], keys: Collection[str], clean: CleanText) -> dict[str, tuple[Span, ...]]:
    found: dict[str, tuple[Span, ...]] = {}
    for topic in topics:
        if topic.key in keys:
            found[topic.key] = (*found.get(topic.key, ()), clean.raw_span(topic.start, topic.end))
    return found


def passage_of(landscape: Landscape, cited: Cited, closeness: Closeness) -> Span:
    """The sentence that cites, or the one near it that says most of the subject where that one says nothing of it."""
    text, near = landscape.paragraphs[cited.paragraph.id], landscape.context(cited).sentences
    said = {index: _said(text, index, closeness) for index in near}
    here = next(iter(near))
    best = here if said[here] else max(near, key=lambda index: (said[index], -index))
    return _unbroken(text.clean, text.bounds[best], cited.paragraph.segments)


def _said(text: Text, index: int, closeness: Closeness) -> float:
    return sum(sorted(closeness.shared.get(key, 0.0) for key in {t.key for t in text.topics[index]}))


def _unbroken(clean: CleanText, passage: Span, segments: Sequence[Span]) -> Span:
    """The passage in the source text; where a page break cuts it, its longer part, so that no footnote stands in the quotation."""
    text = clean.text[slice(*passage)]
    start = passage[0] + len(text) - len(text.lstrip())
    first, last = clean.raw_span(start, passage[0] + len(text.rstrip()))
    parts = [(max(first, a), min(last, b)) for a, b in segments if max(first, a) < min(last, b)]
    return max(parts, key=lambda part: part[1] - part[0], default=(first, last))
