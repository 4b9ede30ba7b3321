"""Recommendations that bear no label of their own: the items of a list, or the alinéas of a part called "Recommandations"."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from ...graph.identifiers import fold
from .headings import Heading
from .lines import Break, Line, bullet_end, starts_low
from .openers import rule
from .speaking import PRONOUN, main_author, names_of, speech

# A list ends after so many lines in any case: nothing is recommended in ten pages of one item.
_LONGEST = 400
# A number may be missing from a list; a jump of more is no list.
_JUMP = 3
_OUTER = ("word", "roman", "capitals", "mark", "markdown", "dotted")


@dataclass(frozen=True, slots=True)
class Item:
    """A line that opens an item, the numbers printed on it (none for a bullet), the length of its bullet or label."""

    line: int
    numbers: tuple[int, ...]
    length: int


def listed_recommendations(lines: Sequence[Line], headings: Sequence[Heading], taken: Set[int]) -> list[Item]:
    """The items that are recommendations, in order; their numbers by rank where none are printed."""
    result: list[Item] = []
    rank = 0
    for item in _under_headings(lines, headings, taken) or _after_colons(lines, taken) or _stated(lines, taken):
        rank = item.numbers[-1] if item.numbers else rank + 1
        result.append(Item(item.line, item.numbers or (rank,), item.length))
    return result


def _under_headings(lines: Sequence[Line], headings: Sequence[Heading], taken: Set[int]) -> list[Item]:
    items: list[Item] = []
    for position, heading in enumerate(headings):
        title = " ".join(line.text for line in lines[heading.first : heading.last + 1])[heading.title_start - lines[heading.first].start :]
        if rule("recommendations_title").match(fold(title)):
            end = next((h.first for h in headings[position + 1 :] if _ends(h, heading)), len(lines))
            items += _items(lines, heading.last + 1, end, taken)
    return items


def _ends(heading: Heading, opener: Heading) -> bool:
    if heading.depth is not None and opener.depth is not None:
        return heading.depth <= opener.depth
    return heading.style == opener.style or heading.style.startswith(_OUTER) or opener.style == "title"


def _items(lines: Sequence[Line], start: int, end: int, taken: Set[int]) -> list[Item]:
    """The items between two lines: numbered ones, else bulleted ones, else the alinéas that recommend."""
    free = [i for i in range(start, min(end, len(lines))) if i not in taken]
    numbered = [Item(i, _numbers(lines[i].text), _label_length(lines[i].text)) for i in free if _numbers(lines[i].text)]
    if numbered and numbered[0].numbers[0] == 1 and _recommend(lines, [item.line for item in numbered]):
        return _rising(numbered)
    bullets = [Item(i, (), bullet_end(lines[i].text)) for i in free if bullet_end(lines[i].text)]
    if bullets:
        return bullets
    return [Item(i, (), 0) for i in free if _begins(lines, i) and rule("recommends").search(_opening_words(lines, i))]


def _opening_words(lines: Sequence[Line], index: int) -> str:
    """The first words of the alinéa that begins at a line."""
    following = lines[index + 1].text if index + 1 < len(lines) and not lines[index + 1].gap else ""
    return f"{lines[index].text} {following}"[:240]


def _rising(items: Sequence[Item]) -> list[Item]:
    result: list[Item] = []
    for item in items:
        if not result or 0 < item.numbers[0] - result[-1].numbers[-1] <= _JUMP:
            result.append(item)
    return result


def _numbers(text: str) -> tuple[int, ...]:
    match = rule("listed_numbers").match(text) if text[0].isdecimal() else None
    return tuple(int(n) for n in re.findall(r"\d+", match["numbers"])) if match else ()


def _label_length(text: str) -> int:
    match = rule("listed_numbers").match(text)
    return match.end() if match else 0


def _recommend(lines: Sequence[Line], items: Sequence[int]) -> bool:
    """Whether most items read as recommendations, not as the reasons for them."""
    reading = [bool(_reads(lines, i)) for i in items]
    return 2 * sum(reading) >= len(reading)


def _reads(lines: Sequence[Line], index: int) -> bool:
    text = " ".join(line.text for line in lines[index : index + 3])[_label_length(lines[index].text) :]
    return rule("infinitive").match(fold(text)) is not None or rule("recommends").search(text[:200]) is not None


def _begins(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    apart = index == 0 or line.gap or line.page_break is not Break.NONE or lines[index - 1].text.endswith((".", ":", ";"))
    return apart and not starts_low(line.text)


def _after_colons(lines: Sequence[Line], taken: Set[int]) -> list[Item]:
    """The items after each sentence that recommends and ends with a colon."""
    items: list[Item] = []
    for index, line in enumerate(lines):
        if line.text[-1] == ":" and index + 1 < len(lines):
            sentence = " ".join(before.text for before in lines[max(0, index - 4) : index + 1]).rpartition(". ")[2]
            if rule("recommends").search(sentence[-400:]):
                items += _list_after(lines, index + 1, taken)
    return items


def _stated(lines: Sequence[Line], taken: Set[int]) -> list[Item]:
    """The alinéas that open with their author recommending ("La chambre recommande à la commune de…", "Elle recommande…") or, where others
    do so, asking for something ("La chambre invite la commune à…"): two at least, of one author.
    """
    found: list[tuple[str, bool, Item]] = []
    called = names_of("\n".join(line.text for line in lines))
    for index in (i for i in range(len(lines)) if i not in taken and _begins(lines, i)):
        said = speech(_opening_words(lines, index))
        if said and (said.recommends or (said.asks and said.author != PRONOUN)):
            found.append((called.get(said.author, said.author), said.recommends, Item(index, (), 0)))
    author, _ = main_author(author for author, recommends, _ in found if recommends)
    items = [item for by, _, item in found if by in (author, PRONOUN)] if author else []
    return items if len(items) > 1 else []


def _list_after(lines: Sequence[Line], start: int, taken: Set[int]) -> list[Item]:
    """The bulleted or numbered items from a line on, until a line that neither is one nor goes on with one."""
    items: list[Item] = []
    for index in range(start, min(start + _LONGEST, len(lines))):
        text = lines[index].text
        if length := bullet_end(text):
            items.append(Item(index, (), length))
        elif _numbers(text) and (items or _numbers(text)[0] == 1):
            items.append(Item(index, (), _label_length(text)))
        elif (
            (index in taken and not text.isdecimal())
            or not items
            or (lines[index].gap and not starts_low(text) and not text.isdecimal())
            or (items and _begins(lines, index) and not lines[index - 1].text.endswith((":", ";")) and not text.isdecimal())
        ):
            break
    return items
