"""ODT and RTF made by hand: what programs seldom write, and what is easily read wrongly."""

from __future__ import annotations

import pytest
from office_files import archive, content, flat_odt, left_out, texts

from variorum.engine import Style
from variorum.readers import Kind
from variorum.readers.errors import Unreadable


def odt(body: str, tracked: str = "accepted", before: str = "") -> list[str]:
    return texts(Kind.ODT, flat_odt(body, before), tracked)


def rtf(
    body: str, tracked: str = "accepted", head: str = "\\ansi\\ansicpg1252\\deff0"
) -> list[str]:
    return texts(Kind.RTF, f"{{\\rtf1{head} {body}}}".encode("latin-1"), tracked)


def rtf_styles(body: str) -> list[Style]:
    found = content(Kind.RTF, f"{{\\rtf1\\ansi {body}}}".encode())
    return [paragraph.style for paragraph in found.paragraphs]


# OpenDocument


def test_white_space_of_an_opendocument_is_one_space_but_where_it_is_counted() -> None:
    body = "<text:p>  one\n   two<text:s text:c='3'/>three <text:span> four</text:span></text:p>"
    assert odt(body) == ["one two   three four"]


def test_a_count_of_spaces_is_bounded() -> None:
    (text,) = odt("<text:p>a<text:s text:c='99999999'/>b<text:s text:c='-1'/>c</text:p>")
    assert len(text) < 11_000


CHANGES = (
    "<text:tracked-changes>"
    "<text:changed-region text:id='d'><text:deletion><text:p>gone</text:p>"
    "<text:p>over</text:p></text:deletion></text:changed-region>"
    "<text:changed-region text:id='i'><text:insertion/></text:changed-region>"
    "<text:changed-region text:id='f'><text:format-change/></text:changed-region>"
    "</text:tracked-changes>"
)


def test_a_deletion_over_two_paragraphs_is_put_back() -> None:
    body = CHANGES + "<text:p>It is <text:change text:change-id='d'/> now.</text:p>"
    assert odt(body) == ["It is now."]
    assert odt(body, "rejected") == ["It is gone", "over now."]


def test_an_insertion_over_two_paragraphs_is_taken_out() -> None:
    body = (
        CHANGES + "<text:p>One<text:change-start text:change-id='i'/> more.</text:p>"
        "<text:p>And more.</text:p>"
        "<text:p>And<text:change-end text:change-id='i'/> two.</text:p><text:p>Three.</text:p>"
    )
    assert odt(body) == ["One more.", "And more.", "And two.", "Three."]
    assert odt(body, "rejected") == ["One two.", "Three."]


def test_a_change_of_format_is_no_change_of_text() -> None:
    body = CHANGES + (
        "<text:p>A<text:change-start text:change-id='f'/>b"
        "<text:change-end text:change-id='f'/></text:p>"
    )
    assert odt(body) == odt(body, "rejected") == ["Ab"]


def test_lists_tables_boxes_and_notes() -> None:
    body = (
        "<text:list><text:list-item><text:p>a</text:p><text:list><text:list-item>"
        "<text:p>b</text:p></text:list-item></text:list></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>c</text:p></table:table-cell>"
        "<table:covered-table-cell><text:p>x</text:p></table:covered-table-cell>"
        "</table:table-row></table:table>"
        "<text:p>d<draw:frame><draw:text-box><text:p>e</text:p></draw:text-box></draw:frame>"
        "<text:note text:note-class='endnote'><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>f</text:p></text:note-body></text:note></text:p>"
        "<text:h text:outline-level='3'>g</text:h>"
    )
    found = content(Kind.ODT, flat_odt(body)).paragraphs
    assert [(p.text, p.style.kind.value, p.style.level) for p in found] == [
        ("a", "list-item", 1),
        ("b", "list-item", 2),
        ("c", "table-cell", 0),
        ("d", "body", 0),
        ("e", "body", 0),
        ("g", "heading", 3),
        ("f", "footnote", 0),
    ]


def test_what_an_opendocument_leaves_out() -> None:
    body = (
        "<text:table-of-content><text:index-body><text:p>1</text:p></text:index-body>"
        "</text:table-of-content>"
        "<text:section text:display='none'><text:p>x</text:p></text:section>"
        "<text:p>Seen.<office:annotation><text:p>c</text:p></office:annotation>"
        "<draw:frame><draw:object/><draw:image/></draw:frame></text:p>"
    )
    assert odt(body) == ["Seen."]
    counted = {"navigation": 1, "hidden": 1, "comments": 1, "objects": 1}
    assert left_out(Kind.ODT, flat_odt(body)) == counted


