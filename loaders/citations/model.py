"""What finding and resolving hand on: a mention as found, the source it names, the reference as resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ...graph.bilingual import Bilingual

type Kind = Literal[
    "code_article", "law", "law_article", "decree", "circular", "convention", "convention_article", "eu_act", "eu_act_article",
    "case", "prior_avis", "report", "plan", "bill", "constitution", "other",
]  # fmt: skip
type Relation = Literal["explicit", "anaphora", "ibid", "op_cit", "infra", "supra"]
type Certainty = Literal["certain", "probable", "possible"]


@dataclass(frozen=True, slots=True)
class Source:
    """The thing cited. `id` is an identifier of graph/identifiers.py; `label` the node's label; `parent` what it is part of.

    `canonical` is the full French reference ("code pénal, art. 225-4-1"), `name` a short one ("art. 225-4-1 du code pénal").
    Dates are ISO and may be partial ("2020-11"). `gazette` is the id of its place in the Journal officiel, where the text gives it.
    """

    id: str
    label: str
    canonical: str
    name: str
    title: str | None = None
    number: str | None = None
    date: str | None = None
    article: str | None = None
    authority: str | None = None
    subkind: str | None = None
    parent: Source | None = None
    # (relation, other source) as the text itself states it: AMENDS, CREATES.
    also: tuple[tuple[str, str], ...] = ()
    gazette: str | None = None
    # 2 for "second avis", "2nd plan"; 14 for "14e rapport".
    ordinal: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reader should check: both readings, and how sure we are. `kind` is e.g. unknown_article, date_conflict."""

    kind: str
    said: Bilingual
    certainty: Certainty
    start: int
    end: int
    quote: str
    suggested: Bilingual | None = None

    @property
    def message(self) -> str:
        """What is said, in French."""
        return self.said.fr

    @property
    def suggestion(self) -> str | None:
        """The reading suggested, in French."""
        return self.suggested.fr if self.suggested else None


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference as found, before resolution. Offsets are into the text it was found in (a unit's clean text, folded).

    `source` is set where the words alone name it. Otherwise `need` says what is missing: 'instrument' (a bare article: then
    `article` holds its normalised number), 'document' (op. cit., ibid., "cet avis"), and `cue` the words that point to it
    ("du même code", "cette loi", "op. cit.", "supra note 3"). `title`, `date`, `authority` are as read, for matching.
    """

    start: int
    end: int
    kind: Kind
    relation: Relation
    source: Source | None = None
    need: Literal["instrument", "document"] | None = None
    cue: str | None = None
    article: str | None = None
    pinpoint: str | None = None
    title: str | None = None
    date: str | None = None
    number: str | None = None
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as resolved. Offsets are into the source text; `container` is a unit's id, `container_name` what a reader sees.

    `source` is None where it could not be resolved, and `reason` then says why. `as_cited` is the identifier as written,
    where the text is probably wrong and `source` is what is meant. `chain` lists the containers it was resolved through.
    `in_force_since` is the first day (ISO) of the version in force on the document's date, where a catalogue tells it.
    """

    start: int
    end: int
    surface: str
    kind: Kind
    relation: Relation
    container: str
    container_name: str
    source: Source | None
    canonical: str
    as_cited: str | None = None
    pinpoint: str | None = None
    antecedent: str | None = None
    chain: tuple[str, ...] = ()
    reason: Bilingual | None = None
    in_force_since: str | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def unresolved(self) -> str | None:
        """Why it could not be resolved, in French; None where it is."""
        return self.reason.fr if self.reason else None
