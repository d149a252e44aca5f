"""Objections to a proposal that is sure of itself: what stands beside its place may mean something else, so it is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Container

import attrs

from botilbudlaege.packs.forms._page import own_text
from botilbudlaege.packs.forms._spot import MARKED, Spot
from botilbudlaege.packs.proposing._cues import contradicts
from botilbudlaege.packs.proposing._evidence import AND, LINE, Proposal
from botilbudlaege.packs.surroundings._around import (
    CAPTION,
    COLUMN,
    HEADING,
    IN_BRACKETS,
    LABELS,
    TABLE_HEADING,
    Around,
    Source,
)
from botilbudlaege.packs.surroundings._form import SENTENCE_END
from botilbudlaege.packs.surroundings._lexicon import (
    FILL,
    FOREIGN,
    GENERIC,
    HVAD,
    LED,
    PART,
    UNKNOWN,
    Lexicon,
)
from botilbudlaege.rendering.word._text import W

NAMES = frozenset({"plan.botilbud.navn", "plan.praksis.betegnelse"})
_OF_SOMEBODY = NAMES | {"plan.botilbud.organisation.navn", "opsigelse.afsender", "opsigelse.modtager"}
_WHO_ACTS = re.compile(r"\bv(?:/|ed)\s*$", re.IGNORECASE)
_END = "opsigelse.ophoersdato"
_OTHERWISE = re.compile(r"\b(?:hvis|såfremt|dersom|først|senere|ellers|i stedet)\b[^.]*$", re.IGNORECASE)
_SHAPES = (
    (("navn", "betegnelse", "laeger", "botilbud", "praksis"), re.compile(r"^[A-ZÆØÅ]")),
    (("telefon", "postnr", "cvr", "p_nummer", "ydernummer"), re.compile(r"\d")),
    (("email",), re.compile("@")),
    (("ikrafttraeden", "indgaaet_den", "sendt", "modtaget", "ophoersdato", "gaelder_fra"), re.compile(r"\d")),
)
_NEW = "allonge.ny_"
_CHANGED = re.compile(r"timer_pr_maaned|kontaktperson|adresse|antal_beboere|moede|emner")
_OLD = re.compile(
    r"\b(?:før|førhen|hidtil|hidtidig\w*|tidligere|fra|nuværende|gammel|gamle|gældende|oprindelig\w*|nu)\b",
    re.IGNORECASE,
)
_ON_EVERY_PAGE = ("word/header", "word/footer")
_BEFORE, _SINCE = "orientering.tidligere_timer", re.compile(r"ændre[st] fra(?: den)?", re.IGNORECASE)
_BETWEEN = frozenset({"", "/", ",", "-", "og"})
_NOW = re.compile(r"\b(?:nu|gælder|gældende|kraft|virkning|begynder|starter)\b|^fra$", re.IGNORECASE)
_BLANK = re.compile(r"[\s_.…]+")
_BESIDE_LINE = re.compile(r"\s*\([^()]*\)\s*[_.…]{3}")
_AFTER_LINE = re.compile(r"[_.…]{3}\s*\([^()]*\)\s*$")
_OF_LETTER = re.compile(r"\s*,?\s*(?:den|d\.)\s|\s*,\s*[\[<«{(]?\s*(?:dato|dags dato|dd)\b", re.IGNORECASE)
_OWN_PAPER = re.compile(r"\b(?:kontrakt|allonge|tillæg|brev|opsigelse|orientering)\w*", re.IGNORECASE)
_OF_PLAN = re.compile(r"plan|aftale", re.IGNORECASE)
_BESIDE_THIS = re.compile(
    r"\b(?:også|anden|andet|andre|øvrige|tidligere|forrige|hidtidige?|ophørte?|erstatter|afløser|overtager|fratrådte?|nabo\w*)\b[^.;:]*$",
    re.IGNORECASE,
)
"""Words of a sentence that tells of somebody or something beside this agreement, or before it."""
_LONG = 5
_SIGNED_BY = re.compile(r"\W*(?:dato og )?underskr\w*\W*:", re.IGNORECASE)
_GREETED = re.compile(r"\b(?:kære|hej|goddag)\s*$", re.IGNORECASE)
_PARTY = re.compile(r"(?:allonge\.ny_)?plan\.(?:botilbud|praksis)\.")
_BY_HAND = GENERIC | {"by", "indgaaet", "adresse"}
_EARLIER = re.compile(
    r"\b(?:tidligere|forrige|hidtidig\w*|ophørte?|udløbne?|havde)\b|\bfør\W*$", re.IGNORECASE
)
_FOR_OFFICE = re.compile(
    r"\b(?:udfyldes|forbeholdt|til brug)\b[^.]*\b(?:region|kommune|administration|sekretariat|myndighed|forvaltning)",
    re.IGNORECASE,
)
_BEGUN = re.compile(
    r"\b(?:fra|til|pr|underskrevet|indgået|sendt|aftalt|vedtaget|modtaget|opsagt|ændret|godkendt)\.?(?: den)?$",
    re.IGNORECASE,
)
"""How a label ends that asks for a day that is known as the document is made."""


@attrs.frozen(kw_only=True)
class Case:
    """A place with what is proposed for it.

    Args:
        lexicon: The words that are known.
        paths: The fields that the document sees.
        spot: The place.
        proposal: What is proposed.
        around: What stands around it.
    """

    lexicon: Lexicon
    paths: Container[str]
    spot: Spot
    proposal: Proposal
    around: Around

    @property
    def field(self) -> str:
        """The field that is proposed, without how it is shown."""
        return self.proposal.value.partition(" |")[0]

    @property
    def labels(self) -> tuple[Source, ...]:
        """The labels beside the place."""
        return tuple(each for each in self.around.near if each.name in LABELS)


def against(case: Case) -> str:
    """Say what speaks against a proposal, in Danish; nothing where nothing does."""
    return next((why for speaks, why in _OBJECTIONS if speaks(case)), "")


def _asks_for_fact(case: Case) -> bool:
    """Tell a line whose label asks for something that nobody writes by hand as they sign: "Fra: [dato]"."""
    is_asked = not _is_in_signing_column(case)
    facts = is_asked and any(set(each.reading.of(HVAD)) - _BY_HAND for each in case.labels)
    texts = (case.around.before.strip(), *(each.text for each in case.labels))
    begun = bool(case.spot.words) and any(_BEGUN.search(text) for text in texts)
    return case.field == LINE and (facts or begun or case.spot.paragraph.part.startswith(_ON_EVERY_PAGE))


def _is_in_signing_column(case: Case) -> bool:
    """Tell a blank under "Underskrift": whoever its row names signs on it."""
    heads = [each.reading.of(HVAD) for each in case.around.near if each.name == COLUMN]
    return any("underskrift" in said for said in heads)


def _asks_in_strange_words(case: Case) -> bool:
    """Tell a line near a signature whose label asks for something that nobody knows: "Gennemgås første gang: ____"."""
    if case.field != LINE or _is_in_signing_column(case):
        return False
    asked = [each.reading for each in case.labels if re.search(r"\w", each.text)]
    strange = [each for each in asked if each.of(UNKNOWN) or each.of(FOREIGN)]
    if any(len(each.words) > _LONG and "underskrift" not in each.of(HVAD) for each in strange):
        return True  # a sentence: "Den person hos lægen, som botilbuddet kan henvende sig til, er: ____"
    says = (set(each.of(HVAD)) - {"dato"} or each.of(PART) or each.of(LED) for each in asked)
    return bool(strange) and not any(says)


def _is_signed_by(case: Case) -> bool:
    """Tell "Underskrift: [botilbud] / [læge]", where each signs."""
    says_more = case.lexicon.read(case.spot.words).of(HVAD)
    line = case.spot.before.rpartition("\n")[2]
    return case.field in _OF_SOMEBODY and not says_more and _SIGNED_BY.match(line) is not None


def _is_reached(case: Case) -> bool:
    """Tell a line before somebody's telephone or mail, which is for a name."""
    following = set(case.lexicon.read(case.around.up_to_next).of(HVAD))
    return case.field == LINE and bool(following & {"telefon", "email"})


