"""An annotated page as text that a person can read: for snapshots, in `tests/cases/pages`."""

from __future__ import annotations

from html.parser import HTMLParser

SIGNS = {
    "del": ("[-", "-]"),
    "ins": ("{+", "+}"),
    "b": ("*", "*"),
    "mark": ("_", "_"),
    "h1": ("# ", "\n"),
    "h2": ("## ", "\n"),
    "summary": ("~ ", " ~\n"),
    "p": ("", "\n"),
    "li": ("- ", "\n"),
    "tr": ("", "\n"),
    "td": ("", " |"),
    "th": ("", " |"),
    "dt": ("", ": "),
    "dd": ("", "\n"),
    "label": ("", " "),
}
CLASSES = {"l": "left:", "r": "right:", "g": "between:", "notes": "notes:", "b": "----"}
SILENT = {"style", "script", "title"}
OPTIONAL = {"p", "li"}
"""Their ends may be left out."""
VOID = {"meta", "br", "input", "rect"}


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.open: list[tuple[str, str]] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        if tag in OPTIONAL and self.open and self.open[-1][0] == tag:
            self.handle_endtag(tag)
        known = {name: value or "" for name, value in attrs}
        names = known.get("class", "").split()
        silent = tag in SILENT or "tools" in names or "legend" in names
        self.silent += silent
        before, after = SIGNS.get(tag, ("", ""))
        if tag == "div":
            before = next((f"{CLASSES[n]}\n" for n in names if n in CLASSES), "")
            kinds = [n for n in names if n in ("u", "x", "y", "m")]
            if "b" in names and kinds:
                before = f"---- {kinds[0]}\n"
            after = "\n" if before else ""
        if number := known.get("data-n"):
            before += f"({number}) "
        if letter := known.get("data-p"):
            after = f"_({letter})"
        if any(name in ("chip", "gap") for name in names):
            before, after = f"{before}<", ">"
        self._put(before)
        self.open.append((tag, "silent" if silent else after))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID, attrs

    def handle_endtag(self, tag: str) -> None:
        if tag not in OPTIONAL and self.open[-1][0] in OPTIONAL:
            self.handle_endtag(self.open[-1][0])
        found, after = self.open.pop()
        assert found == tag
        if after == "silent":
            self.silent -= 1
        else:
            self._put(after)

    def handle_data(self, data: str) -> None:
        self._put(data)

    def _put(self, text: str) -> None:
        if not self.silent:
            self.parts.append(text)


def page_text(html: str) -> str:
    """The page without its styles, scripts, tools and legend; `[-`, `{+`, `*` stand for marks."""
    reader = _Text()
    reader.feed(html)
    rows = (row.rstrip() for row in "".join(reader.parts).splitlines())
    return "\n".join(row for row in rows if row) + "\n"
