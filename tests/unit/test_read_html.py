"""A page comes out as it is read on screen: no menus, no scripts, its notes and headings known."""

from __future__ import annotations

import pytest

from renvois.graph.errors import InputError
from renvois.loaders.read import read_bytes
from renvois.loaders.source import SourceText


def page(body: str, head: str = "") -> SourceText:
    return read_bytes("a.html", f"<!DOCTYPE html><html lang='fr'><head>{head}</head><body>{body}</body></html>".encode())


def marked(source: SourceText, kind: str) -> list[tuple[str, object]]:
    return [(source.text[m.start : m.end], m.level if kind == "heading" else m.value) for m in source.marks if m.kind == kind]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>La loi\n   n&deg;&nbsp;78-17</p><p>suite</p>", "La loi n°\xa078-17\n\nsuite"),
        ("un<br>deux<br><br>trois", "un\ndeux\n\ntrois"),
        ("<p>un <b>mot</b><i>collé</i> et <span> espacé </span>.</p>", "un motcollé et espacé ."),
        ("<p>sans fin<p>deux<ul><li>a<li>b</ul>", "sans fin\n\ndeux\n\n• a\n• b"),
        ("<ol start=3><li><p>trois</p><li>quatre</ol><ol type=a><li>un<li value=5>cinq</ol>", "3. trois\n\n4. quatre\n\na. un\ne. cinq"),
        (
            "<ol style='list-style: none'><li>sans</ol><ol><li>1° avec le sien</ol><ul><li>– tiret</ul>",
            "sans\n\n1° avec le sien\n\n– tiret",
        ),
        ("<ol><li>L. 225-4-1 du code</ol>", "1. L. 225-4-1 du code"),
        ("<table><tr><th>A<th>B<tr><td><p>1</p><td><td>3</table>", "A\tB\n1\t\t3"),
        ("<table><tr><td>1<td></table><p>a<table><tr><td><td></table><p>b", "1\n\na\n\nb"),
        ("<table><tr><td>Objet</td><td><p>Un.</p><p>Deux.</p></td></tr></table>", "Objet\n\nUn.\n\nDeux."),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<p>profes&shy;sionnel&#8203;le</p>", "professionnelle"),
        ("<p>AT&T &amp; &lt;b&gt; &foo; &#233;</p>", "AT&T & <b> &foo; é"),
    ],
)
def test_text_as_seen(body: str, text: str) -> None:
    assert page(body).text == text


def test_what_is_not_seen_is_not_read() -> None:
    body = (
        "<nav><a href='/'>Accueil</a></nav><script>var a = '<p>non</p>'</script><style>p{}</style><template>non</template>"
        "<p hidden>non<p style='display: none'>non<noscript>non</noscript><!-- non --><p>Le texte de l’avis, assez long pour compter.</p>"
    )
    assert page(body, "<title>non</title>").text == "Le texte de l’avis, assez long pour compter."


def test_main_element_is_preferred_only_if_it_holds_most_of_the_text() -> None:
    text = "Le texte de l’avis. " * 10
    assert page(f"<h1>Avis</h1><div>Partager</div><main><p>{text}</p></main><div>Plan du site</div>").text == f"Avis\n\n{text.strip()}"
    assert page(f"<main><p>Résumé</p></main><div>{text}</div>").text == f"Résumé\n\n{text.strip()}"


def test_a_menu_that_swallows_the_page_is_no_menu() -> None:
    assert "Le texte de l’avis" in page("<nav><a href='/'>Accueil</a><p>Le texte de l’avis, que rien ne ferme.</p>").text


def test_headings_items_and_superscripts_are_marked() -> None:
    source = page("<h1>Avis</h1><h2>I. Cadre</h2><ol><li>article 1<sup>er</sup></ol>")
    assert marked(source, "heading") == [("Avis", 1), ("I. Cadre", 2)]
    assert marked(source, "list_item") == [("1. article 1er", "1")]
    assert marked(source, "superscript") == [("er", "er")]


@pytest.mark.parametrize(
    ("call", "notes", "printed"),
    [
        ("<sup><a id=r3 href='#n3'>3</a></sup>", "<ol start=3><li id=n3>JO du 7. <a href='#r3'>↩</a></ol>", "3. JO du 7. ↩"),
        ("<a name=_ftnref3 href='#_ftn3'>[3]</a>", "<div><p><a name=_ftn3 href='#_ftnref3'>[3]</a> JO du 7.</p></div>", "[3] JO du 7."),
        ("<a href='avis.html#fn%3A3'><sup>3</sup></a>", "<div id='fn:3'><p>JO du 7.</p></div>", "JO du 7."),
    ],
)
def test_calls_and_notes_are_marked(call: str, notes: str, printed: str) -> None:
    source = page(f"<p>du code pénal{call}, puis</p>{notes}")
    assert [value for _, value in marked(source, "call")] == ["3"]
    assert marked(source, "footnote") == [(printed, "3")]


def test_notes_that_share_a_block_are_parted() -> None:
    calls = "<sup><a href='#n1'>1</a></sup> et <sup><a href='#n2'>2</a></sup>"
    source = page(f"<p>texte{calls}</p><p><a id=n1>1</a> Un.<br><a id=n2>2</a> Deux.</p>")
    assert marked(source, "footnote") == [("1 Un.", "1"), ("2 Deux.", "2")]


def test_link_of_a_table_of_contents_is_no_call() -> None:
    assert marked(page("<p><a href='#s1'>1</a> Cadre</p><h2 id=s1>Cadre</h2>"), "call") == []


@pytest.mark.parametrize(
    ("declared", "encoding", "found"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("iso-8859-1", "cp1252", "cp1252"),
        ("iso-8859-15", "iso-8859-15", "iso8859-15"),
        ("iso-8859-1", "utf-8", "utf-8"),
    ],
)
def test_encodings(declared: str, encoding: str, found: str) -> None:
    source = read_bytes("a.html", f"<html><meta charset='{declared}'><p>à l’été, 3 €".replace("’", "'").encode(encoding) + b"</html>")
    assert (source.text, source.encoding) == ("à l'été, 3 €", found)


def test_declared_properties_and_a_cut_page() -> None:
    head = "<title>Avis &amp; textes</title><meta name=author content=CNCDH><meta property='article:published_time' content='2021-04-15'>"
    source = page("<p>Texte", head)
    assert dict(source.metadata) == {"title": "Avis & textes", "author": "CNCDH", "date": "2021-04-15", "language": "fr"}
    assert "cut short" in read_bytes("a.html", b"<html><body><p>Texte").warnings[0]


def test_page_without_text_is_refused() -> None:
    with pytest.raises(InputError, match="only white space"):
        page("<script>1</script><img src=a.png>")


@pytest.mark.parametrize("hostile", ["<!--", "<a x", "<![if", "<p><b>", "<b>", "</i>", "&", " <!DOCTYPE x "])
def test_endless_markup_without_end_is_read_as_it_stands(hostile: str) -> None:
    assert read_bytes("a.html", f"<html><p>Avis</p>{hostile * 20_000}".encode()).text.startswith("Avis")
