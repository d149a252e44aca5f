"""Edit a template as a person would in LibreOffice: run by the system's Python, which has LibreOffice's bridge `uno`.

    /usr/bin/python3 edit_in_libreoffice.py PIPE IN.docx OUT.docx EDIT

EDIT is one of the functions below. The document is saved twice, opened in between.
"""

from __future__ import annotations

import pathlib
import sys
import time
from typing import Any

import uno
from com.sun.star.beans import PropertyValue


def retype(document: Any) -> None:
    """Type the words of every field anew, over what stood there."""
    _replace(document, "{{ plan.botilbud.navn }}", "{{plan.botilbud.navn}}")


def split(document: Any) -> None:
    """Make a part of a field bold, and another red: Word and LibreOffice split it into runs."""
    cursor = _find(document, "plan.ikrafttraeden")
    cursor.collapseToStart()
    cursor.goRight(6, True)
    cursor.CharWeight = 150.0
    cursor.collapseToEnd()
    cursor.goRight(4, True)
    cursor.CharColor = 0xAA0000


def quotes(document: Any) -> None:
    """Let autocorrect make the straight quotes curly."""
    _replace(document, '"BOTILBUD"', "”BOTILBUD”")


def guillemets(document: Any) -> None:
    """Put Danish quotation marks in a tag."""
    _replace(document, '"BOTILBUD"', "»BOTILBUD«")


def row(document: Any) -> None:
    """Insert a row in the table and fill it with the cells of another."""
    table = document.TextTables.getByIndex(0)
    number = next(
        index
        for index in range(table.Rows.Count)
        if "timer_pr_maaned" in table.getCellByPosition(1, index).String
    )
    table.Rows.insertByIndex(number + 1, 1)
    for column in range(2):
        text = table.getCellByPosition(column, number).String
        table.getCellByPosition(column, number + 1).String = text


def half(document: Any) -> None:
    """Delete the end of a field."""
    _replace(document, "plan.ikrafttraeden | dato }}", "plan.ikrafttraeden | dato")


def nothing(document: Any) -> None:
    """Save only."""


def _find(document: Any, words: str) -> Any:
    search = document.createSearchDescriptor()
    search.SearchString = words
    found = document.findFirst(search)
    return found.Text.createTextCursorByRange(found)


def _replace(document: Any, words: str, others: str) -> None:
    search = document.createReplaceDescriptor()
    search.SearchString, search.ReplaceString = words, others
    if not document.replaceAll(search):
        raise SystemExit(f"not found: {words}")


def _property(name: str, value: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def _desktop(pipe: str) -> Any:
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        except Exception:  # noqa: BLE001 - uno has its own, which this Python does not know
            time.sleep(0.1)
    raise SystemExit("soffice does not answer")


def main(pipe: str, source: str, target: str, *edits: str) -> None:
    """Open, edit, save; open and save again."""
    desktop = _desktop(pipe)
    hidden = (_property("Hidden", True),)
    word = (_property("FilterName", "MS Word 2007 XML"),)
    for turn, path in enumerate((source, target)):
        url = pathlib.Path(path).resolve().as_uri()
        document = desktop.loadComponentFromURL(url, "_blank", 0, hidden)
        if turn == 0:
            for edit in edits:
                globals()[edit](document)
        document.storeToURL(pathlib.Path(target).resolve().as_uri(), word)
        document.close(True)


if __name__ == "__main__":
    main(*sys.argv[1:])
