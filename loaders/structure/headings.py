"""Headings: numbered in any usual way, marked by the format, in capitals, or short lines that stand alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...graph.identifiers import fold
from ..source import SourceText
from .labels import Chain, Label
from .lines import Break, Line, bullet_end, finished, is_capital, stands_apart, starts_low
from .openers import rule

_MARKDOWN = re.compile(r"(#{1,6})\s+")
_UNDERLINE = re.compile(r"=+|-+")
_ROMAN = re.compile(r"(?P<number>[IVX]{1,6})\s*(?:[.)/:°]\s*[-–—]?|[-–—](?=\s))\s*(?=\S|$)")
_LETTER = re.compile(r"(?P<number>[A-H])\s*(?:[.)/:]\s*[-–—]?|[-–—](?=\s))\s+(?=\S)")
_ARABIC = re.compile(r"(?P<number>\d{1,2})\s*[.)]\s+")
_SMALL = re.compile(r"(?:\((?P<round>[a-h]|\d{1,2})\)|(?P<number>[a-h])\s*[.)])\s+(?=\S)")
_DOTTED = re.compile(
    r"(?P<number>(?:[IVX]{1,6}|[A-H]|\d{1,2})(?:\s?[.\-]\s?(?:\d{1,2}|[A-H]|[a-h](?=[.)\s])))+)\s*[.)]?\s*[-–—:]?\s+(?=[«“\"(A-ZÀ-ÖØ-Þ])"
)
_LIGATURE = re.compile(
    r"(?:\b(?:de|du|des|la|le|les|l’|l'|d’|d'|et|ou|à|au|aux|en|par|pour|sur|un|une|dans|of|the|and)|[-,’'])$", re.IGNORECASE
)
_SENTENCES = re.compile(r"[^\W\d_]{3}[.;] [A-ZÀ-ÖØ-Þ«]|, (?:il|elle|ils|elles|on|nous)\b|^(?:Il|Elle|Ils|Elles|On|Nous|Ce|Cela|Ceci)\s")
# In characters; a heading that ends with a stop is a short one.
_LONGEST_LINE, _LONGEST, _LONGEST_STOPPED, _MOST_LINES = 160, 420, 70, 6
# So many titles stand one over the other; a text of more figures than this share is a table, of fewer letters a rule or a form.
_MOST_TITLES, _FIGURES, _LETTERS = 3, 0.2, 0.5
# "Alexander LINDEN", "M. Jean-Marie DELARUE": who signs.
_PERSON = re.compile(r"(?:M\.|Mme|Dr|Pr)?\s?[A-ZÀ-Ý][a-zà-ÿ]+(?:[ -][A-ZÀ-Ý][a-zà-ÿ]+)?(?:\s(?:de\s|d[’'])?[A-ZÀ-Ý][A-ZÀ-Ý’'-]+){1,2}")
_ROMANS = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Heading:
    """Lines [first, last] are a heading; its title is the text from `title_start` on; `depth` is given where known."""

    first: int
    last: int
    style: str
    number: str | None
    value: int
    title_start: int
    depth: int | None = None
    strong: bool = False


def find_headings(source: SourceText, lines: Sequence[Line], taken: frozenset[int], chains: Sequence[Chain]) -> list[Heading]:
    """The headings among the lines that are not `taken`, in order. `chains` are the numbered lines still unexplained."""
    marks = _marks(source, lines)
    numbered = {h.first: h for chain in chains for h in chain_headings(lines, chain)}
    result: list[Heading] = []
    sequence = _Sequence()
    index = 0
    while index < len(lines):
        heading = None
        if index not in taken:
            heading = _marked(lines, index, marks) or _numbered(lines, index, taken) or numbered.get(index)
            after_heading = bool(result) and result[-1].last == index - 1
            heading = heading or _titled(lines, index, taken, after_heading)
        if heading is not None and sequence.accepts(heading):
            result.append(heading)
            index = heading.last
        index += 1
    return result


def roman_value(number: str) -> int:
    """The value of a Roman numeral."""
    values = [_ROMANS[c] for c in number if c in _ROMANS]
    return sum(-v if later > v else v for v, later in zip(values, [*values[1:], 0], strict=True))


class _Sequence:
    """Says whether a numbered heading follows the ones before it: the next of its style, or the first under another."""

    def __init__(self) -> None:
        self.open: list[tuple[str, int]] = []

    def accepts(self, heading: Heading) -> bool:
        if heading.style in ("mark", "markdown", "title", "capitals") or heading.style.startswith("word-"):
            if heading.style not in ("title", "capitals"):
                self.open.clear()
            return True
        if heading.style == "dotted":
            return True
        depth = next((i for i, (style, _) in enumerate(self.open) if style == heading.style), None)
        if depth is None:
            if heading.value > 2 and not heading.strong:
                return False
            self.open.append((heading.style, heading.value))
            return True
        last = self.open[depth][1]
        if not (last < heading.value <= last + 2 or (heading.value == 1 and depth == len(self.open) - 1 and heading.strong)):
            return False
        self.open[depth:] = [(heading.style, heading.value)]
        return True


def _marks(source: SourceText, lines: Sequence[Line]) -> dict[int, tuple[int, int]]:
    """(level, last line) of the headings that the format marks, by their first line; not the document's own title."""
    ends = [line.end for line in lines]
    marks = {bisect_right(ends, m.start): (m.level or 1, bisect_right(ends, m.end - 1)) for m in source.marks if m.kind == "heading"}
    first = min(marks, default=None)
    if first == 0 and len(marks) > 1 and all(level > marks[0][0] for line, (level, _) in marks.items() if line):
        del marks[0]
    return marks


