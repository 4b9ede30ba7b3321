"""What a text says one source does to another."""

from __future__ import annotations

import pytest

from renvois.loaders.citations.extract import extract_text


@pytest.mark.parametrize(
    ("text", "actor", "change"),
    [
        (
            "l’article 2 de la loi n° 2013-711 du 5 août 2013 créant l’article 2-22 du code de procédure pénale",
            "eli:fr/loi/2013/8/5/2013-711/art/2",
            ("CREATES", "legi:LEGITEXT000006071154/art/2-22"),
        ),
        (
            "Article R. 221-12 du code de l’action sociale et des familles modifié par le décret n° 2020-768 du 23 juin 2020.",
            "eli:fr/decret/2020/6/23/2020-768",
            ("AMENDS", "legi:LEGITEXT000006074069/art/R221-12"),
        ),
        (
            "La loi n° 2022-401 du 21 mars 2022 a modifié la loi n° 2016-1691 du 9 décembre 2016.",
            "eli:fr/loi/2022/3/21/2022-401",
            ("AMENDS", "eli:fr/loi/2016/12/9/2016-1691"),
        ),
        (
            "l’article 131-5-1 du code pénal, issu de la loi n° 2004-204 du 9 mars 2004",
            "eli:fr/loi/2004/3/9/2004-204",
            ("CREATES", "legi:LEGITEXT000006070719/art/131-5-1"),
        ),
    ],
)
def test_a_source_that_changes_another(text: str, actor: str, change: tuple[str, str]) -> None:
    assert [(r.source.id, r.source.also) for r in extract_text(text) if r.source and r.source.also] == [(actor, (change,))]


def test_two_sources_side_by_side_change_nothing() -> None:
    references = extract_text("Vu le décret n° 2020-768 du 23 juin 2020 et l’article 225-4-1 du code pénal")
    assert [r.source.also for r in references if r.source] == [(), ()]
