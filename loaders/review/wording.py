"""What is said of a name that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from ...graph.bilingual import Bilingual
from ...graph.identifiers import fold
from ..messages import say

LONGEST_LIST = 160


def nearest(name: str, known: Iterable[str]) -> Bilingual:
    """The known name most like it ("voulez-vous dire « confirm » ?"), or those there are, if they are few; case does not count."""
    by_fold = {fold(k): k for k in sorted(known, reverse=True)}
    close = difflib.get_close_matches(fold(name), sorted(by_fold), 1, 0.6)
    if close:
        return say("did_you_mean", name=by_fold[close[0]])
    listed = ", ".join(sorted(by_fold.values()))
    return say("known_names", names=listed) if 0 < len(listed) <= LONGEST_LIST else say("nothing_close")
