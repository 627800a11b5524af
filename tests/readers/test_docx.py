"""DOCX made by hand: what Word writes and others read wrongly."""

from __future__ import annotations

import pytest
from office_files import STRICT, archive, content, docx, left_out, texts

from variorum.engine import Style, StyleKind
from variorum.readers import Kind
from variorum.readers.errors import Unreadable


def p(inner: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "", tag: str = "t") -> str:
    before = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{before}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def found(body: str, tracked: str = "accepted", **parts: str) -> list[str]:
    return texts(Kind.DOCX, docx(body, **parts), tracked)


def styles(body: str, **parts: str) -> list[Style]:
    return [paragraph.style for paragraph in content(Kind.DOCX, docx(body, **parts)).paragraphs]


INSERTED = f"<w:ins w:id='1'>{r('new ')}</w:ins>"
DELETED = f"<w:del w:id='2'>{r('old ', tag='delText')}</w:del>"
MOVED_FROM = f"<w:moveFrom w:id='3'>{r('wanderer ')}</w:moveFrom>"
MOVED_TO = f"<w:moveTo w:id='4'>{r('wanderer ')}</w:moveTo>"


@pytest.mark.parametrize(
    ("tracked", "expected"),
    [
        ("accepted", ["The new end.", "Here the wanderer is."]),
        ("rejected", ["The old wanderer end.", "Here the is."]),
        ("original", ["The old wanderer end.", "Here the is."]),
    ],
)
def test_recorded_changes_and_moves(tracked: str, expected: list[str]) -> None:
    body = p(r("The ") + INSERTED + DELETED + MOVED_FROM + r("end."))
    body += p(r("Here the ") + MOVED_TO + r("is."))
    assert found(body, tracked) == expected


def test_what_was_accepted_or_rejected_is_counted() -> None:
    data = docx(p(r("The ") + INSERTED + DELETED + MOVED_FROM + r("end.")))
    assert left_out(Kind.DOCX, data) == {"deletions": 1}
    assert left_out(Kind.DOCX, data, "rejected") == {"insertions": 1}


@pytest.mark.parametrize("mark", ["del", "moveFrom"])
def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(mark: str) -> None:
    body = p(r("One "), f"<w:rPr><w:{mark}/></w:rPr>") + p(r("two."))
    assert found(body) == ["One two."]
    assert found(body, "rejected") == ["One ", "two."]


def test_a_paragraph_whose_end_was_inserted_goes_on_if_that_is_rejected() -> None:
    body = p(r("One "), "<w:rPr><w:ins/></w:rPr>") + p(r("two."))
    assert found(body) == ["One ", "two."]
    assert found(body, "rejected") == ["One two."]


def row(cell: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc>{p(r(cell))}</w:tc></w:tr>"


def test_rows_that_were_deleted_or_inserted() -> None:
    body = f"<w:tbl>{row('kept')}{row('gone', '<w:del/>')}{row('come', '<w:ins/>')}</w:tbl>"
    assert found(body) == ["kept", "come"]
    assert found(body, "rejected") == ["kept", "gone"]
    assert set(styles(body)) == {Style(StyleKind.TABLE_CELL)}


def test_a_deleted_end_in_a_cell_does_not_reach_into_the_next() -> None:
    end = "<w:rPr><w:del/></w:rPr>"
    body = f"<w:tbl><w:tr><w:tc>{p(r('a'), end)}</w:tc><w:tc>{p(r('b'))}</w:tc></w:tr></w:tbl>"
    assert found(body) == ["a \tb"]


def test_content_controls_are_read_but_not_what_only_asks_to_be_replaced() -> None:
    inline = f"<w:sdt><w:sdtContent>{r('inside ')}</w:sdtContent></w:sdt>"
    asking = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{r('Click here')}</w:sdtContent></w:sdt>"
    )
    around = f"<w:sdt><w:sdtContent>{p(r('A whole one.'))}</w:sdtContent></w:sdt>"
    body = p(r("The ") + inline + asking + r("end.")) + around
    assert found(body) == ["The inside end.", "A whole one."]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p(r('In the box.'))}</w:txbxContent>"
    body = p(
        r("Before ")
        + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        + box
        + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        + box
        + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        + r("and after.")
    )
    assert found(body) == ["Before and after.", "In the box."]


def test_an_old_text_box_and_a_picture() -> None:
    box = f"<w:txbxContent>{p(r('In the box.'))}</w:txbxContent>"
    old = f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    picture = "<w:r><w:drawing><a:graphicData><a:blip/></a:graphicData></w:drawing></w:r>"
    chart = "<w:r><w:drawing><a:graphicData uri='http://x/2006/chart'/></w:drawing></w:r>"
    data = docx(p(r("Text.") + old + picture + chart + "<w:r><w:object/></w:r>"))
    assert texts(Kind.DOCX, data) == ["Text.", "In the box."]
    assert left_out(Kind.DOCX, data) == {"pictures": 1, "objects": 2}


