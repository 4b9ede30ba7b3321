"""Marks laid over a text: whatever overlaps, the text stays whole, links never nest, and every id stands once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from renvois.explorer.marks import Call, Mark, segments

TEXT = "L’article 375-5 du code civil protège l’enfant."


def mark(key: str, words: str, kind: str = "cite") -> Mark:
    start = TEXT.index(words)
    return Mark(key, kind, start, start + len(words), f"s-{key}")  # type: ignore[arg-type]


def owned(found: tuple) -> list[tuple[str, str, bool]]:
    return [(s.text, s.owner.key, s.first) for s in found if s.owner]


def test_a_mark_owns_its_words() -> None:
    assert owned(segments(TEXT, [mark("c1", "article 375-5")], [])) == [("article 375-5", "c1", True)]


def test_of_two_marks_the_inner_one_is_the_link_and_the_outer_goes_on_round_it() -> None:
    found = segments(TEXT, [mark("c1", "L’article 375-5 du code civil"), mark("c2", "code civil")], [])
    assert owned(found) == [("L’article 375-5 du ", "c1", True), ("code civil", "c2", True)]
    assert found[1].keys == ("c2", "c1")


def test_a_mark_hidden_by_one_on_the_same_words_keeps_an_anchor() -> None:
    found = segments(TEXT, [mark("c1", "code civil"), mark("m1", "code civil", "body")], [])
    assert owned(found) == [("code civil", "c1", True)]
    assert [[a.key for a in s.anchors] for s in found if s.owner] == [["m1"]]


def test_a_citation_is_not_broken_by_the_body_it_names() -> None:
    found = segments(TEXT, [mark("c1", "L’article 375-5 du code civil"), mark("m1", "article 375-5", "body")], [])
    assert {key for _, key, _ in owned(found)} == {"c1"}
    assert [[a.key for a in s.anchors] for s in found if s.anchors] == [["m1"]]


def test_a_doubt_is_shown_on_the_words_but_owns_nothing() -> None:
    found = segments(TEXT, [mark("f1", "375-5", "check")], [])
    assert [(s.text, s.owner, s.doubtful) for s in found if s.keys] == [("375-5", None, True)]


def test_a_call_cuts_the_words_it_stands_in() -> None:
    at = TEXT.index(" civil")
    found = segments(TEXT, [mark("c1", "code civil")], [Call(at, "n9", 9)])
    assert [s.call.number if s.call else s.text for s in found][1:4] == ["code", 9, " civil"]


def test_a_call_at_the_very_end_is_kept() -> None:
    assert segments("Fin", [], [Call(3, "n1", 1)])[-1].call == Call(3, "n1", 1)


spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted)


@given(
    st.text(max_size=30),
    st.lists(st.tuples(spans, st.sampled_from(["cite", "body", "check"])), max_size=8),
    st.lists(st.integers(0, 30), max_size=4),
)
def test_any_marks_leave_the_text_whole_and_each_id_once(text: str, wanted: list, calls: list[int]) -> None:
    marks = [Mark(f"k{n}", kind, start, end, "s") for n, ((start, end), kind) in enumerate(wanted)]
    found = segments(text, marks, [Call(at, f"n{n}", n) for n, at in enumerate(calls)])
    assert "".join(s.text for s in found) == text
    ids = [s.owner.key for s in found if s.owner and s.first] + [a.key for s in found for a in s.anchors]
    shown = {m.key for m in marks if m.kind != "check" and 0 <= m.start < m.end <= len(text)}
    assert sorted(ids) == sorted(shown)
    assert sum(1 for s in found if s.call) == sum(1 for at in calls if at <= len(text))
