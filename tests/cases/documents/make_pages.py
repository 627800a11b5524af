#!/usr/bin/env python3
"""Makes the web pages, e-books, Markdown files and PDF documents in this folder from `texts/`.

    python3 make_pages.py [FOLDER]

Needs pandoc, LibreOffice and Chromium, and the Python package `typst`; run by hand, when a document
is to be added. The tests read what it made.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
TEXTS = HERE / "texts"
FONTS = {"zh": "Noto Serif CJK SC", "ar": "Noto Naskh Arabic"}


def run(*command):
    """Run a program, quietly unless it fails."""
    subprocess.run([str(part) for part in command], check=True, capture_output=True)


def pandoc(text, out, *options):
    """Convert a text with pandoc."""
    run("pandoc", "-f", "markdown", TEXTS / f"{text}.md", "-o", out, *options)


def language(text):
    """The language that a text's name ends in."""
    return text.rsplit(".", 1)[1]


def page(text, out, style=""):
    """A page as pandoc makes it."""
    title = f"title-meta={text}"
    with tempfile.NamedTemporaryFile("w", suffix=".css") as css:
        css.write(style)
        css.flush()
        css_options = ["--self-contained", "--css", css.name] if style else []
        code = language(text)
        direction = ["-V", "dir=rtl"] if code == "ar" else []
        pandoc(text, out, "-s", "--metadata", title, "-V", f"lang={code}", *direction, *css_options)


def epub(text, out):
    """An e-book as pandoc makes it, with a page for its title before all others."""
    options = ["--metadata", "title=A made book", "--metadata", f"lang={language(text)}"]
    pandoc(text, out, "--toc", "--epub-chapter-level=2", *options)


def site(text, out):
    """A page of a site, with all that stands around its text."""
    with tempfile.TemporaryDirectory() as folder:
        body = Path(folder, "body.html")
        pandoc(text, body)
        html = SITE.format(body=body.read_text(encoding="utf-8"), language=language(text))
        Path(out).write_text(html, encoding="utf-8")


SITE = """<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><title>A page</title>
<style>p {{ color: black }}</style><script>var text = "<p>no text</p>";</script></head>
<body class="page">
<a class="skip-link sr-only" href="#main">Skip to the text</a>
<header class="site-header"><a href="/">The Evening Reader</a>
<nav><ul><li><a href="/news">News</a></li><li><a href="/books">Books</a></li></ul></nav></header>
<div class="breadcrumb"><a href="/">Home</a> › <a href="/t">Texts</a> › <b>This one</b></div>
<main id="main"><article>
{body}
<aside class="share"><a href="#s">Share</a> <a href="#p">Print</a></aside>
<p hidden>Nobody sees this.</p><div style="display: none"><p>Nor this.</p></div>
<script>document.write("more")</script>
</article></main>
<div class="sidebar related"><h3>Related</h3><ul><li><a href="/1">Another text</a></li>
<li><a href="/2">A third text with a longer title</a></li></ul></div>
<form action="/search"><input name="q"><button>Search</button></form>
<footer><p>All rights reserved. <a href="/imprint">Imprint</a></p></footer>
<noscript>Please turn on scripts.</noscript>
</body></html>
"""

PRINT = """
@page {{ size: A5; margin: 18mm 16mm; }}
body {{ font: 11pt/1.35 "{font}"; max-width: none; padding: 0; margin: 0; text-align: {align};
  column-count: {columns}; column-gap: 8mm; color: black; }}
h1 {{ font-size: 20pt }} h2 {{ font-size: 14pt }} h1, h2, th {{ font-weight: normal }}
code {{ font: inherit }} p {{ margin: 0 0 .7em; }}
"""


def chromium_pdf(text, out, columns=1, align="start", shy=False):
    """A page printed by Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        html = Path(folder, "page.html")
        font = FONTS.get(language(text), "DejaVu Serif")
        page(text, html, PRINT.format(font=font, columns=columns, align=align))
        if shy:
            html.write_text(hyphenated(html.read_text("utf-8")), encoding="utf-8")
        run(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--print-to-pdf={out}",
            html.as_uri(),
        )


def hyphenated(html):
    """With a soft hyphen in the middle of each long word of the text."""
    head, body = html.split("<body>", 1)
    words = re.compile(r"(?<![<&/\w\"=#])([^\W\d_]{4})([^\W\d_]{4,})(?![^<]*>)")
    return head + "<body>" + words.sub("\\1\u00ad\\2", body)


def libreoffice_pdf(text, out, options=""):
    """A document that LibreOffice exports."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "made.docx")
        pandoc(text, made, "-V", f"lang={language(text)}")
        profile = f"-env:UserInstallation=file://{folder}/profile"
        wanted = "pdf:writer_pdf_Export:" + options if options else "pdf"
        run("soffice", profile, "--headless", "--convert-to", wanted, "--outdir", folder, made)
        shutil.copyfile(Path(folder, "made.pdf"), out)


LOCKED = """{"EncryptFile": {"type": "boolean", "value": "true"},
"DocumentOpenPassword": {"type": "string", "value": "swordfish"}}"""