def test_signs_that_are_elements() -> None:
    signs = "<w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/><w:cr/>"
    symbol = "<w:sym w:font='Symbol' w:char='F061'/><w:sym w:font='Wingdings' w:char='F0FC'/>"
    unknown = "<w:sym w:font='Wingdings 3' w:char='F0FC'/>"
    body = p(f"{r('a')}<w:r>{signs}{symbol}{unknown}</w:r>{r('b')}")
    assert found(body) == ["a\t\n\u2011\u00ad\nα✓\ufffdb"]


@pytest.mark.parametrize(
    ("code", "sign"),
    [
        ("0041", "A"),
        ("2713", "✓"),
        *((code, "\ufffd") for code in ("E000", "D800", "DFFF", "110000", "-5", "x", "")),
    ],
)
def test_signs_of_fonts_that_show_letters(code: str, sign: str) -> None:
    body = p(f"<w:r><w:sym w:font='Arial' w:char='{code}'/></w:r>" + r(" here"))
    assert found(body) == [f"{sign} here"]


def field(inner: str, result: str) -> str:
    begin, separate, end = (
        f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("begin", "separate", "end")
    )
    return f"{begin}{inner}{separate}{result}{end}"


def test_of_a_field_only_the_result_is_text() -> None:
    code = "<w:r><w:instrText> REF x </w:instrText></w:r>"
    nested = field(code + field(code, r("hidden")), r("shown"))
    assert found(p(r("It is ") + nested + r("."))) == ["It is shown."]
    assert found(p("<w:fldSimple w:instr='DATE'>" + r("today") + "</w:fldSimple>")) == ["today"]


def test_of_a_reading_above_a_word_the_word_is_text() -> None:
    code = r("EQ \\* jc2 \\o\\ad(\\s\\up 9(", tag="instrText") + r("kan),word)", tag="instrText")
    assert found(p(r("One ") + field(code, "") + r("."))) == ["One word."]
    assert found(p(r("One ") + field(r("EQ \\f(1,2)", tag="instrText"), "") + r("."))) == ["One ."]


def test_a_field_that_never_ends_swallows_one_paragraph_at_most() -> None:
    begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
    assert found(p(r("One.") + begin + r("code")) + p(r("Two."))) == ["One.", "Two."]


def test_notes_stand_where_they_belong() -> None:
    def note(kind: str, key: str, text: str, extra: str = "") -> str:
        return f"<w:{kind} w:id='{key}'{extra}>{p(r(text))}</w:{kind}>"

    separator = note("footnote", "0", "------", " w:type='separator'")
    body = p(
        r("First.")
        + "<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:endnoteReference w:id='2'/></w:r>"
    ) + p(r("Second."))
    data = docx(
        body,
        footnotes=separator + note("footnote", "2", "At the foot."),
        endnotes=note("endnote", "2", "At the end."),
    )
    found = content(Kind.DOCX, data).paragraphs
    assert [(paragraph.text, paragraph.style.kind.value) for paragraph in found] == [
        ("First.", "body"),
        ("At the foot.", "footnote"),
        ("Second.", "body"),
        ("At the end.", "footnote"),
    ]


STYLES = """
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/>
  <w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Part"><w:name w:val="Part"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/>
  <w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Verz1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Stichwort"><w:name w:val="index 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Unseen"><w:name w:val="Key"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Seen"><w:name w:val="Answer"/><w:basedOn w:val="Unseen"/>
  <w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/>
  <w:basedOn w:val="Ring"/></w:style>
<w:style w:type="character" w:styleId="Stark"><w:name w:val="Strong"/>
  <w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Link"><w:name w:val="Hyperlink"/>
  <w:rPr><w:u w:val="single"/></w:rPr></w:style>
"""


@pytest.mark.parametrize(
    ("properties", "kind", "level"),
    [
        ("<w:pStyle w:val='berschrift2'/>", "heading", 2),
        ("<w:pStyle w:val='Mine'/>", "heading", 2),
        ("<w:pStyle w:val='Part'/>", "heading", 1),
        ("<w:pStyle w:val='Zitat'/>", "quotation", 0),
        ("<w:pStyle w:val='Punkt'/>", "list-item", 1),
        ("<w:pStyle w:val='Ring'/>", "body", 0),
        ("<w:pStyle w:val='Nowhere'/>", "body", 0),
        ("<w:outlineLvl w:val='3'/>", "heading", 4),
        ("<w:outlineLvl w:val='9'/>", "body", 0),
        ("<w:numPr><w:ilvl w:val='2'/><w:numId w:val='1'/></w:numPr>", "list-item", 3),
        ("<w:numPr><w:ilvl w:val='2'/><w:numId w:val='0'/></w:numPr>", "body", 0),
    ],
)
def test_what_a_paragraph_is(properties: str, kind: str, level: int) -> None:
    assert styles(p(r("Text."), properties), styles=STYLES) == [Style(StyleKind(kind), level)]