def _may_be_called_so(case: Case) -> bool:
    """Tell a sample that looks like a street right after a party's word: a home may be called by its street."""
    said = [word for word in case.lexicon.read(case.around.before).words if word.kind != FILL]
    is_street = case.field.endswith(".adresse.vej") and case.spot.kind in MARKED
    return is_street and bool(said) and said[-1].kind == PART


def _is_who_acts(case: Case) -> bool:
    """Tell "Lægen v/ ____", which is for a person."""
    return case.field in NAMES and _WHO_ACTS.search(case.around.before) is not None


def _has_position(case: Case) -> bool:
    """Tell a name that is followed by "Stilling: ____"."""
    return case.field in _OF_SOMEBODY and "titel" in case.lexicon.read(case.around.up_to_next).of(HVAD)


def _is_other_end(case: Case) -> bool:
    """Tell the end that holds if a termination arrives later: "Får I først brevet efter den ____, slutter planen den ____"."""
    return case.field == _END and _OTHERWISE.search(case.spot.before) is not None


def _may_be_new(case: Case) -> bool:
    """Tell a fact that an amendment may change, where nothing says that it is as it was before."""
    if f"{_NEW}{case.field}" not in case.paths or not _CHANGED.search(case.field):
        return False
    said = [case.around.before, *(each.text for each in case.around.near if each.name in (COLUMN, *LABELS))]
    return not any(_OLD.search(text) for text in said)


