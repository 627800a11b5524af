"""HTML, Markdown and EPUB: what programs made of known texts, and what people write by hand."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from known_texts import DOCUMENTS, TEXTS, differences, found_share, known

from variorum.engine import EmphasisKind, Options, TextParagraph, compare, find_changes
from variorum.readers import ReadOptions, Source, read_document
from variorum.readers import epub as epub_reader
from variorum.readers import html as html_reader
from variorum.readers import markdown as markdown_reader
from variorum.readers.content import Content
from variorum.readers.errors import Unreadable
from variorum.readers.watch import Watch

MADE = sorted(p for p in DOCUMENTS.iterdir() if p.suffix in (".html", ".md", ".epub"))


def texts_of(path: Path) -> list[str]:
    """What went into a made document."""
    expected = [found.text for found in known(".".join(path.name.split(".")[:2]))]
    return ["A made book", *expected] if path.suffix == ".epub" else expected


def paragraphs_of(source: Source) -> list[TextParagraph]:
    document = source.document
    return [
        TextParagraph(document.paragraph_text(index), paragraph.style, paragraph.emphasis)
        for index, paragraph in enumerate(document.paragraphs)
    ]


def read(page: str, **options: object) -> Content:
    return html_reader.read(page.encode(), ReadOptions(**options), Watch())  # type: ignore[arg-type]


def texts(page: str) -> list[str]:
    return [paragraph.text.strip() for paragraph in read(page).paragraphs]


def left_out(page: str) -> dict[str, int]:
    return {item.kind.value: item.number for item in read(page).left_out}


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.name)
def test_what_went_in_comes_out(path: Path) -> None:
    found = paragraphs_of(read_document(path))
    expected = texts_of(path)
    assert found_share(expected, found) >= 0.99, differences(expected, found)


@pytest.mark.parametrize("path", [p for p in MADE if p.suffix != ".epub"], ids=lambda p: p.name)
def test_styles_levels_emphasis_and_language_come_out(path: Path) -> None:
    name = ".".join(path.name.split(".")[:2])
    source = read_document(path)
    found = paragraphs_of(source)
    expected = known(name)
    assert [(p.style.kind.value, p.style.level) for p in found] == [
        (k.kind, k.level) for k in expected
    ]
    assert source.document.language == name.split(".")[1]
    stars = (TEXTS / f"{name}.md").read_text(encoding="utf-8").count("*") // 2
    bold = (TEXTS / f"{name}.md").read_text(encoding="utf-8").count("**") // 2
    assert sum(len(p.emphasis) for p in found) == stars - bold


@pytest.mark.parametrize("text", ["lighthouse.en", "teahouse.zh", "bakery.fr"])
def test_one_text_in_two_formats_is_the_same(text: str) -> None:
    sources = [read_document(path) for path in MADE if path.name.startswith(text)]
    sources = [source for source in sources if source.format != "epub"]
    plain = read_document(TEXTS / f"{text}.md")
    for source in sources:
        assert not find_changes(compare(plain.document, source.document, Options()))


def test_a_page_of_a_site_tells_what_was_left_out() -> None:
    source = read_document(DOCUMENTS / "lighthouse.en.site.html")
    assert {item.kind.value: item.number for item in source.left_out} == {
        "navigation": 7,
        "scripts": 3,
        "hidden": 4,
    }


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>One<p>Two", ["One", "Two"]),
        ("<div>One<div>Two</div>Three</div>", ["One", "Two", "Three"]),
        ("A<br>B<br><br>C", ["A\nB", "C"]),
        ("<p>a &amp; b &eacute; &#8212; &#x2026; &nbsp;x", ["a & b é — … \u00a0x"]),
        ("<p>one\n  two\t three", ["one two three"]),
        ("<p>日本\n語 の", ["日本語 の"]),
        ("<pre>a  b\n c\n\n\nd</pre>", ["a  b\n c", "d"]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", ["a", "b", "c"]),
        ("<table><tr><td>a<td>b<tr><td>c</table>d", ["a \tb", "c", "d"]),
        ("<b><i>mis</b>nested</i> text", ["misnested text"]),
        ("x<p>y</span></div></p>z", ["x", "y", "z"]),
        ("<p>a<!-- no --> b<?php no ?> c", ["a b c"]),
        ("<p>Text<script>if (a < b) no()</script> goes on", ["Text goes on"]),
        ("<p>10<sup>2</sup> m", ["102 m"]),
        ('<p>Said<sup><a href="#n1">12</a></sup> so.', ["Said so."]),
        ('<p>Said<a href="#n1"><sup>[a]</sup></a> so.', ["Said so."]),
        ('<p><a href="#n1">See</a> 10<sup>2</sup>', ["See 102"]),
        ("<section><p>See</p><header><h2>Head</h2></header></section>", ["See", "Head"]),
        ("<header><h1>Title</h1></header><p>Text", ["Title", "Text"]),
        ("<p>漢<ruby>字<rp>(</rp><rt>ji</rt><rp>)</rp></ruby>", ["漢字"]),
        ("<p>a\u2028b", ["a\u2028b"]),
        ("<p>a\0b", ["a\ufffdb"]),
        ("\r\n<p>a\r\nb\rc", ["a b c"]),
        ("<title/><p>After", ["After"]),
        ("<textarea>no</textarea><select><option>no</select><p>Yes", ["Yes"]),
        ('<p style="display:none">no<p>Yes', ["Yes"]),
        ("<p>" + "a" * 100_000, ["a" * 100_000]),
        ("", []),
        ("   ", []),
        ("<", ["<"]),
        ("no markup at all", ["no markup at all"]),
    ],
)
def test_pages_as_people_write_them(page: str, expected: list[str]) -> None:
    if "\0" in page:  # a page with zeros is refused as binary, its reader knows them all the same
        reader = html_reader.PageReader()
        reader.feed(page)
        assert [p.text for p in reader.paragraphs(html_reader.Tally())] == expected
    else:
        assert texts(page) == expected


NOTED = sorted((DOCUMENTS / "notes").iterdir())


@pytest.mark.parametrize("path", NOTED, ids=lambda path: path.name)
def test_notes_stand_at_one_place_in_all_formats(path: Path) -> None:
    expected = paragraphs_of(read_document(DOCUMENTS / "notes" / "harbour.en.pandoc.docx"))
    found = paragraphs_of(read_document(path))
    texts_there = [paragraph.text for paragraph in found if paragraph.text != "A made book"]
    if path.name == "harbour.en.libreoffice.epub":  # which loses the head of the table
        expected = [p for p in expected if p.text != "Name \tYears"]
    assert texts_there == [paragraph.text for paragraph in expected]
    notes = [p.text for p in found if p.style.kind.value == "footnote"]
    assert notes == [p.text for p in expected if p.style.kind.value == "footnote"]


WORD_NOTES = """<p>One.<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span>
</a> On.<a href="#_edn1" name="_ednref1"><span class=MsoEndnoteReference>[i]</span></a></p>
<p>Two.</p><div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span
class=MsoFootnoteReference>[1]</span>
</a> Note.</p><p>More.</p></div></div><div><hr><div id=edn1><p class=MsoEndnoteText>
<a href="#_ednref1" name="_edn1"><span class=MsoEndnoteReference>[i]</span></a>
End.</p></div></div>"""
SITE_NOTES = """<p>One.<sup><a href="https://a.b/c#cite-1">[1]</a></sup></p><p>Two.</p>
<ol><li id="cite-1"><b><a href="https://a.b/c#ref-1">^</a></b> Note.</li></ol>"""


SPHINX_NOTES = """<p>One <a class="footnote-reference brackets" href="#id3" id="id1">1</a>. On
<a class="footnote-reference brackets" href="#id4" id="id2">2</a></p><p>Two.</p>
<dl class="footnote brackets"><dt class="label" id="id3"><span class="brackets">1</span><span
class="fn-backref">(<a href="#id1">1</a>,<a href="#id5">2</a>)</span></dt><dd><p>Note.</p><p>More.
</p></dd><dt class="label" id="id4"><span class="brackets"><a class="fn-backref"
href="#id2">2</a></span></dt><dd><p>Last.</p></dd></dl>"""
DOCUTILS_NOTES = """<p>One <a class="brackets" href="#f1" id="r1" role="doc-noteref"><span
class="fn-bracket">[</span>1<span class="fn-bracket">]</span></a>, on.</p><p>Two.</p>
<aside class="footnote-list brackets"><aside class="footnote brackets" id="f1" role="doc-footnote">
<span class="label"><span class="fn-bracket">[</span><a role="doc-backlink" href="#r1">1</a><span
class="fn-bracket">]</span></span><p>Note.</p></aside></aside>"""
OLD_DOCUTILS_NOTES = """<p>One. <a class="footnote-reference" href="#id2" id="id1">[1]</a></p>
<p>Two.
</p><table class="docutils footnote" id="id2"><colgroup><col class="label"><col></colgroup><tbody>
<tr><td class="label"><a class="fn-backref" href="#id1">[1]</a></td><td>Note.</td></tr></table>"""

TEXINFO_NOTES = """<p>One<a id="DOCF1" href="#FOOT1"><sup>1</sup></a>.</p><p>Two.</p>
<div><h4>Notes</h4><h5><a id="FOOT1" href="#DOCF1">(1)</a></h5><p>Note.</p></div>"""


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (SPHINX_NOTES, ["One. On", "Note.", "More.", "Last.", "Two."]),
        (DOCUTILS_NOTES, ["One, on.", "Note.", "Two."]),
        (OLD_DOCUTILS_NOTES, ["One.", "Note.", "Two."]),
        (TEXINFO_NOTES, ["One.", "Note.", "Two.", "Notes"]),
        ('<p>Two <sup><a href="#a">1</a></sup> .5 mm.<p id="a">N.', ["Two .5 mm.", "N."]),
        (WORD_NOTES, ["One. On.", "Note.", "More.", "Two.", "End."]),
        (SITE_NOTES, ["One.", "Note.", "Two."]),
        # What comes before its mark, is very long, or is not there, stays where it is.
        ('<p id="a">Up.<p>Down.<sup><a href="#a">1</a></sup>', ["Up.", "Down."]),
        (
            '<p>One.<sup><a href="#a">1</a></sup><p>Two.<div id="a">' + "<p>x" * 60 + "</div>",
            ["One.", "Two.", *["x"] * 60],
        ),
        ('<p>One.<sup><a href="#b">1</a></sup><p>Two.', ["One.", "Two."]),
        # Two marks of one note.
        (
            '<p>One.<sup><a href="#a">1</a></sup><p>Two.<sup><a href="#a">1</a></sup>'
            '<p>Three.<p id="a">Note.',
            ["One.", "Note.", "Two.", "Three."],
        ),
    ],
)
def test_notes_as_pages_keep_them(page: str, expected: list[str]) -> None:
    assert texts(page) == expected


GOOGLE = """<p>Oil<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><sup><a href="#cmnt1"
id="cmnt_ref1">[a]</a></sup> first.</p><p>Wicks.</p><div><p><a href="#ftnt_ref1"
id="ftnt1">[1]</a><span>&nbsp;Whale oil.</span></p></div><div><p><a href="#cmnt_ref1"
id="cmnt1">[a]</a><span>Still?</span></p></div>"""
WORD = """<p class=MsoTocHeading>Contents</p><p class=MsoToc1><a href="#_Toc1">1. Oil 2</a></p>
<p class=MsoNormal>Oil<span class=MsoCommentReference><a class=msocomanchor
href="#_msocom_1">[AB1]</a></span> first.</p><p class=MsoIndex1>wicks, 2</p>
<div style='mso-element:comment-list'><p class=MsoCommentText>Still?</p></div>"""
LIBREOFFICE = """<div title="header"><p>Draft</p></div><div id="Inhalt1" dir="ltr"><p>Inhalt</p>
<p><a href="#__RefHeading___1">Oil and wicks 1</a></p></div><p>Oil first.</p>
<div id="Bereich1" dir="ltr"><p>Then wicks.</p></div><div title="footer"><p>1</p></div>"""


@pytest.mark.parametrize(
    ("page", "expected", "counted"),
    [
        (GOOGLE, ["Oil first.", "Whale oil.", "Wicks."], {"comments": 1}),
        (WORD, ["Oil first."], {"comments": 1, "navigation": 2}),
        (LIBREOFFICE, ["Oil first.", "Then wicks."], {"headers": 2, "navigation": 1}),
    ],
    ids=["google", "word", "libreoffice"],
)
def test_what_word_processors_add_for_browsers(
    page: str, expected: list[str], counted: dict[str, int]
) -> None:
    assert texts(page) == expected
    assert left_out(page) == counted


@pytest.mark.parametrize(
    "beside",
    [
        '<a class="skip-link" href="#main">Skip to the text</a>',
        '<div role="dialog"><h2>Your privacy</h2><p>We store much. <a href="/">More</a></p></div>',
        '<div id="onetrust-consent-sdk"><p>We store much.</p></div>',
        '<div class="box cookie-banner"><p>We store much.</p></div>',
        '<p class="Breadcrumb"><a href="/">Home</a> › The estuary and its ferries</p>',
        '<span class="ad-label">Advertisement</span>',
        '<div class="newsletter-signup"><p>Each morning at seven.</p></div>',
        '<div role="contentinfo">Printed in Ost</div>',
        '<div class="navheader"><table><tr><th>2. Ferries</th></tr></table></div>',
        '<ul class="docnav"><li><a href="a.html"><strong>Next</strong>3. Ropes</a></li></ul>',
        '<div id="mdbook-help-container"><h2>Keyboard shortcuts</h2></div>',
        '<a class="skip-main-content" href="#main">Skip to the text</a>',
    ],
)
def test_what_stands_on_a_page_beside_its_text_is_left_out(beside: str) -> None:
    page = f'<body class="cookie-banner">{beside}<div class="cookie-banner-open"><p>Boats.</div>'
    assert texts(page) == ["Boats."]
    assert sum(left_out(page).values()) == 1


@pytest.mark.parametrize(
    "sign",
    [
        '<a class="headerlink" href="#rope">Link to this heading</a>',
        '<a href="#rope" title="Permalink">¶</a>',
        '<a class="anchor" href="#rope">#</a>',
        '<span class="mw-editsection">[<a href="/edit">edit</a>]</span>',
        '<sup class="noprint">[<i><a href="/why">citation needed</a></i>]</sup>',
    ],
)
def test_signs_beside_a_heading_are_no_text(sign: str) -> None:
    assert texts(f'<h2 id="rope">Ropes {sign}</h2><p>C# and # are signs.') == [
        "Ropes",
        "C# and # are signs.",
    ]


def test_notes_with_several_ways_back_begin_with_their_text() -> None:
    page = """<p>One.<sup id="r1"><a href="#n1">[1]</a></sup></p><ol><li id="n1"><span
    class="mw-cite-backlink">^ <a href="#r1"><sup>a</sup></a></span> Note.</li></ol>"""
    assert texts(page) == ["One.", "Note."]


def test_a_number_that_links_elsewhere_is_text() -> None:
    page = '<p id="a">One.</p><p><a href="#a">1</a> and more.</p><p><a href="#b" id="b">2</a> x</p>'
    assert texts(page) == ["One.", "1 and more.", "2 x"]


def test_a_list_as_word_writes_it_for_browsers() -> None:
    (item,) = read(
        "<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'>"
        "<![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>"
        "<![endif]>Item</p>"
    ).paragraphs
    assert (item.text, item.style.kind.value, item.style.level) == ("Item", "list-item", 2)


@pytest.mark.parametrize(
    ("page", "counted"),
    [
        ("<nav><a href=/>x</a></nav>", {"navigation": 1}),
        ('<div class="main-menu"><a href=/>x</a> <a href=/>y</a></div>', {"navigation": 1}),
        ('<div class="menu">On the menu today: soup.</div>', {}),
        ("<aside>A word by the way.</aside>", {}),
        ("<aside><a href=/>Link</a></aside>", {"navigation": 1}),
        ("<footer>Imprint</footer>", {"navigation": 1}),
        ("<article><footer>Ends well.</footer></article>", {}),
        ("<style>p{}</style><script>1</script>", {"scripts": 2}),
        ("<p>a<img src=x><svg><text>no</text></svg>", {"pictures": 2}),
        ("<p>a<math><mi>x</mi></math>", {"formulas": 1}),
        ("<video>no</video><iframe src=http://localhost:1/></iframe>", {"objects": 2}),
    ],
)
def test_what_is_left_out_is_counted(page: str, counted: dict[str, int]) -> None:
    assert left_out(page) == counted


def test_emphasis_lies_where_it_was() -> None:
    (paragraph,) = read(
        "<p>a <b> bold <i>both</i></b> <span style='font-style: italic'>it</span>"
        " <code>c</code> H<sub>2</sub> <b></b> <s>x</s>"
    ).paragraphs
    found = {(paragraph.text[e.span.start : e.span.end], e.kind) for e in paragraph.emphasis}
    assert found == {
        ("bold both", EmphasisKind.BOLD),
        ("both", EmphasisKind.ITALIC),
        ("it", EmphasisKind.ITALIC),
        ("c", EmphasisKind.CODE),
        ("2", EmphasisKind.SUBSCRIPT),
        ("x", EmphasisKind.STRIKE),
    }


def test_emphasis_goes_on_in_the_next_paragraph() -> None:
    first, second = read("<i>One<div>Two</div></i>").paragraphs
    assert len(first.emphasis) == len(second.emphasis) == 1


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1251">', "windows-1251"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">',
            "koi8-r",
        ),
        ('<?xml version="1.0" encoding="iso-8859-5"?>', "iso-8859-5"),
    ],
)
def test_the_encoding_that_the_page_names(head: str, encoding: str) -> None:
    data = f"{head}<p>Жук сидел".encode(encoding)
    content = html_reader.read(data, ReadOptions(), Watch())
    assert content.paragraphs[0].text == "Жук сидел"
    assert content.encoding == encoding


def test_the_language_that_the_page_names() -> None:
    assert read('<html lang="de-AT"><p>x').language == "de"
    assert read('<html xml:lang="fr"><p>x').language == "fr"
    assert read('<html lang="tlh"><p>x').language is None
    assert read("<p>x").language is None


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul", "table", "sup", "a href='#x'"])
def test_nesting_thirty_thousand_deep(tag: str) -> None:
    (paragraph,) = read(f"<{tag}>" * 30_000 + "deep").paragraphs
    assert paragraph.text == "deep"
    assert len(paragraph.emphasis) <= 1


@pytest.mark.parametrize(
    "page",
    [
        "<aside>x" * 20_000,
        '<div class="menu"><p id="a">x' * 20_000,
        "<p>" + '<a href="#x">y</a>' * 40_000,
        '<p style="' + "text-decoration:" * 20_000 + '">x',
        '<p style="font-style:' + " " * 200_000 + '">x',
    ],
)
def test_no_page_takes_the_square_of_its_length(page: str) -> None:
    begun = time.process_time()
    assert read(page).paragraphs
    assert time.process_time() - begun < 5


def test_a_page_is_read_with_progress() -> None:
    told: list[float] = []
    html_reader.read(b"<p>word " * 100_000, ReadOptions(), Watch(told.append))
    assert len(told) > 5
    assert told == sorted(told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\ntwo\n\nThree", ["One two", "Three"]),
        ("Head\n===\n\n- a\n- b", ["Head", "a", "b"]),
        (
            "# A {#a .b}\nB {: .c}\n---\n## {#d}\n## In C {x}\nE {#e}",
            ["A", "B", "{#d}", "In C {x}", "E {#e}"],
        ),
        ("---\ntitle: x\nlang: fr\n---\nText", ["Text"]),
        ("A[^1] b.\n\n[^1]: Note.", ["A b.", "Note."]),
        ("| a | b |\n|--|--|\n| c | d |", ["a \tb", "c \td"]),
        ("a  \nb\\\nc", ["a\nb\nc"]),
        ("~~x~~ <b>y</b> &copy; http://a.b", ["x y © http://a.b"]),
        ("a\r\n\r\nb\r\rc", ["a", "b", "c"]),
        ("<script>no</script>\n\nYes", ["Yes"]),
        (
            "The [Drainage Board]{.smallcaps} had a [bell](bell.html){.outer} and `rope`{.sh}.",
            ["The Drainage Board had a bell and rope."],
        ),
        ("One.\n\n![A quay](quay.png){#quay width=40%}\n\nTwo.", ["One.", "Two."]),
        ("Some [of] {this} and [that]{stays}.", ["Some [of] {this} and [that]{stays}."]),
    ],
)
def test_markdown_as_people_write_it(text: str, expected: list[str]) -> None:
    content = markdown_reader.read(text.encode(), ReadOptions(), Watch())
    assert [paragraph.text.strip() for paragraph in content.paragraphs] == expected


def test_front_matter_is_left_out_but_tells_the_language() -> None:
    content = markdown_reader.read(b"---\nlang: de-CH\n---\n\nText", ReadOptions(), Watch())
    assert content.language == "de"
    assert [(item.kind.value, item.number) for item in content.left_out] == [("metadata", 1)]


def test_what_is_nested_too_deep_for_markdown_is_shown_as_it_stands() -> None:
    text = "> " * 5000 + "deep"
    content = markdown_reader.read(text.encode(), ReadOptions(), Watch())
    assert content.text == text


@pytest.fixture
def book() -> Callable[..., bytes]:
    """Makes a book of one page and what else is said."""

    def make(page: bytes = b"<p>Text.</p>", package: str = "", **more: bytes) -> bytes:
        package = package or (
            '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
            '<item id="a" href="t%C3%A9xt.xhtml" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="a"/><itemref idref="a"/><itemref idref="b"/></spine></package>'
        )
        container = (
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="in/b.opf"/></rootfiles></container>'
        )
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", "application/epub+zip")
            archive.writestr("META-INF/container.xml", container)
            archive.writestr("in/b.opf", package)
            archive.writestr("in/téxt.xhtml", page)
            for name, data in more.items():
                archive.writestr(f"META-INF/{name}.xml", data)
        return out.getvalue()

    return make


def test_the_pages_of_a_book_are_found_by_their_addresses(book) -> None:
    content = epub_reader.read(book(), ReadOptions(), Watch())
    assert [paragraph.text for paragraph in content.paragraphs] == ["Text."]


def test_pages_that_a_book_has_lost_are_counted(book) -> None:
    lost = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
        '<item id="a" href="t%C3%A9xt.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="gone.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="b"/><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    content = epub_reader.read(book(package=lost), ReadOptions(), Watch())
    assert [(item.kind.value, item.number) for item in content.left_out] == [("damaged", 1)]


@pytest.mark.parametrize("algorithm", ["http://www.w3.org/2001/04/xmlenc#aes128-cbc", ""])
def test_a_locked_book_is_said_to_be_one(book, algorithm: str) -> None:
    locked = (
        f'<e xmlns="x"><EncryptedData><EncryptionMethod Algorithm="{algorithm}"/>'
        "</EncryptedData></e>"
    ).encode()
    with pytest.raises(Unreadable, match="DRM"):
        epub_reader.read(book(encryption=locked), ReadOptions(), Watch())
    with pytest.raises(Unreadable, match="DRM"):
        epub_reader.read(book(rights=b"<r/>"), ReadOptions(), Watch())
    fonts = locked.replace(algorithm.encode() or b'=""', b"http://www.idpf.org/2008/embedding")
    if algorithm:
        assert epub_reader.read(book(encryption=fonts), ReadOptions(), Watch()).paragraphs


@pytest.mark.parametrize(
    "package",
    [
        "<package/>",
        "no xml",
        '<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><package>&b;</package>',
        '<!DOCTYPE p [<!ENTITY f SYSTEM "file:///etc/passwd">]><package>&f;</package>',
        "<a>" * 5000,
        '<package><manifest><item id="a" href="../../../etc/passwd" '
        'media-type="text/html"/></manifest><spine><itemref idref="a"/></spine></package>',
    ],
)
def test_a_book_whose_list_is_bad_is_refused(book, package: str) -> None:
    with pytest.raises(Unreadable):
        epub_reader.read(book(package=package), ReadOptions(), Watch())