TYPST = """
#set document(title: none, date: none)
#set page("a5", columns: {columns}, numbering: "1", margin: 1.7cm,
  header: context if counter(page).get().first() > 1 [#emph[{head}] #h(1fr) {language}])
#set text(lang: "{language}", font: "{font}", size: 10pt, hyphenate: true)
#set par(justify: true, leading: .6em, spacing: {spacing}, first-line-indent: {indent})
#show heading: set block(above: 1.4em, below: .8em)
"""


def typst_group(group):
    """The paragraphs between two empty lines as Typst writes them."""
    lines = group.split("\n")
    if group.startswith("```"):
        return " \\\n".join(lines[1:-1])
    if group.startswith("|"):
        rows = [line[1:-1].split("|") for line in lines if "---" not in line]
        cells = ", ".join(f"[{cell.strip()}]" for row in rows for cell in row)
        return f"#table(columns: {len(rows[0])}, {cells})"
    text = re.sub(r"(?<!\*)\*([^*]+)\*(?!\*)", r"_\1_", group).replace("**", "*")
    if text.startswith("#"):
        return re.sub("^#+", lambda mark: "=" * len(mark[0]), text)
    return f"#quote(block: true)[{text[2:]}]" if text.startswith("> ") else text


def typst_pdf(text, out, columns=1, indent="0pt", spacing="1.1em"):
    """A book page set by Typst: justified, hyphenated, with running heads and page numbers."""
    import typst  # noqa: PLC0415 - nothing else needs it

    with tempfile.TemporaryDirectory() as folder:
        written = (TEXTS / f"{text}.md").read_text("utf-8")
        source = "\n\n".join(typst_group(group) for group in written.strip().split("\n\n"))
        head = written.split("\n")[0][2:]
        code = language(text)
        prelude = TYPST.format(
            columns=columns,
            head=head,
            language=code,
            indent=indent,
            spacing=spacing,
            font=FONTS.get(code, "Libertinus Serif"),
        )
        typ = Path(folder, "all.typ")
        typ.write_text(prelude + source, encoding="utf-8")
        typst.compile(str(typ), output=str(out))


def notes(out):
    """A text with footnotes as several programs keep them."""
    text = HERE / "notes" / "harbour.en.md"
    made = out / "harbour.en.pandoc.docx"
    run("pandoc", text, "-o", made)
    title = ["--metadata", "title-meta=A made text", "-V", "lang=en"]
    run("pandoc", text, "-s", *title, "-o", out / "harbour.en.pandoc.html")
    run("pandoc", text, "--metadata", "title=A made book", "-o", out / "harbour.en.pandoc.epub")
    for suffix in ("html", "odt", "rtf", "epub", "pdf"):
        with tempfile.TemporaryDirectory() as folder:
            profile = f"-env:UserInstallation=file://{folder}/profile"
            run("soffice", profile, "--headless", "--convert-to", suffix, "--outdir", folder, made)
            name = f"harbour.en.libreoffice.{suffix}"
            shutil.copyfile(Path(folder, f"harbour.en.pandoc.{suffix}"), out / name)


def main(folder):
    """Make all of them."""
    out = Path(folder)
    (out / "notes").mkdir(exist_ok=True)
    notes(out / "notes")
    for text in ("lighthouse.en", "mill.de", "bakery.fr", "market.ar", "teahouse.zh"):
        page(text, out / f"{text}.pandoc.html")
    for text in ("lighthouse.en", "station.ru"):
        site(text, out / f"{text}.site.html")
    for text in ("lighthouse.en", "island.el", "teahouse.zh"):
        epub(text, out / f"{text}.pandoc.epub")
    for text in ("lighthouse.en", "bakery.fr", "teahouse.zh"):
        pandoc(text, out / f"{text}.pandoc.md", "-t", "gfm", "--columns=60")
    for text in ("lighthouse.en", "mill.de", "station.ru", "island.el", "teahouse.zh"):
        libreoffice_pdf(text, out / f"{text}.libreoffice.pdf")
    libreoffice_pdf("bakery.fr", out / "bakery.fr.locked.pdf", " ".join(LOCKED.split()))
    pandoc("lighthouse.en", out / "lighthouse.en.pandoc.docx")
    for text in ("lighthouse.en", "mill.de", "bakery.fr", "market.ar"):
        chromium_pdf(text, out / f"{text}.chromium.pdf")
    chromium_pdf("mill.de", out / "mill.de.chromium-two.pdf", 2, "justify", shy=True)
    chromium_pdf("lighthouse.en", out / "lighthouse.en.chromium-two.pdf", 2)
    for text in ("lighthouse.en", "mill.de", "bakery.fr", "station.ru", "island.el"):
        typst_pdf(text, out / f"{text}.typst.pdf")
        typst_pdf(text, out / f"{text}.typst-two.pdf", 2)
    typst_pdf("lighthouse.en", out / "lighthouse.en.typst-book.pdf", 1, "1.2em", ".6em")
    typst_pdf("mill.de", out / "mill.de.typst-book-two.pdf", 2, "1.2em", ".6em")
    for text in ("teahouse.zh", "market.ar"):
        typst_pdf(text, out / f"{text}.typst.pdf")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else HERE)