def _is_of_other_shape(case: Case) -> bool:
    """Tell a sample that does not look like the fact: a name in small letters, a telephone without figures."""
    if case.spot.kind not in MARKED:
        return False
    reading = case.lexicon.read(case.spot.words)
    if reading.of(HVAD) and reading.is_understood:
        return False  # it says what is to stand, and is no sample
    shape = next((shape for ends, shape in _SHAPES if case.proposal.value.endswith(ends)), None)
    return shape is not None and not shape.search(case.spot.words)


def _is_greeted(case: Case) -> bool:
    """Tell "Kære ____", which is a first name."""
    return _GREETED.search(case.spot.before) is not None


def _is_under_signers(case: Case) -> bool:
    """Tell a line beside another over "Botilbuddet", which somebody signs on."""
    under = [each.reading for each in case.around.near if each.name == CAPTION]
    is_beside = re.search(r"[_.…]{3}|\t", f"{case.spot.before}{case.spot.after}") is not None
    return case.field in _OF_SOMEBODY and is_beside and any(not reading.of(HVAD) for reading in under)


def _is_beside_signer(case: Case) -> bool:
    """Tell lines side by side with nothing but words in brackets between, "________ (lægen)  ________ (botilbud)": some may sign there."""
    told = [each.reading for each in case.around.near if each.name == IN_BRACKETS]
    is_party = any(reading.of(PART) and not reading.of(HVAD) for reading in told)
    lines = _BESIDE_LINE.match(case.spot.after) or _AFTER_LINE.search(case.spot.before)
    return case.field in _OF_SOMEBODY and is_party and lines is not None


def _may_be_labelled_above(case: Case) -> bool:
    """Tell lines with words under them that begin with words over them: the words may be labels, and not captions."""
    is_captioned = any(each.name == CAPTION and each.text for each in case.around.near)
    return case.field != LINE and is_captioned and bool(_asked_first(case))