def test_text_that_a_style_of_paragraphs_hides_is_left_out() -> None:
    shown, hidden = (
        f"<style:style style:name='{name}' style:family='{family}'><style:text-properties"
        f" text:display='{display}'/></style:style>"
        for name, family, display in (("S", "text", "true"), ("H", "paragraph", "none"))
    )
    body = (
        "<text:p>One.</text:p><text:p text:style-name='H'>Not<text:s/>this <text:span>nor"
        "</text:span> that.<text:line-break/></text:p><text:p text:style-name='H'>But not "
        "<text:span text:style-name='S'>two.</text:span></text:p><text:p>Three.</text:p>"
    )
    assert odt(body, before=shown + hidden) == ["One.", "two.", "Three."]
    assert left_out(Kind.ODT, flat_odt(body, shown + hidden)) == {"hidden": 1}


def test_a_locked_opendocument_says_so() -> None:
    entries = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": b"\x01\x02"}
    manifest = "<manifest><encryption-data/></manifest>"
    with pytest.raises(Unreadable, match="protected by a password"):
        content(Kind.ODT, archive({**entries, "META-INF/manifest.xml": manifest}))
    with pytest.raises(Unreadable, match="protected by a password"):
        content(Kind.ODT, archive({"encrypted-package": b"\x01"}))


# RTF


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("caf\\'e9 \\'80", "café €"),
        ("{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}{\\f1 \\'cf\\'f0}\\'e9", "Прé"),
        ("{\\fonttbl{\\f0\\fcharset128 A;}}\\f0\\'93\\'fa\\'96\\'7b", "日本"),
        ("{\\fonttbl{\\f0\\fcharset128 A;}}\\f0\\'93\\'fa\\'96{", "日"),
        ("{\\fonttbl{\\f1\\fcharset2 Symbol;}}\\f1 \\'61\\u-3998?", "αβ"),
        ("\\u8222?Ja\\u8220\\'22", "„Ja“"),
        ("\\u-10179?\\u-8704?!", "😀!"),
        ("\\u-10179?lone", "lone"),
        ("\\uc2\\u937\\'57\\'20X", "ΩX"),
        ("\\uc0\\u937X", "ΩX"),
        ("{\\uc3\\u937 abc}d", "Ωd"),
        ("a\\~b\\_c\\-d\\\\e\\{f\\}", "a\u00a0b\u2011c\u00add\\e{f}"),
        ("a\\emdash b\\bullet\\tab c\\line d", "a—b•\tc\nd"),
        ("a\\bin5 }}}}}b", "ab"),
        ("raw \xe9", "raw é"),
        ("{\\upr{plain}{\\*\\ud{rich}}}", "rich"),
        ("{\\*\\unheard of}seen", "seen"),
        ("a{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt link}}b", "alinkb"),
        ("{\\xe index}{\\bkmkstart}text", "text"),
        ("{\\v hidden}seen{\\info{\\title T}}", "seen"),
        ("one\r\ntwo", "onetwo"),
        ("{\\listtext 1.\\tab}item", "item"),
    ],
)
def test_rtf_characters(source: str, expected: str) -> None:
    assert "".join(rtf(source)).rstrip("\ufffd") == expected


def test_code_pages_of_the_whole_document() -> None:
    assert rtf("\\'b9", head="\\ansi\\ansicpg1250") == ["ą"]
    assert rtf("\\'8e", head="\\mac") == ["é"]
    assert rtf("\\'84", head="\\pc") == ["ä"]
    assert rtf("\\'e9", head="\\ansi\\ansicpg99999") == ["é"]


def test_deleted_and_inserted_text_of_rtf() -> None:
    body = "The {\\deleted old }{\\revised new }end.\\par More{\\deleted\\par } text.\\par"
    assert rtf(body) == ["The new end.", "More text."]
    assert rtf(body, "rejected") == ["The old end.", "More", " text."]


