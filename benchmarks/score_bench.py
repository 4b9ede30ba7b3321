#!/usr/bin/env python3
"""Score article extraction on peers' test cases (LEGI's own links, codeislow, SocialGouv).

    python benchmarks/score_bench.py [NAME...] [--show]

Reads ../shared/bench/NAME.json beside the repository: cases of {text, references}, offsets into the text. How it maps:

(LEGI's gold leaves out the star of "R. * 132-4"; its ranges are two links, one at each end).

found   a gold reference that some prediction naming a provision or an instrument overlaps
right   a found one whose prediction names the same code (LEGI text id, or the name) and the same article, the first of a range;
        (an article that the extractor corrects counts as written);
        where the gold names no code, the article alone counts; a law or decree must have its number, or its date where it has no number
false   a prediction with a number that overlaps no gold reference ("cet article", "le même code" are not counted: the gold leaves them out)

Case texts of LEGI are articles of a code: `context_cid` is handed to the extractor as the text's own code.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from renvois.loaders.citations.codes import by_legitext, codes
from renvois.loaders.citations.extract import extract_text
from renvois.loaders.citations.finder import View
from renvois.loaders.citations.model import Reference, Source
from renvois.loaders.citations.text import folded

BENCH = Path(__file__).parents[2] / "shared" / "bench"
NORMATIVE = {
    "code_article",
    "law",
    "law_article",
    "decree",
    "circular",
    "convention",
    "convention_article",
    "eu_act",
    "eu_act_article",
    "constitution",
}


def main(names: list[str], show: bool) -> None:
    """Prints one JSON line per file of cases."""
    for name in names or sorted(p.stem for p in BENCH.glob("*.json")):
        data = json.loads((BENCH / f"{name}.json").read_text(encoding="utf-8"))
        print(json.dumps({"bench": name, **_score(data["cases"], show)}, ensure_ascii=False))


def _score(cases: list[dict[str, Any]], show: bool) -> dict[str, float]:
    total = found = right = true = false = 0
    for case in cases:
        predicted = [r for r in extract_text(case["text"], by_legitext().get(case.get("context_cid", ""))) if _is_provision(r)]
        total += len(case["references"])
        for gold in case["references"]:
            hits = [r for r in predicted if _overlap(r, gold)]
            same = any(_same(r, gold) for r in hits)
            found += bool(hits)
            right += same
            if show and not same:
                print("MISSED" if not hits else "WRONG", case["id"], _around(case["text"], gold), "<-", [r.canonical for r in hits])
        stray = [r for r in predicted if not any(_overlap(r, g) for g in case["references"])]
        true += len(predicted) - len(stray)
        numbered = [r for r in stray if any(c.isdigit() for c in r.surface)]
        false += len(numbered)
        if show:
            for r in numbered:
                print("FALSE", case["id"], repr(r.surface), r.canonical)
    recall, precision = found / total, true / max(1, true + false)
    f1 = 2 * recall * precision / max(1e-9, recall + precision)
    return {
        "gold": total,
        "recall": round(recall, 4),
        "precision": round(precision, 4),
        "f1": round(f1, 4),
        "right": round(right / total, 4),
    }


def _is_provision(reference: Reference) -> bool:
    return reference.kind in NORMATIVE or (reference.source is not None and reference.source.label in ("Code", "Decree", "Article"))


def _overlap(reference: Reference, gold: dict[str, Any]) -> bool:
    return bool(reference.start < gold["end"] and gold["start"] < reference.end)


def _same(reference: Reference, gold: dict[str, Any]) -> bool:
    if not gold.get("article"):
        return _same_text(reference.source, gold)
    source = reference.source
    number = source.article if source else re.sub(r"^art\. | \(.*$", "", reference.canonical).replace(" à ", "..")
    if reference.as_cited:
        number = reference.as_cited.rpartition("/")[2]
    first, _, last = (number or "").partition("..")
    if _number(gold["article"]) not in (_number(first), _number(last)) or (
        gold.get("article_to") and _number(last) != _number(gold["article_to"])
    ):
        return False
    return not gold.get("code") or (source is not None and source.parent is not None and _same_text(source.parent, gold))


def _same_text(source: Source | None, gold: dict[str, Any]) -> bool:
    if source is None:
        return False
    if source.label == "Article" and source.parent is not None:
        source = source.parent
    if gold.get("code"):
        named = codes().at(View(gold["code"], folded(gold["code"])), 0)
        wanted = by_legitext().get(gold.get("cid", "")) or (named[1] if named else None)
        return wanted is not None and source.id == wanted.id
    number = re.search(r"\d{2,4}-\d+", gold["surface"])
    return source.number == number[0] if number else bool(source.date and source.date[:4] in gold["surface"])


def _number(article: str) -> str:
    return re.sub(r"[\s._*-]+", "", article).upper()


def _around(text: str, gold: dict[str, Any]) -> str:
    return repr(
        text[max(0, gold["start"] - 50) : gold["start"]]
        + "["
        + text[gold["start"] : gold["end"]]
        + "]"
        + text[gold["end"] : gold["end"] + 50]
    )


if __name__ == "__main__":
    main([a for a in sys.argv[1:] if not a.startswith("--")], "--show" in sys.argv)