def _asked_first(case: Case) -> set[str]:
    """Give what is asked for by the words over the first of the lines that follow each other with words between."""
    texts: list[str] = []
    for each in case.spot.paragraph.element.itersiblings(preceding=True):
        text = own_text(each) if each.tag == f"{W}p" else ""
        is_of_two = bool(texts) and not _BLANK.fullmatch(texts[-1]) and not _BLANK.fullmatch(text)
        if not text.strip() or is_of_two:
            break
        texts.append(text)
    first = texts[-1] if texts else ""
    return set(case.lexicon.read(first).of(HVAD)) - {"parterne", "underskrift"}


def _tells_of_another(case: Case) -> bool:
    """Tell a sentence about another agreement: "Lægen har også en plan med botilbuddet ____", "Den tidligere plan med læge ____"."""
    if case.field in (LINE, _BEFORE) or any(each.text for each in case.labels):
        return False
    tells_of_both = f"{_NEW}plan.timer_pr_maaned" in case.paths
    sentence = SENTENCE_END.split(case.spot.before)[-1]
    return not tells_of_both and _BESIDE_THIS.search(sentence) is not None


def _is_town_in_text(case: Case) -> bool:
    """Tell "lægerne i ____", where nothing is asked for that a town goes with."""
    is_labelled = any(
        each.text for each in (*case.labels, *(s for s in case.around.near if s.name == COLUMN))
    )
    if not case.field.endswith(".by") or AND in case.field or is_labelled:
        return False
    return re.search(r"\b(?:i|fra|ved)\s*$", case.around.before) is not None


def _is_in_others_part(case: Case) -> bool:
    """Tell what stands under "Tidligere kontrakt", or "Udfyldes af regionen": it is no fact of this agreement."""
    if case.field == LINE:
        return False
    tells_of_both = _BEFORE in case.paths or f"{_NEW}plan.timer_pr_maaned" in case.paths
    heads = (head_of(case), _lead_of(case))
    if any(map(_FOR_OFFICE.search, heads)):
        return True
    return not tells_of_both and any(map(_EARLIER.search, heads))


def _lead_of(case: Case) -> str:
    """Give the line that leads to the table in which a place stands: "Den plan, botilbuddet havde før:"."""
    cell = case.spot.paragraph.cell
    above = None if cell is None else cell.table.getprevious()
    text = own_text(above).strip() if above is not None and above.tag == f"{W}p" else ""
    return text if text.endswith(":") else ""


def head_of(case: Case) -> str:
    """Give the words that head the part of the table or text in which a place stands."""
    heads = (each.text for each in case.around.far if each.name in (TABLE_HEADING, HEADING) and each.text)
    return next(heads, "")


def _is_mixed(case: Case) -> bool:
    """Tell several facts that are not of one party: a day and topics."""
    fields = case.field.split(AND)
    return len(fields) > 1 and not all(_PARTY.match(field) for field in fields)


def _is_town_of_letter(case: Case) -> bool:
    """Tell "[by], den [dato]", which is where a letter is written."""
    return case.field.endswith(".by") and _OF_LETTER.match(case.spot.after) is not None


def _said_beside(case: Case) -> str:
    """Give the words before a place and its labels."""
    return " ".join(_beside(case))


def _is_day_of_paper(case: Case) -> bool:
    """Tell "Kontrakten er indgået den ____": the day of the paper itself, and not of the plan."""
    said = _said_beside(case)
    return (
        case.field == "plan.indgaaet_den"
        and _OWN_PAPER.search(said) is not None
        and not _OF_PLAN.search(_OWN_PAPER.sub("", said))
    )


def _may_be_day_of_change(case: Case) -> bool:
    """Tell "Startdato" in an amendment, where nothing says that it is the plan's."""
    is_amendment = "allonge.gaelder_fra" in case.paths
    return is_amendment and case.field == "plan.ikrafttraeden" and not _OF_PLAN.search(_said_beside(case))


def _is_day_of_change(case: Case) -> bool:
    """Tell the label "Ændret fra", which may ask for a day as well as for hours."""
    return case.field == _BEFORE and any(_SINCE.fullmatch(each.text.strip(" :")) for each in case.labels)


