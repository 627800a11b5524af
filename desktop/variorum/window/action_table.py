"""Everything that one can ask of the window: one table of words, keys and pictures.

Imports Qt. The table says what there is; `actions` makes it, who does it is connected in
`main_window` and `looks`.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from variorum.window.action_specs import SEPARATOR, MenuSpec, Spec
from variorum.window.compare_table import CompareTable

MOST_VERDICT_KEYS: Final = 4
"""So many verdicts have keys, and stand in the menu."""


class Table(QObject):
    """The table; a class, so that its words can be translated."""

    def specs(self) -> tuple[Spec, ...]:
        """All actions."""
        return (
            *self._file(),
            *self._edit(),
            *self._view(),
            *self._looks(),
            *self._go(),
            *CompareTable(self).specs(),
            *self._notes(),
            *self._help(),
        )

    def menus(self) -> tuple[MenuSpec, ...]:
        """All menus, from left to right."""
        colours = MenuSpec(
            self.tr("&Colours"),
            (
                *("scheme_system", "scheme_light", "scheme_dark", SEPARATOR),
                *("palette_standard", "palette_colour_blind", "palette_strong"),
            ),
        )
        face = MenuSpec(self.tr("Type&face"), ("face_serif", "face_sans", SEPARATOR, "face_other"))
        measure = MenuSpec(
            self.tr("Len&gth of Lines"),
            ("measure_narrow", "measure_usual", "measure_wide", "measure_full"),
        )
        recent = MenuSpec(self.tr("Re&cent Sessions"), (), "recent_sessions")
        texts = (
            MenuSpec(self.tr("Le&ft Text"), (), "left_text"),
            MenuSpec(self.tr("R&ight Text"), (), "right_text"),
        )
        return (
            MenuSpec(
                self.tr("&File"),
                (
                    *("open_two", "open_left", "open_right", "open_clipboard", SEPARATOR),
                    *(*texts, "reload", "stop"),
                    *(SEPARATOR, "open_session", recent, "save_session", "save_session_as"),
                    *(SEPARATOR, "save_page", "export_pdf", "print", SEPARATOR, "quit"),
                ),
            ),
            MenuSpec(
                self.tr("&Edit"),
                (
                    *("undo", "redo", SEPARATOR),
                    *("copy", "select_all", SEPARATOR, "find", "find_next", "find_previous"),
                    *(SEPARATOR, "swap"),
                ),
            ),
            MenuSpec(
                self.tr("&View"),
                (
                    *("zoom_in", "zoom_out", "zoom_reset", SEPARATOR, "change_list", "overview"),
                    "missing_passages",
                    SEPARATOR,
                    *("by_rows", "text_cursor", face, measure, colours, SEPARATOR, "marks"),
                ),
            ),
            MenuSpec(
                self.tr("&Go"),
                (
                    *("next_change", "previous_change", SEPARATOR, "next_edit", "previous_edit"),
                    *(SEPARATOR, "first_change", "last_change", "current_change"),
                    *(SEPARATOR, "other_end", "peek", SEPARATOR, "back", "forward"),
                    *(SEPARATOR, "go_to_paragraph", "other_pane"),
                ),
            ),
            CompareTable(self).menu(),
            MenuSpec(
                self.tr("&Notes"),
                (
                    *("verdict_1", "verdict_2", "verdict_3", "verdict_4", SEPARATOR),
                    *("reviewed", "reviewed_next", "next_unreviewed", SEPARATOR),
                    *("write_note", "note_passage", "strays", SEPARATOR),
                    *("notes", "verdict_names"),
                ),
            ),
            MenuSpec(
                self.tr("&Help"),
                ("open_sample", SEPARATOR, "shortcuts", SEPARATOR, "about"),
            ),
        )

    def _file(self) -> tuple[Spec, ...]:
        return (
            Spec(
                "open_two",
                self.tr("&Open Two Files…"),
                self.tr("Choose two files and compare them"),
                ("Ctrl+O",),
                "open",
            ),
            Spec(
                "open_left",
                self.tr("Open &Left…"),
                self.tr("Choose the left text, mostly the earlier one"),
                ("Ctrl+Shift+L",),
            ),
            Spec(
                "open_right",
                self.tr("Open Ri&ght…"),
                self.tr("Choose the right text, mostly the later one"),
                ("Ctrl+Shift+R",),
            ),
            Spec(
                "open_clipboard",
                self.tr("Compare Clip&board"),
                self.tr(
                    "Take the text on the clipboard for the side without one, or the right one"
                ),
                ("Ctrl+Shift+V",),
            ),
            Spec(
                "reload",
                self.tr("&Reload"),
                self.tr("Read both files again and compare them anew"),
                ("F5",),
            ),
            Spec("stop", self.tr("S&top Comparing"), self.tr("Stop comparing"), ("Esc",)),
            Spec(
                "open_session",
                self.tr("Open S&ession…"),
                self.tr("Go on with the notes of a session, or of a saved page"),
                ("Ctrl+Shift+O",),
            ),
            Spec(
                "save_session",
                self.tr("Sa&ve Session"),
                self.tr("Save the notes, together with both texts"),
                ("Ctrl+S",),
            ),
            Spec(
                "save_session_as",
                self.tr("Save Session &As…"),
                self.tr("Save the notes, together with both texts, in another file"),
                ("Ctrl+Shift+S",),
            ),
            Spec(
                "save_page",
                self.tr("&Save Annotated HTML…"),
                self.tr("Save the comparison as one page for any browser"),
                ("Ctrl+E",),
                "save",
            ),
            Spec(
                "export_pdf",
                self.tr("E&xport PDF…"),
                self.tr("Save the comparison as a PDF file with page numbers"),
            ),
            Spec(
                "print",
                self.tr("&Print…"),
                self.tr("Show the pages as they will be printed, and print them"),
                ("Ctrl+P",),
            ),
            Spec(
                "quit",
                self.tr("&Quit"),
                self.tr("Close Variorum"),
                ("Ctrl+Q",),
                role=QAction.MenuRole.QuitRole,
            ),
        )

    def _edit(self) -> tuple[Spec, ...]:
        return (
            Spec(
                "undo",
                self.tr("&Undo"),
                self.tr("Take back the last step with notes, verdicts or pins"),
                ("Ctrl+Z",),
            ),
            Spec(
                "redo",
                self.tr("&Redo"),
                self.tr("Do again what was taken back"),
                ("Ctrl+Shift+Z",),
                silent_keys=("Ctrl+Y",),
            ),
            Spec("copy", self.tr("&Copy"), self.tr("Copy the selected text"), ("Ctrl+C",)),
            Spec(
                "select_all",
                self.tr("Select &All"),
                self.tr("Select the whole text of the pane in use"),
                ("Ctrl+A",),
            ),
            Spec(
                "find",
                self.tr("&Find…"),
                self.tr("Find words in the texts"),
                ("Ctrl+F",),
            ),
            Spec(
                "find_next",
                self.tr("Find &Next"),
                self.tr("Go to the next place where it stands"),
                ("F3",),
                "next",
            ),
            Spec(
                "find_previous",
                self.tr("Find &Previous"),
                self.tr("Go to the previous place where it stands"),
                ("Shift+F3",),
                "previous",
            ),
            Spec(
                "swap",
                self.tr("S&wap Sides"),
                self.tr("Put the left text on the right and the right one on the left"),
                ("Ctrl+Shift+X",),
            ),
        )

    def _view(self) -> tuple[Spec, ...]:
        return (
            Spec(
                "zoom_in",
                self.tr("Zoom &In"),
                self.tr("Make the text larger"),
                ("Ctrl++",),
                silent_keys=("Ctrl+=",),
            ),
            Spec("zoom_out", self.tr("Zoom &Out"), self.tr("Make the text smaller"), ("Ctrl+-",)),
            Spec(
                "zoom_reset",
                self.tr("&Usual Size"),
                self.tr("Show the text in its usual size"),
                ("Ctrl+0",),
            ),
            Spec(
                "change_list",
                self.tr("Change &List"),
                self.tr("Show or hide the list of changes"),
                ("Shift+F9",),
                "list",
                checkable=True,
            ),
            Spec(
                "by_rows",
                self.tr("One &Sentence a Line"),
                self.tr("Begin a line with each sentence, and level sentence with sentence"),
                ("F7",),
                checkable=True,
            ),
            Spec(
                "text_cursor",
                self.tr("Te&xt Cursor"),
                self.tr("Show a cursor in the texts, which the arrow keys move"),
                ("Shift+F7",),
                checkable=True,
            ),
            Spec(
                "overview",
                self.tr("O&verview"),
                self.tr("Show or hide the strip with the whole of both texts"),
                ("F9",),
                checkable=True,
            ),
            Spec(
                "missing_passages",
                self.tr("&Missing Passages"),
                self.tr("List what the right text leaves out, the longest first"),
                ("Ctrl+Shift+M",),
            ),
        )

    def _looks(self) -> tuple[Spec, ...]:
        return (
            Spec(
                "scheme_system",
                self.tr("As on the &Desktop"),
                self.tr("Be light or dark as the desktop is"),
                checkable=True,
                group="scheme",
            ),
            Spec(
                "scheme_light",
                self.tr("&Light"),
                self.tr("Dark ink on light paper"),
                checkable=True,
                group="scheme",
            ),
            Spec(
                "scheme_dark",
                self.tr("Dar&k"),
                self.tr("Light ink on dark paper"),
                checkable=True,
                group="scheme",
            ),
            Spec(
                "palette_standard",
                self.tr("Red and &Green"),
                self.tr("Red for the left text, green for the right one"),
                checkable=True,
                group="palette",
            ),
            Spec(
                "palette_colour_blind",
                self.tr("&Orange and Blue"),
                self.tr("Colours that all eyes tell apart"),
                checkable=True,
                group="palette",
            ),
            Spec(
                "palette_strong",
                self.tr("&Strong Red and Green"),
                self.tr("The usual colours with more contrast"),
                checkable=True,
                group="palette",
            ),
            Spec(
                "face_serif",
                self.tr("&Serif"),
                self.tr("Set the texts as books are set"),
                checkable=True,
                group="face",
            ),
            Spec(
                "face_sans",
                self.tr("S&ans Serif"),
                self.tr("Set the texts in plain letters"),
                checkable=True,
                group="face",
            ),
            Spec(
                "face_other",
                self.tr("&Other…"),
                self.tr("Choose any typeface for the texts"),
                checkable=True,
                group="face",
            ),
            Spec(
                "measure_narrow",
                self.tr("&Narrow"),
                self.tr("Break lines after some 55 letters"),
                checkable=True,
                group="measure",
            ),
            Spec(
                "measure_usual",
                self.tr("&Comfortable"),
                self.tr("Break lines after some 75 letters, as books do"),
                checkable=True,
                group="measure",
            ),
            Spec(
                "measure_wide",
                self.tr("&Wide"),
                self.tr("Break lines after some 100 letters"),
                checkable=True,
                group="measure",
            ),
            Spec(
                "measure_full",
                self.tr("As &Far as They Go"),
                self.tr("Let lines run from side to side"),
                checkable=True,
                group="measure",
            ),
        )

    def _go(self) -> tuple[Spec, ...]:
        return (
            Spec(
                "next_change",
                self.tr("&Next Change"),
                self.tr("Go to the next change"),
                ("Alt+Down", "F8"),
                "next",
            ),
            Spec(
                "previous_change",
                self.tr("&Previous Change"),
                self.tr("Go to the previous change"),
                ("Alt+Up", "Shift+F8"),
                "previous",
            ),
            Spec(
                "next_edit",
                self.tr("Next &Word Edit"),
                self.tr("Go to the next changed words"),
                ("F4",),
            ),
            Spec(
                "previous_edit",
                self.tr("Previous Wor&d Edit"),
                self.tr("Go to the previous changed words"),
                ("Shift+F4",),
            ),
            Spec(
                "first_change",
                self.tr("&First Change"),
                self.tr("Go to the first change"),
                ("Alt+Home",),
            ),
            Spec(
                "last_change",
                self.tr("&Last Change"),
                self.tr("Go to the last change"),
                ("Alt+End",),
            ),
            Spec(
                "current_change",
                self.tr("&Current Change"),
                self.tr("Go back to the current change"),
                ("Alt+Return",),
                silent_keys=("Alt+Enter",),
            ),
            Spec(
                "other_end",
                self.tr("Other &End of Move"),
                self.tr("Go to where the moved text went, or came from"),
                ("Ctrl+Shift+G",),
            ),
            Spec(
                "peek",
                self.tr("Pee&k at Other End"),
                self.tr("Show where the moved text went or came from, or what a gap lacks"),
                ("Alt+Shift+P",),
            ),
            Spec(
                "back",
                self.tr("&Back"),
                self.tr("Go back to where the last jump began"),
                ("Alt+Left",),
                silent_keys=("Back",),
            ),
            Spec(
                "forward",
                self.tr("Fo&rward"),
                self.tr("Go forward again to where Back came from"),
                ("Alt+Right",),
                silent_keys=("Forward",),
            ),
            Spec(
                "go_to_paragraph",
                self.tr("&Go to Paragraph…"),
                self.tr("Go to a paragraph by its number"),
                ("Ctrl+G",),
            ),
            Spec(
                "other_pane",
                self.tr("&Other Pane"),
                self.tr("Give the keys to the other pane"),
                ("F6",),
            ),
        )

    def _notes(self) -> tuple[Spec, ...]:
        judge = self.tr("Give the current change this verdict, or take it back")
        verdicts = tuple(
            # Their names are those of the review that is open.
            Spec(f"verdict_{number}", f"&{number}", judge, (f"Ctrl+{number}",), checkable=True)
            for number in range(1, MOST_VERDICT_KEYS + 1)
        )
        return (
            *verdicts,
            Spec(
                "reviewed",
                self.tr("&Reviewed"),
                self.tr("Mark the current change as looked at, or take the mark away"),
                ("Ctrl+R",),
                checkable=True,
            ),
            Spec(
                "reviewed_next",
                self.tr("Reviewed, and Ne&xt"),
                self.tr("Mark the current change as looked at and go to the next that is not"),
                ("Ctrl+Return",),
                silent_keys=("Ctrl+Enter",),
            ),
            Spec(
                "next_unreviewed",
                self.tr("Next &Unreviewed Change"),
                self.tr("Go to the next change that was not looked at"),
                ("Alt+Shift+Down",),
            ),
            Spec(
                "write_note",
                self.tr("&Write Note"),
                self.tr("Write a note on the current change"),
                ("F2",),
            ),
            Spec(
                "note_passage",
                self.tr("Note on &Passage"),
                self.tr("Write a note on what is selected in the texts"),
                ("Shift+F2",),
            ),
            Spec(
                "strays",
                self.tr("Notes Without a P&lace"),
                self.tr("Show the notes whose words are gone"),
            ),
            Spec(
                "notes",
                self.tr("&Show Notes"),
                self.tr("Show or hide the notes beside the texts"),
                ("Ctrl+Shift+N",),
                "note",
                checkable=True,
            ),
            Spec(
                "verdict_names",
                self.tr("Names of &Verdicts…"),
                self.tr("Give the verdicts names of your own"),
            ),
        )

    def _help(self) -> tuple[Spec, ...]:
        return (
            Spec(
                "open_sample",
                self.tr("Open &Sample"),
                self.tr("Open an article and its reworded copy, to try things out"),
            ),
            Spec(
                "marks",
                self.tr("&What the Marks Mean"),
                self.tr("Explain the colours and signs"),
                ("F1",),
            ),
            Spec(
                "shortcuts",
                self.tr("&Keyboard Shortcuts"),
                self.tr("List all keys"),
                ("Ctrl+?",),
            ),
            Spec(
                "about",
                self.tr("&About Variorum"),
                self.tr("Versions and licences"),
                role=QAction.MenuRole.AboutRole,
            ),
        )