def _marked(lines: Sequence[Line], index: int, marks: dict[int, tuple[int, int]]) -> Heading | None:
    """A heading that the format marks (its level and last line by its first line), or Markdown's."""
    if index in marks:
        level, last = marks[index]
        number, start = _own_number(lines[index])
        return Heading(index, min(max(index, last), len(lines) - 1), "mark", number, 0, start, level)
    match = _MARKDOWN.match(lines[index].text)
    if match is None:
        return _underlined(lines, index)
    number, start = _own_number(lines[index], match.end())
    return Heading(index, index, "markdown", number, 0, start, len(match[1]))


def _underlined(lines: Sequence[Line], index: int) -> Heading | None:
    """A title over a line of "=" (first level) or "-" (second), half as long at least, as Markdown and plain text set one."""
    line, under = lines[index], lines[index + 1] if index + 1 < len(lines) else None
    if under is None or under.gap or not _UNDERLINE.fullmatch(under.text) or line.length > min(2 * under.length, _LONGEST_LINE):
        return None
    number, start = _own_number(line)
    return Heading(index, index, "markdown", number, 0, start, 1 if under.text[0] == "=" else 2)


def _own_number(line: Line, skip: int = 0) -> tuple[str | None, int]:
    """(number, offset of the title) of a heading that the format marks."""
    rest = line.text[skip:]
    for pattern in (_DOTTED, _ROMAN, _LETTER, _ARABIC):
        match = pattern.match(rest)
        if match:
            return re.sub(r"\s", "", match["number"]), line.start + skip + match.end()
    return None, line.start + skip


def _numbered(lines: Sequence[Line], index: int, taken: frozenset[int]) -> Heading | None:
    line = lines[index]
    if (part := rule("part").match(line.text)) and stands_apart(line):
        kind = fold(part["kind"] or part["kind2"])
        return _extended(lines, index, taken, Heading(index, index, f"word-{kind}", part[0].strip(), 0, line.start))
    for style, pattern in (("dotted", _DOTTED), ("roman", _ROMAN), ("letter", _LETTER), ("small", _SMALL)):
        found = pattern.match(line.text)
        if found is None:
            continue
        heading = _of_match(lines, index, taken, style, found)
        if heading is not None:
            return heading
    return None


def _of_match(lines: Sequence[Line], index: int, taken: frozenset[int], style: str, found: re.Match[str]) -> Heading | None:
    line = lines[index]
    number = found["number"] or found["round"]
    if style == "roman" and not found[0].strip(number).strip() and len(number) < 2:
        return None
    rest = line.text[found.end() :]
    first = index
    if not rest:
        if index + 1 >= len(lines) or index + 1 in taken or starts_low(lines[index + 1].text) or not lines[index + 1].text[0].isalpha():
            return None
        rest, first = lines[index + 1].text, index + 1
    if starts_low(rest) or not (rest[0].isalpha() or rest[0] in '«“"’(') or len(lines[first].text) > _LONGEST_LINE:
        return None
    start = line.start + found.end() if first == index else lines[first].start
    depth = len(re.split(r"[.\-]", number)) if style == "dotted" else None
    if style == "small":
        style = "round" if found["round"] else "small"
        style += "-digit" if number.isdecimal() else ""
    value = _value(style, number)
    return _extended(lines, index, taken, Heading(index, first, style, re.sub(r"\s", "", number), value, start, depth))


def _value(style: str, number: str) -> int:
    if style == "dotted":
        return 0
    if number.isdecimal():
        return int(number)
    return roman_value(number) if style == "roman" else ord(number.lower()) - ord("a") + 1


def _extended(lines: Sequence[Line], index: int, taken: frozenset[int], draft: Heading) -> Heading | None:
    """The heading with the lines it goes on over; None where what follows shows it to be a sentence or an item."""
    last = _last_line(lines, draft.last, taken)
    text = " ".join(line.text for line in lines[index : last + 1])
    sentence = finished(text) and text[-1] != "?" and (len(text) > _LONGEST_STOPPED or text[-1] not in ".!")
    if len(text) > _LONGEST or text[-1] in ";," or sentence:
        return None
    return replace(draft, last=last, strong=stands_apart(lines[index]))


def _last_line(lines: Sequence[Line], index: int, taken: frozenset[int]) -> int:
    """The last line of the heading that begins at `index`: it goes on in small letters, in capitals, after "de la"…"""
    last, capitals = index, is_capital(lines[index].text)
    while last + 1 < len(lines) and last - index < _MOST_LINES:
        line, text = lines[last + 1], lines[last].text
        if line.gap or line.page_break is not Break.NONE or last + 1 in taken or bullet_end(line.text) or finished(text):
            break
        if any(pattern.match(line.text) for pattern in (_SMALL, _DOTTED, _ROMAN, _LETTER)):
            break
        if capitals:
            if not is_capital(line.text):
                break
        elif not (starts_low(line.text) or _LIGATURE.search(text)):
            break
        last += 1
    return last