def test_paragraphs_of_rtf_are_what_they_are() -> None:
    sheet = "{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}{\\s5\\sbasedon1 Mine;}{\\s7 Quote;}}"
    body = (
        "\\pard\\s1 a\\par\\pard\\s5 b\\par\\pard\\s7 c\\par\\pard\\outlinelevel2 d\\par"
        "\\pard\\ls1\\ilvl1 e\\par\\pard\\intbl f\\cell g\\cell\\row\\pard h\\par"
        "\\pard\\fi-360\\li720 \\bullet\\tab i\\par"
    )
    assert [(style.kind.value, style.level) for style in rtf_styles(sheet + body)] == [
        ("heading", 1),
        ("heading", 1),
        ("quotation", 0),
        ("heading", 3),
        ("list-item", 2),
        ("table-cell", 0),
        ("body", 0),
        ("list-item", 2),
    ]


def test_notes_and_boxes_of_rtf_follow_their_paragraph() -> None:
    body = (
        "One{\\super\\chftn{\\footnote\\chftn  Low.\\par}}{\\footnote\\ftnalt Last.}, two"
        "{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt\\pard Box.\\par}}"
        "{\\shprslt again}}.\\par Three.\\par"
    )
    assert [text.strip() for text in rtf(body)] == ["One, two.", "Low.", "Box.", "Three.", "Last."]


def test_emphasis_of_rtf() -> None:
    (paragraph,) = content(
        Kind.RTF, b"{\\rtf1 a{\\b b}{\\i c\\i0 d}{\\uld e\\ulnone f}\\super g\\nosupersub h\\plain}"
    ).paragraphs
    assert [
        (e.kind.value, paragraph.text[e.span.start : e.span.end]) for e in paragraph.emphasis
    ] == [
        ("bold", "b"),
        ("italic", "c"),
        ("underline", "e"),
        ("superscript", "g"),
    ]


def test_what_rtf_leaves_out() -> None:
    data = (
        b"{\\rtf1 {\\header Top}{\\footer\\pard Page {\\field{\\fldrslt 1}}\\par}Text"
        b"{\\*\\shppict{\\pict ff}}{\\nonshppict{\\pict ff}}{\\*\\annotation Note}{\\v x}"
        b"{\\object{\\*\\objdata ff}{\\result{\\pict ff}}}}"
    )
    assert texts(Kind.RTF, data) == ["Text"]
    counted = {"headers": 2, "pictures": 1, "comments": 1, "hidden": 1, "objects": 1}
    assert left_out(Kind.RTF, data) == counted


def test_tables_of_contents_and_indexes_of_rtf_are_left_out() -> None:
    styles = "{\\stylesheet{\\s1 toc 1;}{\\s2\\sbasedon1 Own;}{\\s3 Index 1;}{\\s4 Contents;}}"
    body = (
        styles + "{\\s1 The well\\tab 3\\par}{\\s2 The pear\\tab 4\\par}\\pard Text.\\par"
        "{\\s3 pears, 4\\par}{\\s4 Contents are mixed.\\par}"
    )
    assert rtf(body) == ["Text.", "Contents are mixed."]
    assert left_out(Kind.RTF, f"{{\\rtf1 {body}}}".encode()) == {"navigation": 2}


def test_of_a_reading_above_a_word_the_word_is_text() -> None:
    code = "EQ \\\\* jc2 \\\\* hps10 \\\\o\\\\ad(\\\\s\\\\up 9(\\u12392 ?),\\u26481 ?\\u20140 ?)"
    body = f"See {{\\field{{\\*\\fldinst{{{code}\\par}}}}{{\\fldrslt{{}}}}}} there."
    link = (
        "{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt {\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}.}}"
    )
    assert rtf(f"{body} {link}") == ["See 東京 there. 7."]


def test_of_an_rtf_that_was_cut_off_it_is_said() -> None:
    assert content(Kind.RTF, b"{\\rtf1 One.\\par {\\b Two").remark.startswith(
        "The file ends too early"
    )
    assert content(Kind.RTF, b"{\\rtf1 One.}\r\n\0").remark == ""


def test_what_follows_the_end_is_no_part_of_rtf() -> None:
    assert texts(Kind.RTF, b"  {\\rtf1 One.}}}\\par Two {") == ["One."]
    assert texts(Kind.RTF, b"{\\rtf1 Cut\\") == ["Cut"]
    with pytest.raises(Unreadable, match="no RTF"):
        texts(Kind.RTF, b"plain")
