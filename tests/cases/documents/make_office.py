#!/usr/bin/env python3
"""Makes the documents of word processors in the folder `office` from `texts/` and `deed.fodt`, and
those with tables from `tables/ferries.html`.

    python3 make_office.py [FOLDER]

Needs pandoc and LibreOffice (7.4 and pandoc 2.17 made those here); run by hand, when a document is
to be added. The tests read what it made; where both programs are there they make some anew.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
TEXTS = HERE / "texts"
FORMATS = ("docx", "odt", "rtf")
MADE = ("lighthouse.en", "market.ar", "mill.de", "station.ru", "teahouse.zh")


def run(*command):
    """Run a program, quietly unless it fails."""
    subprocess.run([str(part) for part in command], check=True, capture_output=True)


def pandoc(text, out):
    """Convert a text with pandoc."""
    code = text.rsplit(".", 1)[1]
    source = TEXTS / f"{text}.md"
    run("pandoc", "-s", "-f", "markdown-smart", source, "--metadata", f"lang={code}", "-o", out)


def libreoffice(source, form, folder, *further):
    """Convert documents with LibreOffice, all in one run: it takes long to start.

    A profile of its own, so that no window of the user's is asked to do it.
    """
    with tempfile.TemporaryDirectory() as profile:
        settings = f"-env:UserInstallation={Path(profile).as_uri()}"
        options = ("--headless", "--convert-to", form, "--outdir", folder, *further)
        run("soffice", settings, *options, *source)


def make(texts, folder, formats=FORMATS):
    """Make all documents of some texts.

    LibreOffice opens what pandoc made, and writes it as its own.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        begun = []
        for text in texts:
            for form in formats:
                pandoc(text, folder / f"{text}.pandoc.{form}")
            begun.append(Path(scratch, f"{text}.libreoffice.odt"))
            pandoc(text, begun[-1])
        for form in formats:
            libreoffice(begun, form, folder)


def make_tables(page, folder):
    """Make all documents of a page with tables, which LibreOffice reads as a text first."""
    with tempfile.TemporaryDirectory() as scratch:
        libreoffice([page], "odt:writer8", Path(scratch), "--infilter=HTML (StarWriter)")
        for form in FORMATS:
            libreoffice([Path(scratch, f"{page.stem}.odt")], form, folder)


def main(arguments):
    """Make everything."""
    folder = Path(arguments[0]) if arguments else HERE / "office"
    make(MADE, folder)
    for form in FORMATS:
        libreoffice([HERE / "deed.fodt"], form, folder)
    page = HERE / "tables" / "ferries.html"
    make_tables(page, Path(arguments[0]) if arguments else page.parent)


if __name__ == "__main__":
    main(sys.argv[1:])
