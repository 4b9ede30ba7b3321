"""Every number of the method, in one place; docs/method.md says where each comes from and what was measured."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Constants:
    """What counts how much, from 0 to 1, and from what closeness on a link is drawn.

    `continues`: what a sentence that takes up the one before keeps of it. `beside`: what stands beside an argument, not in it: the sentence
    before one that merely follows, what comes after a citation, a note, a section's title, a parenthesis. `paragraph`: what stands
    anywhere else in the citing paragraph. `alone`: a word of a term without the rest of the term. `head`: the topics of a
    recommendation after which a topic weighs half. `lead`: the power of a paragraph's rank among those that lead to a recommendation.

    `least`: the closeness from which a link is drawn (B), and from which its own passage makes it strong; `nearest`: strong only for a
    recommendation this near to the one the citation is closest to. `placed`: the closeness from which a link is drawn (B, weak) in the
    paragraph at the recommendation's place, if its rank is at least `most`. `elsewhere`, `shared`: the closeness and the number of
    topics in common that another section's paragraph needs (X).
    """

    continues: float = 0.7
    beside: float = 0.4
    paragraph: float = 0.2
    alone: float = 0.5
    head: float = 15.0
    lead: float = 0.5
    least: float = 0.13
    nearest: float = 0.8
    placed: float = 0.05
    most: float = 0.9
    elsewhere: float = 0.26
    shared: int = 3


CONSTANTS = Constants()
