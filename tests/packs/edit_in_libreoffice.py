"""Edit a document as a person would in LibreOffice: run by the system's Python, which has LibreOffice's bridge `uno`.

    /usr/bin/python3 edit_in_libreoffice.py PIPE

A line of its input is JSON: [IN.docx, OUT.docx, EDITS, WAYS].

EDITS is a list in JSON: of each edit the name of a function below and its arguments. WAYS lists the formats that the
document is saved in, one after the other, and opened from again: `["docx", "docx"]` saves it twice.
"""

from __future__ import annotations

import contextlib
import json
import pathlib
import sys
import time
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.style.BreakType import PAGE_BEFORE
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

FILTERS = {"docx": "MS Word 2007 XML", "odt": "writer8", "doc": "MS Word 97"}
BOLD = 150.0
RED = 0xAA0000


# Text ------------------------------------------------------------------------------------------------


def type_over(document: Any, words: str, others: str, number: int = 0) -> None:
    """Select words where they first stand, or stand after so many others, and type."""
    _find(document, words, number).String = others


def replace(document: Any, words: str, others: str) -> None:
    """Find and replace words everywhere."""
    search = document.createReplaceDescriptor()
    search.SearchString, search.ReplaceString, search.SearchCaseSensitive = words, others, True
    if not document.replaceAll(search):
        raise SystemExit(f"not found: {words}")


def type_before(document: Any, words: str, others: str) -> None:
    """Put the cursor right before words, and type."""
    found = _find(document, words)
    found.Text.insertString(found.Start, others, False)


def type_after(document: Any, words: str, others: str) -> None:
    """Put the cursor right after words, and type."""
    found = _find(document, words)
    found.Text.insertString(found.End, others, False)


def type_in_header(document: Any, others: str) -> None:
    """Type at the end of the page header."""
    styles = document.StyleFamilies.getByName("PageStyles")
    used = document.Text.createTextCursor().PageStyleName
    header = styles.getByName(used).HeaderText
    header.insertString(header.End, others, False)


# Paragraphs and rows ---------------------------------------------------------------------------------


def delete_paragraph(document: Any, words: str) -> None:
    """Delete the paragraph that holds words, and its end."""
    found = _find(document, words)
    found.gotoStartOfParagraph(False)
    found.gotoEndOfParagraph(True)
    found.goRight(1, True)
    found.String = ""


def add_paragraph(document: Any, words: str, others: str) -> None:
    """Press Enter at the end of the paragraph that holds words, and type."""
    found = _find(document, words)
    found.gotoEndOfParagraph(False)
    found.Text.insertControlCharacter(found, PARAGRAPH_BREAK, False)
    found.Text.insertString(found, others, False)


def break_page(document: Any, words: str) -> None:
    """Begin a new page with the paragraph that holds words."""
    _find(document, words).BreakType = PAGE_BEFORE


def copy_row(document: Any, words: str) -> None:
    """Insert a table row after the one whose first cell says words, and copy its cells there."""
    table, number = _row(document, words)
    cells = [table.getCellByPosition(column, number).String for column in range(table.Columns.Count)]
    add_row(document, words, *cells)


def delete_row(document: Any, words: str) -> None:
    """Delete the table row whose first cell says words."""
    table, number = _row(document, words)
    table.Rows.removeByIndex(number, 1)


def add_row(document: Any, words: str, *cells: str) -> None:
    """Insert a table row after the one whose first cell says words, and fill it."""
    table, number = _row(document, words)
    table.Rows.insertByIndex(number + 1, 1)
    for column, text in enumerate(cells):
        table.getCellByPosition(column, number + 1).String = text


# The rest --------------------------------------------------------------------------------------------


def look(document: Any, words: str, start: int, length: int) -> None:
    """Make a part of words bold and red: Word and LibreOffice split them into runs."""
    cursor = _find(document, words)
    cursor.collapseToStart()
    cursor.goRight(start, False)
    cursor.goRight(length, True)
    cursor.CharWeight, cursor.CharColor = BOLD, RED


def track(document: Any) -> None:
    """Record the changes from here on."""
    document.RecordChanges = True


def copy_all(document: Any) -> Any:
    """Select everything, copy it, and paste it in a new document."""
    view = document.CurrentController
    cursor = document.Text.createTextCursor()
    cursor.gotoStart(False)
    cursor.gotoEnd(True)
    view.select(cursor)
    copied = view.getTransferable()
    other = _desktop(sys.argv[1]).loadComponentFromURL("private:factory/swriter", "_blank", 0, (HIDDEN,))
    other.CurrentController.insertTransferable(copied)
    return other


# The way in ------------------------------------------------------------------------------------------


def _find(document: Any, words: str, number: int = 0) -> Any:
    search = document.createSearchDescriptor()
    search.SearchString, search.SearchCaseSensitive = words, True
    search.SearchWords = words.isalnum()
    found = document.findFirst(search)
    for _ in range(number):
        found = found and document.findNext(found.End, search)
    if not found:
        raise SystemExit(f"not found: {words}")
    return found.Text.createTextCursorByRange(found)


def _row(document: Any, words: str) -> tuple[Any, int]:
    for index in range(document.TextTables.Count):
        table = document.TextTables.getByIndex(index)
        for number in range(table.Rows.Count):
            if table.getCellByPosition(0, number).String == words:
                return table, number
    raise SystemExit(f"not found: {words}")


def _property(name: str, value: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


HIDDEN = _property("Hidden", True)


def _desktop(pipe: str) -> Any:
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        except Exception:  # noqa: BLE001 - uno has its own, which this Python does not know
            time.sleep(0.1)
    raise SystemExit("soffice does not answer")


def edit(desktop: Any, source: str, target: str, edits: list[list[Any]], ways: list[str]) -> None:
    """Open, edit and save; open again and save again, as often as there are ways."""
    path = pathlib.Path(source).resolve()
    for turn, way in enumerate(ways):
        document = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (HIDDEN,))
        opened = [document]
        for name, *arguments in edits if turn == 0 else ():
            made = globals()[name](document, *arguments)
            if made is not None:
                document = made
                opened.append(made)
        path = pathlib.Path(target).resolve().with_suffix(f".{way}")
        document.storeToURL(path.as_uri(), (_property("FilterName", FILTERS[way]),))
        for each in opened:
            each.close(True)


def main(pipe: str) -> None:
    """Do what each line says, and answer it: starting Python and the bridge takes as long as an edit. Then LibreOffice ends."""
    desktop = _desktop(pipe)
    for line in sys.stdin:
        edit(desktop, *json.loads(line))
        sys.stdout.write("ok\n")
        sys.stdout.flush()
    with contextlib.suppress(Exception):  # it goes while it is asked
        desktop.terminate()


if __name__ == "__main__":
    main(sys.argv[1])