def _contradicts_cue(case: Case) -> bool:
    """Tell a field that cannot stand between the words right beside the place."""
    is_text = not case.spot.figure and "☐" not in case.spot.words and " = " not in case.field
    return is_text and contradicts(case.spot, case.field)


def _is_parted(case: Case) -> bool:
    """Tell several facts where a place follows for the next of them: "CVR/P-nr.: ____ / ____"."""
    asks_several = AND in case.field or any("/" in text for text in _beside(case))
    between = case.around.up_to_next.strip()
    is_next = (
        between in _BETWEEN and bool(case.spot.after.strip(" /,\t")) and (between or "\t" in case.spot.after)
    )
    return bool(asks_several and is_next and case.field != LINE)


def _beside(case: Case) -> tuple[str, ...]:
    """Give the words before a place, and its labels."""
    return (case.around.before, *(each.text for each in case.labels))


def _is_either(case: Case) -> bool:
    """Tell two numbers of which each party has its own: "CVR/ydernr." in columns of parties."""
    heads = any(each.reading.of(PART) for each in case.around.near if each.name == COLUMN)
    return AND in case.field and heads and any("/" in each.text for each in case.labels)


def _was_before(case: Case) -> bool:
    """Tell a fact in a column of what was before, in a letter that tells the region what is changed."""
    if _BEFORE not in case.paths or case.field in (_BEFORE, LINE):
        return False
    names = (COLUMN, *LABELS) if case.field.startswith("plan.") else (COLUMN,)
    said = [each.text for each in case.around.near if each.name in names]
    return any(_OLD.search(text) and not _NOW.search(text) for text in said)


_OBJECTIONS: tuple[tuple[Callable[[Case], bool], str], ...] = (
    (_asks_for_fact, "Etiketten spørger om en oplysning."),
    (_asks_in_strange_words, "Etiketten spørger om noget, der måske ikke skrives i hånden."),
    (_is_signed_by, "Der underskrives i linjen."),
    (_is_reached, "Der spørges om telefon eller mail ved siden af, så det er nok en person."),
    (_may_be_called_so, "Botilbuddet kan hedde efter vejen."),
    (_is_who_acts, "Ordet før siger, at det er den, der handler for parten."),
    (_has_position, "Der spørges om stilling ved siden af, så det er nok en person."),
    (_is_other_end, "Sætningen kan handle om den dag, planen ophører, hvis opsigelsen kommer senere frem."),
    (_may_be_new, "Allongen kan ændre oplysningen, og ordene siger ikke, om det er den gamle eller den nye."),
    (_is_day_of_change, "Det kan være den dag, ændringen gælder fra."),
    (_is_town_of_letter, "Det er nok den by, brevet er skrevet i."),
    (_is_day_of_paper, "Det er måske den dag, dette dokument er fra, og ikke planen."),
    (_may_be_day_of_change, "Det kan være den dag, ændringen gælder fra."),
    (_contradicts_cue, "Ordene lige ved siden af passer ikke til det."),
    (_is_either, "Hver part har sit eget af dem."),
    (_was_before, "Det er måske det, der gjaldt før ændringen."),
    (_is_parted, "Der er et sted til hver oplysning."),
    (_is_greeted, "Der hilses på en person."),
    (_is_under_signers, "Ordet under linjen siger, hvem der underskriver."),
    (_is_beside_signer, "Ordet ved linjen siger, hvem der måske underskriver."),
    (_may_be_labelled_above, "Ordene over linjen kan være dens etiket."),
    (_tells_of_another, "Sætningen handler måske om en anden aftale."),
    (_is_town_in_text, "Byen er måske ikke den, der står i adressen."),
    (_is_in_others_part, "Overskriften siger, at det er noget andet end denne aftale."),
    (_is_mixed, "Det er flere slags oplysninger."),
    (_is_of_other_shape, "Eksemplet ligner ikke sådan en oplysning."),
)
