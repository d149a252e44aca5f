"""The words for what is wrong with a template's layout: each kind of fault in Danish, with what to do about it in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from botilbudlaege.errors import Finding

if TYPE_CHECKING:
    from botilbudlaege.rendering.word._places import Where


@attrs.frozen
class Fault:
    """A fault of layout and the paragraph it stands in.

    Args:
        part: The part.
        number: The paragraph's number in it, or -1.
        kind: The code, perhaps with a variant of its wording after a slash.
        values: What the wording names.
    """

    part: str
    number: int
    kind: str
    values: tuple[str, ...] = ()

    def finding(self, where: Where) -> Finding:
        """Say it in Danish."""
        message, remedy = WORDS[self.kind]
        return Finding(
            code=self.kind.partition("/")[0],
            severity="warning",
            message=message.format(*self.values),
            remedy=remedy.format(*self.values),
            place=where(self.part, self.number, -1),
        )


WORDS = {
    "language": (
        "Skabelonens standardsprog er ikke dansk.",
        "Markér al tekst med Ctrl+A, vælg Gennemse > Sprog > Angiv korrektursprog, vælg dansk, og tryk på Angiv som standard.",
    ),
    "title-style/none": (
        "Intet afsnit har typografien Titel.",
        "Stil markøren i dokumentets titel, og vælg typografien Titel under Hjem > Typografier.",
    ),
    "title-style/many": (
        "{0} afsnit har typografien Titel.",
        "Lad ét afsnit beholde Titel, og giv de andre en anden typografi, f.eks. Undertitel.",
    ),
    "no-headings": (
        "Teksten har ingen overskrifter.",
        "Stil markøren i hver overskrift, og vælg Overskrift 1 eller Overskrift 2 under Hjem > Typografier.",
    ),
    "heading-order/first": (
        "Den første overskrift er på niveau {0}, ikke på niveau 1.",
        "Giv den typografien Overskrift 1.",
    ),
    "heading-order/skip": (
        "Overskriften er på niveau {0}, men den forrige er på niveau {1}.",
        "Giv den typografien Overskrift {2}.",
    ),
    "heading-empty": (
        "Overskriften er tom.",
        "Skriv en tekst i den, eller slet afsnittet.",
    ),
    "table-header": (
        "Tabellens første række er ikke markeret som overskriftsrække.",
        "Stil markøren i første række, sæt hak ved Overskriftsrække under Tabeldesign, og vælg Gentag overskriftsrækker under tabellens Layout.",
    ),
    "merged-cells": (
        "Tabellen har flettede celler.",
        "Stil markøren i den flettede celle, og vælg Opdel celler under tabellens Layout, så alle rækker har lige mange celler.",
    ),
    "nested-table": (
        "Tabellen står inde i en anden tabel.",
        "Klip den ud, og sæt den ind efter den anden tabel, eller skriv indholdet som rækker i den.",
    ),
    "alt-text": (
        "Billedet har ingen alternativ tekst.",
        "Højreklik på billedet, vælg Alternativ tekst, og skriv, hvad det viser.",
    ),
    "floating/picture": (
        "Billedet er ikke på linje med teksten.",
        "Klik på billedet, tryk på Layoutindstillinger ved siden af det, og vælg På linje med teksten.",
    ),
    "floating/text": (
        "Teksten står i et tekstfelt eller en ramme.",
        "Klip teksten ud, sæt den ind som et almindeligt afsnit, og slet tekstfeltet eller rammen.",
    ),
    "link-style": (
        "Linket har ikke typografien for links.",
        "Markér linket, og vælg typografien Hyperlink under Hjem > Typografier.",
    ),
    "link-text": (
        "Linkets tekst siger ikke, hvad det fører til.",
        "Højreklik på linket, vælg Rediger link, og skriv sidens navn som den tekst, der vises.",
    ),
    "font": (
        "Skrifttypen {0} findes ikke på alle computere.",
        "Vælg Arial, Calibri, Times New Roman eller Courier New i stedet: højreklik på afsnittets typografi under Hjem, og vælg Rediger; har teksten sin egen skrifttype, så markér den, og vælg under Hjem.",
    ),
    "bullet": (
        "Listens punkttegn på niveau {0} er ikke tegn i tekstens skrifttype.",
        "Stil markøren i listen, vælg Hjem > Liste på flere niveauer > Definer ny liste på flere niveauer, og vælg • eller – i tekstens skrifttype på hvert niveau.",
    ),
    "paragraph-border/own": (
        "Afsnittet har en kant.",
        "Stil markøren i afsnittet, og vælg Ingen kant under Hjem > Kanter.",
    ),
    "paragraph-border/style": (
        "Afsnittets typografi har en kant.",
        "Stil markøren i afsnittet, højreklik på den markerede typografi under Hjem, vælg Rediger > Formatér > Kant, og vælg Ingen.",
    ),
    "typed-line": (
        "Linjen til udfyldning er skrevet med understregninger eller punktummer.",
        "Slet tegnene, vælg Hjem > Afsnit > Tabulatorer, lav et tabulatorstop med fyldtegn, og tryk på Tab i teksten.",
    ),
    "empty-paragraph": (
        "Afsnittet er tomt.",
        "Slet det, og giv afsnittet før eller efter det afstand under Layout > Afstand.",
    ),
    "typed-list": (
        "Listens tegn eller nummer er skrevet i teksten.",
        "Slet det, og vælg Punktopstilling eller Nummerering under Hjem.",
    ),
    "contrast": (
        "Teksten har farven {0} på baggrunden {1}; kontrasten er {2}:1 og skal være mindst 4,5:1.",
        "Markér teksten, og vælg skriftfarven Automatisk under Hjem, eller vælg en farve længere fra baggrundens.",
    ),
    "control-alias": (
        "Indholdskontrolelementet har ingen titel.",
        "Klik på det, vælg Udvikler > Egenskaber, og skriv under Titel, hvad der skal stå i det.",
    ),
}
