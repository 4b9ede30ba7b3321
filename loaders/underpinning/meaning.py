"""Where a model of meaning is plugged in. Renvois ships none and needs none: the words alone make and prove every link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from .leads import Cited, Landscape


class Similarity(Protocol):
    """How near a text stands to each of others in meaning, whatever the scale: the cosine of two embeddings, for one."""

    def __call__(self, text: str, others: Sequence[str], /) -> Sequence[float]: ...


def lifts(similarity: Similarity, landscape: Landscape, cited: Sequence[Cited]) -> Mapping[tuple[str, str, int], float]:
    """How much closer a model brings each citation to each recommendation: by what it is nearer than the average citation.

    The average is the model's own, so that its scale does not matter; a citation less near than that loses nothing. Where no word is in
    common nothing is lifted, for there would be nothing to show.
    """
    passages = [landscape.passage_text(one) for one in cited]
    found: dict[tuple[str, str, int], float] = {}
    for recommendation in landscape.document.recommendations:
        near = similarity(recommendation.body.clean.text, passages) if passages else ()
        average = sum(near) / len(near) if near else 0.0
        for one, score in zip(cited, near, strict=True):
            found[recommendation.id, one.paragraph.id, one.reference.start] = max(0.0, score - average)
    return found