def test_a_table_of_contents_is_left_out() -> None:
    line = p(r("Chapter 1 ... 7"), "<w:pStyle w:val='Verz1'/>")
    data = docx(line + line + p(r("Chapter 1")), styles=STYLES)
    assert texts(Kind.DOCX, data) == ["Chapter 1"]
    assert left_out(Kind.DOCX, data) == {"navigation": 1}


def test_an_index_is_left_out() -> None:
    line = p(r("bells, 3, 7"), "<w:pStyle w:val='Stichwort'/>")
    data = docx(p(r("Chapter 1")) + line + line, styles=STYLES)
    assert texts(Kind.DOCX, data) == ["Chapter 1"]
    assert left_out(Kind.DOCX, data) == {"navigation": 1}


def test_text_that_a_style_of_paragraphs_hides_is_left_out() -> None:
    body = p(r("Gone.") + r("Shown.", "<w:vanish w:val='0'/>"), "<w:pStyle w:val='Unseen'/>")
    data = docx(body + p(r("Seen."), "<w:pStyle w:val='Seen'/>"), styles=STYLES)
    assert texts(Kind.DOCX, data) == ["Shown.", "Seen."]
    assert left_out(Kind.DOCX, data) == {"hidden": 1}


def test_emphasis_is_what_differs_from_the_style() -> None:
    body = p(
        r("a ", "<w:rStyle w:val='Stark'/>")
        + r("b ", "<w:rStyle w:val='Stark'/><w:b w:val='0'/>")
        + r("c ", "<w:b/><w:i w:val='true'/>")
        + r("d ", "<w:rStyle w:val='Link'/>")
        + r("e", "<w:vertAlign w:val='superscript'/>"),
        "<w:pStyle w:val='Zitat'/>",
    )
    (paragraph,) = content(Kind.DOCX, docx(body, styles=STYLES)).paragraphs
    assert [
        (kind.value, paragraph.text[span.start : span.end]) for span, kind in paragraph.emphasis
    ] == [("bold", "a "), ("bold", "c "), ("italic", "c "), ("superscript", "e")]


def test_hidden_text_comments_and_margins_are_counted() -> None:
    body = p(r("Seen.") + r("Unseen.", "<w:vanish/>") + "<w:r><w:commentReference/></w:r>")
    data = docx(body, header=p(r("The head")), footer=p(""))
    assert texts(Kind.DOCX, data) == ["Seen."]
    assert left_out(Kind.DOCX, data) == {"comments": 1, "headers": 1, "hidden": 1}


def test_an_initial_belongs_to_its_word() -> None:
    initial = p(r("O"), "<w:framePr w:dropCap='drop' w:lines='3'/>")
    assert found(initial + p(r("nce upon a time."))) == ["Once upon a time."]


def test_white_space_counts_only_where_it_is_said_to() -> None:
    body = p("<w:r><w:t> one\n two </w:t></w:r><w:r><w:t xml:space='preserve'> three</w:t></w:r>")
    assert found(body) == ["one  two three"]


def test_formulas_and_readings() -> None:
    formula = "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"
    reading = f"<w:rt>{r('とうきょう')}</w:rt><w:rubyBase>{r('東京')}</w:rubyBase>"
    assert found(p(r("So ") + formula + f"<w:r><w:ruby>{reading}</w:ruby></w:r>")) == ["So x+1東京"]


def test_the_strict_namespace_is_the_same() -> None:
    body = p(r("Strict.", "<w:b/>"), "<w:outlineLvl w:val='0'/>")
    usual, strict = (
        content(Kind.DOCX, docx(body, **options))
        for options in ({}, {"namespace": STRICT})  # type: ignore[arg-type]
    )
    assert usual.paragraphs == strict.paragraphs
    assert usual.paragraphs[0].style.kind is StyleKind.HEADING


def test_the_text_may_stand_anywhere_in_the_archive() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    data = archive(
        {
            "_rels/.rels": f'<Relationships xmlns="{namespace}"><Relationship Type="{kind}" '
            'Target="/../odd/place.xml"/></Relationships>',
            "odd/place.xml": f'<w:document xmlns:w="{word}"><w:p><w:r><w:t>Found.</w:t></w:r></w:p>'
            "</w:document>",
        }
    )
    assert texts(Kind.DOCX, data) == ["Found."]


def test_an_archive_without_a_text_is_no_document() -> None:
    with pytest.raises(Unreadable, match="no Word document"):
        texts(Kind.DOCX, archive({"word/other.xml": "<a/>"}))