def chain_headings(lines: Sequence[Line], chain: Chain) -> list[Heading]:
    """The labels of a chain "1. 2. 3." as headings, where nearly all of them are titles with text under them."""
    if chain.style not in ("dot", "close", "round", "dash", "dot-tab", "close-tab"):
        return []
    headings = [_label_heading(lines, label, frozenset(la.line for la in chain.labels)) for label in chain.labels]
    found = [h for h in headings if h is not None]
    return found if len(found) >= 0.8 * len(headings) else []


def _label_heading(lines: Sequence[Line], label: Label, taken: frozenset[int]) -> Heading | None:
    index = label.line
    others = taken - {index}
    first = index
    if label.length >= lines[index].length:
        if index + 1 >= len(lines) or lines[index + 1].text[0].isdigit() or index + 1 in taken:
            return None
        first = index + 1
    rest = lines[index].text[label.length :] or lines[first].text
    if starts_low(rest) or not (rest[0].isalpha() or rest[0] in '«“"') or lines[first].length > 110:
        return None
    last = _last_line(lines, first, others)
    text = " ".join(line.text for line in lines[first : last + 1])
    after = lines[last + 1] if last + 1 < len(lines) else None
    if text[-1] in ".;:,!" or len(text) > 250 or after is None or starts_low(after.text):
        return None
    if after.text[0].isdigit() and (last + 1 in others or not stands_apart(after)):  # the next item of a list, or a figure
        return None
    start = lines[index].start + label.length if first == index else lines[first].start
    style = f"number-{label.style.removesuffix('-tab')}"
    return Heading(index, last, style, str(label.number), label.number, start, None, stands_apart(lines[index]))


def _titled(lines: Sequence[Line], index: int, taken: frozenset[int], after_heading: bool) -> Heading | None:
    """A line in capitals, or a short one without a stop, that stands apart over a text or over titles that do."""
    found = _title_like(lines, index, taken)
    if found is None:
        return None
    if any(rule(name).match(fold(found.text)) for name in ("title_words", "recommendations_title")):
        return found.heading(lines)
    last = found.last
    if starts_low(lines[last + 1].text) or not _apart(lines, last, taken):
        return None
    begun = after_heading or finished(lines[index - 1].text) or lines[index].page_break is Break.STRONG
    above = is_capital(found.text) or rule("title_over_title").match(fold(found.text)) is not None
    over = _opens_text(lines, last + 1) or (above and _stands_over_titles(lines, last + 1, taken))
    return found.heading(lines) if begun and over else None


@dataclass(frozen=True, slots=True)
class _Title:
    """Lines [first, last], whose text reads as a title."""

    first: int
    last: int
    text: str

    def heading(self, lines: Sequence[Line]) -> Heading:
        style = "capitals" if is_capital(self.text) else "title"
        return Heading(self.first, self.last, style, None, 0, lines[self.first].start, None, True)


def _title_like(lines: Sequence[Line], index: int, taken: frozenset[int]) -> _Title | None:
    line = lines[index]
    if index == 0 or not stands_apart(line) or line.length > 110 or not line.text[0].isalpha() or line.text[0].islower():
        return None
    last = _last_line(lines, index, taken)
    text = " ".join(part.text for part in lines[index : last + 1])
    if len(text) > 220 or text[-1] in ".;:,!?…»)" or _SENTENCES.search(text) or last - index > 2 or last + 1 >= len(lines):
        return None
    return None if rule("no_title").match(fold(text)) or _PERSON.fullmatch(text) else _Title(index, last, text)


def _apart(lines: Sequence[Line], last: int, taken: frozenset[int]) -> bool:
    after = lines[last + 1]
    return after.gap or after.page_break is not Break.NONE or last + 1 in taken


def _stands_over_titles(lines: Sequence[Line], index: int, taken: frozenset[int]) -> bool:
    """Whether another title begins at the line, or two or three, that stand over a text."""
    for _ in range(_MOST_TITLES):
        title = _title_like(lines, index, taken) if index not in taken else None
        if title is None or not _apart(lines, title.last, taken):
            return False
        index = title.last + 1
        if _opens_text(lines, index):
            return True
    return False


def _opens_text(lines: Sequence[Line], index: int) -> bool:
    """Whether an alinéa begins at the line: long, or ended as a sentence; and words, not the figures of a table."""
    end = index
    while end + 1 < len(lines) and not lines[end + 1].gap and end - index < 8:
        end += 1
    text = " ".join(line.text for line in lines[index : end + 1])
    if sum(c.isdigit() for c in text) > _FIGURES * len(text) or sum(c.isalpha() for c in text) < _LETTERS * len(text):
        return False
    return len(text) >= 80 and (end - index >= 1 or text[-1] in ".:;" or len(text) > 150)
