"""Bodies named by what they deal with or by their place, and collectives, which no name tells apart."""

from __future__ import annotations

import pytest

from renvois.loaders.institutions import Gazetteer
from renvois.loaders.institutions.find import find


def bodies(text: str) -> dict[str, bool]:
    """Each surface found, and whether it is a named body."""
    return {text[f.start : f.end]: f.institution.named for f in find([text], Gazetteer.load())[0]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La Direction de l’asile, de l’accueil et de l’intégration instruit les demandes.", "Direction de l’asile, de l’accueil et de l’intégration"),
        ("Sous-direction du droit économique", "Sous-direction du droit économique"),
        ("la direction des affaires juridiques du ministère de la culture", "direction des affaires juridiques"),
        ("la direction départementale de la sécurité publique de l'Aisne", "direction départementale de la sécurité publique de l'Aisne"),
        ("Elle saisit la Commission nationale d'aménagement commercial.", "Commission nationale d'aménagement commercial"),
        ("le projet est lu en commission des lois de l’Assemblée nationale", "commission des lois de l’Assemblée nationale"),
        ("la commission de la culture, de l’éducation et de la communication du Sénat", "commission de la culture, de l’éducation et de la communication du Sénat"),
        ("la dotation du fonds pour le développement de la vie associative", "fonds pour le développement"),
        ("le Médiateur de l’éducation nationale et de l’enseignement supérieur", "Médiateur de l’éducation nationale et de l’enseignement supérieur"),
        ("le tribunal administratif de Montreuil", "tribunal administratif de Montreuil"),
        ("la cour d'appel de Versailles", "cour d'appel de Versailles"),
        ("le préfet du Lot et Garonne", "préfet du Lot et Garonne"),
        ("le haut-commissaire de la République en Nouvelle-Calédonie", "haut-commissaire de la République en Nouvelle-Calédonie"),
        (
            "le ministère de l’immigration, de l’intégration, de l’identité nationale et du développement solidaire",
            "ministère de l’immigration, de l’intégration, de l’identité nationale et du développement solidaire",
        ),
    ],
)  # fmt: skip
def test_a_body_is_known_by_what_it_deals_with_or_by_its_place(text: str, name: str) -> None:
    assert bodies(text).get(name) is True


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("les préfets de région et les sous-préfets", "préfets de région"),
        ("adressée aux procureurs généraux", "procureurs généraux"),
        ("les préfectures et les magistrats du parquet", "magistrats du parquet"),
        ("des avocats l’assistent", "avocats"),
        ("le tribunal administratif peut être saisi", "tribunal administratif"),
        ("la Direction départementale de la sécurité publique", "Direction départementale de la sécurité publique"),
    ],
)
def test_a_collective_or_a_kind_without_its_place_is_not_named(text: str, name: str) -> None:
    assert bodies(text).get(name) is False


@pytest.mark.parametrize(
    "text",
    [
        "sous la direction de la thèse et la direction de la publication",
        "des fonds pour l’accueil des familles ont été versés",
        "dans la direction des travaux",
        "l’Assemblée plénière a voté ce texte après l’avis des services de Paris",
        "Circulaire DPM/DLPAJ/DAPAF n° 2006-446",
    ],
)
def test_words_that_only_look_like_a_name_are_none(text: str) -> None:
    assert [name for name, named in bodies(text).items() if named] == []


def test_a_known_direction_is_not_lengthened_by_what_follows() -> None:
    found = bodies("la Direction générale de la police nationale et de la gendarmerie")
    assert "Direction générale de la police nationale" in found


def test_the_plenary_assembly_is_not_the_national_assembly() -> None:
    text = "L’Assemblée nationale a été saisie. L’Assemblée plénière de la commission s’est réunie."
    assert "Assemblée" not in bodies(text)


def test_a_collective_is_the_body_it_is_made_of() -> None:
    (one,), (all_of_them,) = find(["Le préfet décide.", "Les préfets décident."], Gazetteer.load())
    assert (one.institution.id, one.institution.named) == ("inst:prefecture", True)
    assert (all_of_them.institution.id, all_of_them.institution.named) == ("inst:prefecture", False)
