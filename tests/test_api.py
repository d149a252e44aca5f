"""The public API, all of it, as `shared/design.md` lists it and beyond: what is changed here is changed for users."""

from __future__ import annotations

import enum
import inspect
import re
from types import ModuleType
from typing import TYPE_CHECKING, Any

import attrs

import botilbudlaege
from botilbudlaege import (
    Fakta,
    Samarbejdsplan,
    aendringer,
    batch,
    journal,
    packs,
    rendering,
    rules,
    testing,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

# A line a name: parameters with their kinds and defaults (`...` where it is an object), then `.methods` and `.properties`.
# An enum has its codes, an error its bases.
API = """
# In the design: data
load(file, cls=None, *, suffix=None, kolonner=None, ark=None)
structure(mapping, cls=None)
dump(subject, file, *, overwrite=False, suffix=None, kolonner=None, ark=None)

# Beyond the design: for integrators
problem(error, *, callers_pack=False)
schema(of)
unstructure(subject)

# Beyond the design: the columns of an office's own register
Kolonner(*, ark=None, overskriftsraekke=None, kolonner=..., opdel=..., vaerdier=..., behold=(), udelad=(), slutraekker=()) .load(file)
propose_columns(file, *, suffix=None, ark=None)
Forslag(*, kolonner, grunde, raekker, gode, findings) .save(file, *, overwrite=False) .toml
load_rows(file, cls=None, *, suffix=None, kolonner=None, ark=None)
LoadedRow(number, subject, findings=())
LoadedRows(rows, findings)

# In the design: documents; `render_many` has its `...` here, and `Report` its rows
render(subject, document=None, *, pack=None, draft=False, living=False, clauses=None, dato=None)
Document(*, content, findings, provenance) .preview(page=1) .save(file, *, overwrite=False, suffix=None) .text
render_many(subjects, folder, *, document=None, pack=None, draft=False, living=False, clauses=None, pdf=False, dato=None, executor=None, progress=None, names='{botilbud} {dokument} {anledning}', journal=None, overwrite=False, kolonner=None, ark=None)
Report(*, folder, rows, left_over=(), remarks=()) .as_dict() .count(state) .counts .findings .reasons
Row(*, number, file, pdf='', state, reason='', findings=())
read(docx, *, pack=None, billeder=False)
Readback(*, subject, findings, provenance, issued, billeder=...)
strip_data(docx)
Klausul(id, text) .check(document='samarbejdsplan', *, pack='faelles') .diff(subject=None, document=None, *, pack=None) .preview(subjects, document=None, *, pack=None, draft=False) .save(pack, *, begrundelse=None, overwrite=False)

# Beyond the design: what a batch leaves over, and moves aside
batch.LeftOver(*, file, reason, maybe='') .why
batch.Moved(*, file, to)
batch.set_aside(folder, *, to='arkiv', journal=None)

# Beyond the design: the digest that tells whether a document was made of just these facts, and the journal that has it; a
# home has `may_be` too, of what it is told by, and its doctest tries it
facts_digest(subject)
journal.Home(p_nummer='', navn='', kommune='') .of(facts)
journal.Issued(*, file, content, document, draft=False, home=..., occasion='', facts='', facts_digest='', pack='', pack_version='', library='', issued=None, signed=None, pdf='', state='current', batch=...) .subject .with_signature(content, dag)
journal.Journal(*args, **kwargs) .add(entries) .entries()
journal.JsonLines(path) .add(entries) .compact(*, least=0) .entries() .history()
journal.Sql(engine, *, collection='') .add(entries) .entries() .history()
journal.Outdated(*, entry, reason, changes=())
journal.issued(document, subject, *, file)
journal.letters_owed(journal, hjem, *, dato=None, sendt=None)
journal.mark_signed(journal, file, content, dag)
journal.outdated(journal, hjem)

# Beyond the design: what `Document.preview`, `Klausul.preview` and `Klausul.diff` give
Billede(png)
Visning(uddrag, draft=False) .text
Uddrag(navn, text, content) .mangler
Forskel(old, new) .pieces() .text

# In the design: changes
compare(old, new)
Aendring(*, path, label, fra, til)

# Beyond the design: a home over the years
Aftale(*, plan, aendringer=(), opsigelse=None) .allonger .i_kraft(dato) .ophoersdato .orienteringer(*, sendt=None) .plan_den(dato) .status(dato) .timer_i_kvartal(dag)
Daekningsforloeb(*, punkter, til) .den(dato) .maaneder .opgoer(poster, fra, til, *, regelsaet=None) .svg() .tabel
Daekningspunkt(*, dato, med_plan, i_alt) .grad
Forloeb(*, hjem, aftaler=()) .aftale_den(dato) .allonger .botilbud .botilbud_den(dato) .i_kraft(dato) .opsigelser .orienteringer(dato=None, *, sendt=None) .status(dato) .timer_i_kvartal(dag)
Haendelsespost(*, plan=..., haendelse=None, dag=None, opsagt_af=None, oensket_ophoer=None, egne=...)
forloeb(poster, *, numre=None)

# In the design: packs; a `Pack` has .id .origin .template .context .environment there, and here what applications write beside
packs.available()
packs.load(id_or_folder)
packs.check(pack)
packs.Pack(templates) .context(subject) .documents .environment .id .layers .navn .oplysninger(kind) .origin(key) .regelsaet .template(kind) .version

packs.Origin(*, key, layer, version, place, begrundelse=None, replaces=(), left_out=False, documents=())
packs.WordTemplate(*, docx, context, environment)

# In the design: findings and errors, each with .findings; beyond it `alvor`, the severity in Danish for what shows a finding
Finding(*, code, severity='error', message, remedy='', path='', place='') .alvor
Findings(iterable=(), /)
BotilbudlaegeError < Exception .findings
DataError < BotilbudlaegeError, ValueError
DocumentError < BotilbudlaegeError, ValueError
MissingInformation < BotilbudlaegeError, LookupError
OutsideValidity < BotilbudlaegeError, ValueError
PackError < BotilbudlaegeError, ValueError
TemplateError < DocumentError

# In the design: rules
rules.aktivitet(art)
rules.daekningsgrad(med_plan, i_alt)
rules.omfattet(lovgrundlag, laengerevarende=None, *, dato=None, regelsaet=None)
rules.ophoersdato(modtaget, *, regelsaet=None)
rules.orienteringspligt(haendelse)
rules.regelsaet()
rules.seneste_opsigelse(ophoer, *, regelsaet=None)
rules.status(dato, *, indgaaet_den=None, ikrafttraeden=None, opsagt=None, ophoer=None)
rules.timer_i_kvartal(dag, timer, *, ophoer=None)
rules.timetal(antal_beboere, *, dato=None, regelsaet=None)

# In the design: provisional
rendering.compile(docx, *, environment=None, replaced=())

# In the design: the domain; `Fakta` is what its classes are
Fakta()
Adresse(*, vej=None, postnr=None, by=None) .linje
Aendringspost(*, forhold=None, fra=None, til=None)
Allonge(*, plan=..., ny_plan=..., gaelder_fra=None, indgaaet_den=None) .aendrer_timer .aendringer .aftalte_aendringer .nye_oplysninger .region .underskrivere .vilkaar_skal_bekraeftes
Botilbud(*, navn=None, adresse=..., kommune=None, lovgrundlag=None, laengerevarende=None, driftsform=None, antal_beboere=None, organisation=..., kontaktperson=..., cvr=None, p_nummer=None)
Daekning(*, navn=None, med_plan=None, i_alt=None) .grad
Daekningsstatus(*, dato=None, modtager=None, region=None, i_alt=..., kommuner=(), driftsformer=(), lovgrundlag=(), regioner=(), udenfor=0, ukendte=0, uoplyste=0, bemaerkning=None) .opgoer(poster, dato, *, modtager=None, region=None, bemaerkning=None, regelsaet=None)
Idekatalog(*, temaer=(), region=None, dato=None)
Implementeringsplan(*, region=None, dato=None, milepaele=None, opgaver=None) .tidsplan
Informationsbrev(*, plan=..., sendt=None)
Informationsmateriale(*, maalgruppe=None, region=None, dato=None) .timer_der_kan_aftales .varsel_maaneder
Kommissorium(*, region=None, dato=None, refererer_til=None, medlemmer=None, opgaver=(), orienteres=(), opfoelgning=None, moeder=None, milepaele=None, dokumenter=()) .tidsplan
Egne(vaerdier=None)
Kommune(kode, navn) .efterfoelger(dato) .find(navn_eller_kode) .region(dato) .regioner
Kontaktperson(*, navn=None, titel=None, telefon=None, email=None, rolle=None) .kontaktoplysninger
Medlem(*, antal_min=None, antal_max=None, funktion=None, enhed=None, rolle=None, bemaerkning=None) .antal
Milepael(*, hvornaar=None, hvad=None)
Moedeaftale(*, titel=None, tekst=None)
Opgave(*, opgave=None, ansvarlig=None, rolle=None, frist=None)
Opsigelse(*, plan=..., opsagt_af=None, modtaget=None, oensket_ophoer=None) .afsender .efterfoelger .efterfoelger_fra .modtager .ophoer_derefter .ophoersdato .region .senest_modtaget .tidligste_ophoer .underskriver .varsel_maaneder .varsel_udloeber
Organisation(*, navn=None, cvr=None, adresse=...)
Orientering(*, plan=..., anledning=None, fra=None, tidligere_timer=None, sendt=None) .gaelder_fra .region
Praksis(*, navn=None, ydernummer=None, adresse=..., laeger=(), kontaktperson=..., cvr=None) .betegnelse
Programpunkt(*, klokkeslaet=None, titel=None, oplaegsholder=None)
Registerpost(*, plan=..., tidligere_timer=None, timer_aendret=None, opsagt_af=None, modtaget=None, oensket_ophoer=None, egne=...) .aftalt_plan .allonge .botilbud_den(dato) .i_kraft(dato) .ophoersdato .opsigelse .orienteringer(*, sendt=None) .status(dato) .timer_i_kvartal(dag)
Samarbejdsplan(*, botilbud=..., praksis=..., aftalepart=None, timer_pr_maaned=None, ikrafttraeden=None, moedeformer=..., emner=(), moedeaftaler=None, indgaaet_den=None, underskrivere=..., dokument=None) .botilbudssiden .efterfoelger .efterfoelger_fra .region .status(dato, *, opsigelse=None) .timer_der_kan_aftales .varsel_maaneder .vilkaar_skal_bekraeftes
Tema(*, titel=None, tekst=None)
Tidspunkt(fra, praecision=...) .find(tekst)
Underskrivere(*, botilbud=None, praksis=None, organisation=None)
Webinar(*, titel=None, maalgruppe=None, dag=None, begynder=None, slutter=None, tilmelding=None, program=None, region=None)

# In the design: its enums
Aftalepart: ORGANISATION BOTILBUD BEGGE
Aktivitet: GENEREL_RAADGIVNING UNDERVISNING SAMARBEJDSMOEDE KONKRET_BEBOER INSTRUKTION_VED_SYGEBESOEG
Anledning: INDGAAET TIMETAL_AENDRET OPSAGT
Dokument: SAMARBEJDSPLAN KONTRAKT OPSIGELSE ORIENTERING INFORMATIONSBREV INFORMATIONSMATERIALE WEBINAR IDEKATALOG KOMMISSORIUM IMPLEMENTERINGSPLAN STATUSNOTAT ALLONGE
Driftsform: KOMMUNAL REGIONAL PRIVAT
Haendelse: INDGAAET TIMETAL_AENDRET OPSAGT NY_PRAKSIS NY_KONTAKTPERSON NYE_EMNER NYE_MOEDEAFTALER
Kontaktrolle: SUNDHEDSFAGLIG KOORDINATOR ANDEN
Lovgrundlag: SEL_108 ABL_105 SEL_107 BL_43_1_6 BL_43_3
Maalgruppe: BOTILBUD PRAKSIS
Medlemsrolle: FORMANDSKAB MEDLEM SEKRETARIAT EVENTUELT AD_HOC INDDRAGES
Modtager: SUNDHEDSSTYREGRUPPEN SUNDHEDSSAMARBEJDSUDVALGET CENTRALE_PARTER
Moedeform: FYSISK VIDEO
Part: BOTILBUD PRAKSIS
Planstatus: KLADDE INDGAAET I_KRAFT OPSAGT OPHOERT
Praecision: DAG PRIMO_MAANED MEDIO_MAANED ULTIMO_MAANED MAANED KVARTAL AARSTID PRIMO_AAR MEDIO_AAR ULTIMO_AAR AAR
Region: NORDJYLLAND MIDTJYLLAND SYDDANMARK HOVEDSTADEN SJAELLAND OESTDANMARK .kode

# Beyond the design: what `rules.regelsaet` gives and rules take, so that a caller can set hour tiers
rules.Regelsaet(*, id, titel, varsel_maaneder, tilladte_timer, foerste_fase, timetrin=()) .begynder .gaeldende(vaerdier, dag) .med_timetrin(trin, *, gaelder_fra, kilde, kilde_gaelder_til=None) .timer_der_kan_aftales(dag=None)
rules.Regelvaerdi(*, vaerdi, enhed, gaelder_fra, kilde, kilde_gaelder_til=None) .remarks(dag) .result(vaerdi, dag, *begrundelse)
rules.Timetrin(*, fra_beboere, timer)

# Beyond the design: what the letters to the region are made with after `compare`
aendringer.anvend(old, changes)
aendringer.brev(kilde, document, *, ny_plan=None, **oplysninger)
aendringer.haendelser(old, new)
aendringer.orienteringer(old, new, *, fra=None, sendt=None)

# Beyond the design: what `rendering.compile` takes and gives
rendering.Environment(*, filters, printers, draft=False) .filler(tree) .tree(source)
rendering.Template(blob, parts, replaced, controls=None, numbering=None) .render(mapping, *, replace=None)

# Beyond the design's list, in its layout: the kit for authors of packs
testing.Case(*, name, path, kind, draft, dato, subject) .expected
testing.cases(folder)
testing.coverage(case, pack)
testing.text(case, pack)
testing.unreached(pack, reached)

# Beyond the design's list: a region's own Word document made into a pack, the front door for who has one (issue 17)
packs.import_template(source, folder, pack_id=None, *, navn=None, region=None, document=None, bygger_paa='faelles')
packs.Imported(*, folder, pack, sheet, document, is_guessed, rows, findings, sections, lacks, without, told, proof, region) .errors .is_answered .left .summary .text

# Beyond the design's list: where a rule comes from and what it answers; `vist` is the value in Danish
Kilde(*, titel, afsnit=None)
Resultat(*, vaerdi, begrundelse, kilde, findings=()) .vist
"""


def test_the_public_api_is_the_one_that_is_listed() -> None:
    """Names, parameters, kinds, defaults, fields, codes and bases; a new one is listed with its reason."""
    listed = {line for line in API.splitlines() if line and not line.startswith("#")}

    assert set(_public()) == listed


def test_what_public_functions_give_is_public() -> None:
    """Each class of the package that a function, method or property is said to give can be imported by its name."""
    things = dict(public_things())
    names = {path.rpartition(".")[2] for path in things}
    given = {
        name
        for thing in things.values()
        for function in public_functions(thing)
        for name in re.findall(r"\w+", str(function.__annotations__.get("return", "")))
    }

    assert {name for name in given if name[0].isupper()} - names == ELSEWHERE


ELSEWHERE = {"Any", "Callable", "Fraction", "Iterable", "Iterator", "Mapping", "None", "Path", "T", "V"}
"""Names of Python's own, and of type variables."""


def public_things() -> Iterator[tuple[str, Any]]:
    """Give each public name with what it stands for, and those of public modules."""
    for name in botilbudlaege.__all__:
        yield name, getattr(botilbudlaege, name)
    for module in (aendringer, batch, journal, packs, rendering, rules, testing):
        yield from ((f"{module.__name__}.{name}", getattr(module, name)) for name in module.__all__)


def public_functions(thing: Any) -> Iterator[Any]:
    """Give a function, or the public methods and properties of a class."""
    if inspect.isfunction(thing):
        yield thing
    for name, value in vars(thing).items() if isinstance(thing, type) else ():
        inner = getattr(value, "__func__", getattr(value, "fget", value))
        if not name.startswith("_") and inspect.isfunction(inner):
            yield inner


def test_a_public_function_says_what_it_takes_and_shows_it() -> None:
    """`help` has a line for each parameter, and all but what needs a pack's own files has an example that is run."""
    functions = [(name, thing) for name, thing in public_things() if inspect.isfunction(thing)]
    without = {
        name: inspect.getdoc(function) or ""
        for name, function in functions
        if not name.startswith("botilbudlaege.testing.")
    }
    silent = [
        name
        for name, function in functions
        for parameter in inspect.signature(function).parameters
        if f"    {parameter}: " not in (inspect.getdoc(function) or "")
    ]

    assert len(functions) > 30
    assert silent == []
    assert [name for name, told in without.items() if ">>> " not in told] == []


def test_help_shows_the_type_of_each_fact() -> None:
    """Of all classes of the domain, as it is declared; `inspect.signature` is what `help` prints."""
    facts = [thing for _, thing in public_things() if isinstance(thing, type) and issubclass(thing, Fakta)]

    assert "timer_pr_maaned: int | None = None" in str(inspect.signature(Samarbejdsplan))
    for cls in facts:
        shown = {name: each.annotation for name, each in inspect.signature(cls).parameters.items()}
        assert shown == {field.name: field.type for field in attrs.fields(cls)}, cls
        assert not {Any, "Any", inspect.Parameter.empty} & {*shown.values()}, cls


def _public() -> list[str]:
    modules = {
        "batch": batch,
        "journal": journal,
        "rendering": rendering,
        "testing": testing,
    }  # public, and not in the top namespace
    names = {name: getattr(botilbudlaege, name) for name in botilbudlaege.__all__}
    return [line for name, thing in (names | modules).items() for line in _lines(name, thing)]


def _lines(name: str, thing: Any) -> list[str]:
    if isinstance(thing, ModuleType):
        inside = {each: getattr(thing, each) for each in thing.__all__}
        top = {id(getattr(botilbudlaege, each)) for each in botilbudlaege.__all__}
        return [
            line
            for each, value in inside.items()
            if id(value) not in top
            for line in _lines(f"{name}.{each}", value)
        ]
    if not isinstance(thing, type):
        return [name + _signature(thing)]
    if issubclass(thing, enum.Enum):
        head = f"{name}: {' '.join(thing.__members__)}"
    elif issubclass(thing, Exception):
        head = f"{name} < {', '.join(base.__name__ for base in thing.__bases__)}"
    else:
        head = name + _signature(thing)
    return [" .".join((head, *_members(thing)))]


def _signature(thing: Any) -> str:
    """Give the parameters without their types, which the type checkers hold."""
    parameters = [
        each.replace(annotation=each.empty, default=_shown(each.default))
        for each in inspect.signature(thing).parameters.values()
    ]
    return str(inspect.Signature(parameters))


class _Object:
    """A default that is an object."""

    def __repr__(self) -> str:
        """As stubs write it."""
        return "..."


def _shown(default: Any) -> Any:
    plain = default is inspect.Parameter.empty or default is None or default == ()
    return default if plain or isinstance(default, (bool, int, str)) else _Object()


def _members(cls: type) -> list[str]:
    """List what a class has of its own, beside the facts that it is made of."""
    facts = set(attrs.fields_dict(cls)) if attrs.has(cls) else set()
    bases = {name for base in cls.__mro__[1:] for name in vars(base)}
    found = []
    for name in sorted(set(vars(cls)) - facts - bases):
        value = vars(cls)[name]
        if name.startswith("_") or name in {"name", "value"}:
            continue
        if isinstance(value, staticmethod):
            found.append(name + _signature(value.__func__))
        elif inspect.isfunction(value):
            found.append(name + _signature(value).replace("(self, ", "(").replace("(self)", "()"))
        elif not isinstance(value, cls):  # a code of an enum
            found.append(name)
    return found
