"""Who must act and what is to be done, measured: on the annotated avis, and on sentences annotated before the rules were written.

`PYTHONPATH=tests python -m support.responsibility_score` prints every figure; the sentences set aside were read only after their first
figures, which docs/responsibilities.md keeps.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from renvois.loaders.actions import Action, Demand, demands
from renvois.loaders.citations.extract import extract
from renvois.loaders.contextual import contextual
from renvois.loaders.document import Document
from renvois.loaders.institutions import Gazetteer, InstitutionMention, Responsibility, institutions, responsibilities
from renvois.loaders.read import read
from renvois.loaders.source import SourceText
from renvois.loaders.structure import structure

ROOT = Path(__file__).parents[2]
AVIS = ROOT / "src/renvois/sample/A-2021-5.txt"
GOLD = ROOT / "tests/golden/A-2021-5/responsibilities.json"
SENTENCES = ROOT / "tests/golden/sentences"
ROLES = {"responsible": "ASSIGNS", "actor": "INVOLVES", "beneficiary": "BENEFITS", "mentioned": "MENTIONS"}
KEYS = {"to": "ASSIGNS", "assigns": "ASSIGNS", "involves": "INVOLVES", "benefits": "BENEFITS", "mentions": "MENTIONS"}


@dataclass
class Score:
    """What was right among `found` and what was found among `gold`; `misses` and `false` name the others, to read."""

    gold: int = 0
    found: int = 0
    right: int = 0
    recalled: int = 0
    misses: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.recalled / self.gold if self.gold else 1.0

    def add(self, label: str, gold: Sequence[str], missed: Iterable[str], found: int, false: Iterable[str]) -> None:
        missing, wrong = list(missed), list(false)
        self.gold += len(gold)
        self.recalled += len(gold) - len(missing)
        self.found += found
        self.right += found - len(wrong)
        self.misses += [f"{label} : {miss}" for miss in missing]
        self.false += [f"{label} : {extra}" for extra in wrong]


type Scores = dict[str, Score]


def score_avis() -> Scores:
    """The figures of issue targets on the annotated avis, and those of contextual roles."""
    document = structure(read(AVIS))
    mentions = institutions(document, Gazetteer.load())
    parts = responsibilities(document, mentions)
    asked = {demand.recommendation: demand for demand in demands(document, mentions)}
    led = contextual(document, mentions, extract(document), parts)
    scores: Scores = defaultdict(Score)
    for gold in json.loads(GOLD.read_text(encoding="utf-8"))["recommendations"]:
        name = f"r{gold['number']}"
        own = [p for p in parts if p.recommendation == name]
        addressee = gold["addressee"]
        to = {f"inst:{addressee['institution']}"} if addressee["type"] == "explicit" else set()
        _compare(scores["explicit addressees"], name, to, {p.institution.id for p in own if p.role == "ADDRESSED_TO" and p.explicit})
        roles = {f"inst:{b['institution']} {ROLES[b['role']]}" for b in gold["bodies"]}
        _compare(scores["bodies with their role"], name, roles, {f"{p.institution.id} {p.role}" for p in own if p.role != "ADDRESSED_TO"})
        _compare(scores["modality"], name, {gold["modality"]}, {str(asked[name].modality)})
        by_paragraphs = {f"inst:{b['institution']}" for b in gold["contextual_responsibles"]}
        _compare(scores["contextual bodies"], name, by_paragraphs, {p.institution.id for p in led if p.recommendation == name})
        _actions_in_place(scores["action verbs"], name, gold["actions"], asked[name].actions)
    return scores


def score_sentences(held_out: bool) -> Scores:
    """The same on the annotated sentences, those set aside or the others; "bodies found" is what the gazetteer allows at best."""
    gazetteer, scores = Gazetteer.load(), defaultdict[str, Score](Score)
    for file in sorted(SENTENCES.glob("*.yaml")):
        for gold in yaml.safe_load(file.read_text(encoding="utf-8")):
            if bool(gold.get("held_out")) == held_out:
                _score_sentence(scores, gold, gazetteer)
    return scores


def _score_sentence(scores: Scores, gold: dict[str, Any], gazetteer: Gazetteer) -> None:
    text = gold["text"]
    label = "" if text.startswith("Recommandation") else "Recommandation n° 1 : "
    source = SourceText("essai.txt", f"Avis\n\n1. Un paragraphe.\n\n{label}{text}\n", "txt")
    document = structure(source)
    mentions = institutions(document, gazetteer)
    _bodies(scores, gold, document, mentions, responsibilities(document, mentions))
    asked = demands(document, mentions)
    _demand(scores, gold, asked)


def _bodies(
    scores: Scores, gold: dict[str, Any], document: Document, mentions: Sequence[InstitutionMention], parts: Sequence[Responsibility]
) -> None:
    """A body is annotated by the words that name it: any institution read there is the one meant."""
    text, source = gold["text"], document.source.text
    offset = source.index(text)

    places = [(m.institution.id, m.start, m.end) for m in mentions]
    # An addressee that the gazetteer does not know is read without being a mention.
    places += [(p.institution.id, p.start, p.end) for p in parts if p.explicit and p.institution.id not in {i for i, _, _ in places}]

    def named(words: str) -> set[str]:
        start = source.index(words, offset)
        return {i for i, first, last in places if first < start + len(words) and last > start}

    roles = [(words, role) for key, role in KEYS.items() for words in gold.get(key, ())]
    found = {(p.institution.id, p.role) for p in parts if p.role != "ADDRESSED_TO"}
    missed = [f"{words} {role}" for words, role in roles if not any((i, role) in found for i in named(words))]
    false = [f"{i} {role}" for i, role in found if not any(role == r and i in named(words) for words, r in roles)]
    scores["bodies with their role"].add(text, [words for words, _ in roles], missed, len(found), false)
    scores["bodies found"].add(text, [words for words, _ in roles], [words for words, _ in roles if not named(words)], 0, ())
    to, addressed = gold.get("to", ()), {p.institution.id for p in parts if p.role == "ADDRESSED_TO" and p.explicit}
    missed = [words for words in to if not named(words) & addressed]
    scores["explicit addressees"].add(text, to, missed, len(addressed), [i for i in addressed if not any(i in named(w) for w in to)])


def _demand(scores: Scores, gold: dict[str, Any], asked: Sequence[Demand]) -> None:
    text, verbs = gold["text"], [_head(a.verb) for demand in asked for a in demand.actions]
    wanted, left, missed = [_head(verb) for verb in gold["actions"]], list(verbs), []
    for verb in wanted:
        if verb in left:
            left.remove(verb)
        else:
            missed.append(verb)
    also = {_head(verb) for verb in gold.get("may", ())}
    scores["action verbs"].add(text, wanted, missed, len(verbs), [verb for verb in left if verb not in also])
    _compare(scores["modality"], text, {str(gold.get("modality"))}, {str(demand.modality) for demand in asked})
    for key in ("conditions", "deadlines"):
        terms = [term.quote for demand in asked for term in demand.terms if f"{term.kind}s" == key]
        words = gold.get(key, ())
        missed = [w for w in words if not any(_overlap(w, term) for term in terms)]
        scores[key].add(text, words, missed, len(terms), [term for term in terms if not any(_overlap(w, term) for w in words)])


def _actions_in_place(score: Score, name: str, gold: Sequence[dict[str, Any]], found: Sequence[Action]) -> None:
    """An action is right if its word stands in the reader's evidence; verbs coordinated there ("créer et mettre en œuvre") are one."""
    places = [(a["evidence"]["start"], a["evidence"]["end"]) for a in gold]
    inside = [[a for a in found if start <= a.start < end] for start, end in places]
    right = {a for actions in inside for a in actions}
    missed = [a["verb"] for a, actions in zip(gold, inside, strict=True) if not actions]
    score.add(name, [a["verb"] for a in gold], missed, len(found), [f"{a.verb} ({a.quote})" for a in found if a not in right])


def _compare(score: Score, label: str, gold: set[str], found: set[str]) -> None:
    score.add(label, sorted(gold), sorted(gold - found), len(found), sorted(found - gold))


def _head(verb: str) -> str:
    return re.sub(r"^(?:se |s['’])", "", verb).split()[0]


def _overlap(words: str, term: str) -> bool:
    common = set(words.split()) & set(term.split()) - {"de", "la", "le", "les", "à", "un", "une", "dans"}
    return words in term or term in words or bool(common)


def main() -> None:
    for title, scores in (
        ("avis A-2021-5", score_avis()),
        ("phrases", score_sentences(False)),
        ("phrases mises de côté", score_sentences(True)),
    ):
        print(f"== {title}")
        for name, score in scores.items():
            print(f"{name:24} P {score.precision:.3f} ({score.right}/{score.found})  R {score.recall:.3f} ({score.recalled}/{score.gold})")


if __name__ == "__main__":
    main()
