"""Compile a docxtpl template once; render it many times.

docxtpl parses, patches and compiles its template at every render. Here that happens once, every branch is proven
well-formed, and a render is Jinja, escape, deflate, append.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

import attrs
import jinja2
from docxtpl import DocxTemplate
from jinja2 import nodes

from botilbudlaege.errors import DocumentError, Finding, TemplateError
from botilbudlaege.rendering import _language, _package, _refusals, _scan, _tables, _zip
from botilbudlaege.rendering._environment import NOT_XML, Environment, UnwritableError
from botilbudlaege.rendering._listing import resolve
from botilbudlaege.rendering._proof import Proof

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

MAX_OUT = 50 * _refusals.MB
MAX_TEMPLATE_PART = 2 * _refusals.MB
MAX_TEMPLATE_ELEMENTS = 60_000  # begun and ended

_HEADER_OR_FOOTER = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<w:(hdr|ftr)[\s>]")
_NEWLINE = re.compile(r"\n(?=<w:p[ >])")
_PARAGRAPH = re.compile(r"<w:p([ >])")
_MARKS = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_INSIDE_TAG = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL)


@attrs.frozen
class _Part:
    """A part with tags: its name, the function that fills it, and whether paragraphs stand inside others."""

    name: bytes
    fill: Callable[[Mapping[str, Any]], str]
    nested: bool


class Template:
    """A compiled template: immutable, and safe to render in many threads at once.

    Made by `compile`.
    """

    def __init__(self, blob: _zip.Blob, parts: tuple[_Part, ...], replaced: tuple[bytes, ...]) -> None:
        """Keep what a render needs."""
        self._blob = blob
        self.parts = parts
        self._replaced = replaced

    def render(self, mapping: Mapping[str, Any], *, replace: Mapping[str, bytes] | None = None) -> bytes:
        """Fill the template.

        Args:
            mapping: The values by name: nested mappings, lists, text, and what the environment prints.
            replace: Contents for the parts that were named in `compile`.

        Returns:
            The docx.

        Raises:
            TemplateError: The template asks for what the mapping does not have.
            DocumentError: A value holds a character that Word cannot, or the document would be too large.
        """
        members = [(name, (replace or {})[name.decode()]) for name in self._replaced]
        size = 0
        try:
            for part in self.parts:
                content = resolve(part.fill(mapping), nested=part.nested).encode("utf-8")
                size += len(content)
                members.append((part.name, content))
        except jinja2.UndefinedError as error:
            raise TemplateError(_unknown_field(str(error))) from error
        except UnwritableError as error:
            raise DocumentError(*(tuple(_unwritable(mapping)) or (_unwritable_tag(),))) from error
        except TypeError as error:
            raise TemplateError(_wrong_type()) from error
        if size > MAX_OUT:
            raise DocumentError(
                Finding(
                    code="too-large",
                    message=f"Dokumentet ville fylde over {MAX_OUT // _refusals.MB} MB.",
                    remedy="Del det op.",
                )
            )
        return _zip.finish(self._blob, members)


def compile(  # noqa: A001 - it is what it does, and the module's name tells them apart
    docx: bytes, *, environment: Environment | None = None, replaced: tuple[str, ...] = ()
) -> Template:
    """Compile a docxtpl template that keeps to the language.

    The last templates below 1 MB are kept, so that the same one is not compiled twice.

    Args:
        docx: The template.
        environment: Filters, and how values of further types are printed; None for text and numbers alone.
        replaced: Names of parts whose content each render gives.

    Returns:
        The compiled template.

    Raises:
        TemplateError: Tags that are outside the language, unbalanced or out of place: all of them, each with its place.
        DocumentError: The package is no docx, is too large, or holds what is refused.
        TypeError: `docx` is not bytes.

    >>> from pathlib import Path
    >>> from botilbudlaege import rendering
    >>> rendering.compile(b"no docx")
    Traceback (most recent call last):
    botilbudlaege.errors.DocumentError: Filen er ikke et Word-dokument, eller den er beskadiget. Gem den som et nyt .docx uden det.
    """
    if not isinstance(docx, bytes):
        raise TypeError("docx must be the bytes of a .docx file: Path(...).read_bytes()")
    keep = _cached if len(docx) < _refusals.MB else _compiled
    return keep(docx, environment or plain_environment(), replaced)


def _compiled(docx: bytes, environment: Environment, replaced: tuple[str, ...]) -> Template:
    parts = _refusals.open_package(docx)
    findings = list(_tags_elsewhere(parts))
    compiled = []
    for name, place in _filled(parts).items():
        try:
            part = _compile_part(name, parts[name], environment, place)
        except TemplateError as error:
            findings += error.findings
        else:
            if part is not None:
                compiled.append(part)
    if findings:
        raise TemplateError(*findings)
    dynamic = {part.name.decode() for part in compiled} | set(replaced)
    ordered = (_package.CONTENT_TYPES, *(name for name in parts if name != _package.CONTENT_TYPES))
    blob = _zip.pack({name: parts[name] for name in ordered if name not in dynamic})
    return Template(blob, tuple(compiled), tuple(name.encode() for name in replaced))


_cached = functools.lru_cache(maxsize=64)(_compiled)


@functools.cache
def plain_environment() -> Environment:
    """Give the environment of templates that bring none of their own: text and numbers, no filters."""
    return Environment(filters={}, printers={int: str, float: str})


def _filled(parts: Mapping[str, bytes]) -> dict[str, str]:
    """List the parts that are filled, whatever their names: the document, headers and footers; each with its place."""
    kinds = {b"hdr": "sidehovedet", b"ftr": "sidefoden"}
    found = {
        name: _HEADER_OR_FOOTER.match(content.lstrip(b"\xef\xbb\xbf")) for name, content in parts.items()
    }
    return {_package.DOCUMENT: "teksten", **{name: kinds[match[1]] for name, match in found.items() if match}}


def _tags_elsewhere(parts: Mapping[str, bytes]) -> Iterator[Finding]:
    """Find tags in all other parts, which would stay in the document as they are."""
    filled = _filled(parts)
    for name, content in parts.items():
        other = name not in filled and not name.startswith("customXml/")
        if other and _refusals.is_xml(name, content) and _scan.has_tags(_scan.plain(content)):
            yield Finding(
                code="tag-outside-text",
                message="Mærkninger uden for tekst, sidehoved og sidefod bliver ikke udfyldt.",
                remedy="Flyt mærkningen op i teksten.",
                place=name,
            )


def _compile_part(name: str, content: bytes, environment: Environment, place: str) -> _Part | None:
    """Compile a part; None when it holds no tags.

    Raises:
        TemplateError: With everything that is wrong in its tags.
    """
    if not any(mark in content for mark in (b"{", b"}", b"&#")):
        return None
    if len(content) > MAX_TEMPLATE_PART or content.count(b"<") > MAX_TEMPLATE_ELEMENTS:
        raise TemplateError(_fault("too-large", "Skabelonen er for stor til at blive udfyldt", place))
    root = _package.parse(content)
    count, findings = _scan.scan(root, part=place)
    if findings:
        raise TemplateError(*findings)
    if not count:
        return None
    source = _patched(root)
    tree = _parsed(source, environment, place)
    proof = _proven(tree, source, environment, place)
    if name == _package.DOCUMENT and _tables.mend(root, proof, place=place):
        source = _patched(root)
        tree = _parsed(source, environment, place)
    nested = b"txbxContent" in content
    try:
        return _Part(name.encode(), environment.filler(tree), nested)
    except (SyntaxError, RecursionError) as error:
        raise TemplateError(_fault("nesting", "Mærkningerne er for indviklede", place)) from error


def _patched(root: etree._Element) -> str:
    """Give a part's XML as docxtpl prepares it for Jinja, with a line a paragraph."""
    source = _package.serialise(root).decode("utf-8")
    source = re.sub(r"^<\?xml[^>]*\?>\s*", "", source)
    patched: str = DocxTemplate.patch_xml(cast("DocxTemplate", None), source)
    # docxtpl leaves an ampersand in a tag escaped, so that a comparison with it can never hold.
    patched = _INSIDE_TAG.sub(lambda tag: tag[0].replace("&amp;", "&"), patched)
    return _PARAGRAPH.sub(r"\n<w:p\1", patched)


def _parsed(source: str, environment: Environment, place: str) -> nodes.Template:
    try:
        tree = environment.tree(source)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(_at("template-syntax", _syntax(error), source, error.lineno, place)) from error
    except RecursionError as error:
        raise TemplateError(_fault("nesting", "Mærkningerne er for indviklede", place)) from error
    for data in tree.find_all(nodes.TemplateData):
        data.data = _NEWLINE.sub("", data.data)
        for mark, plain in _MARKS:
            data.data = data.data.replace(mark, plain)
    return tree


def _proven(tree: nodes.Template, source: str, environment: Environment, place: str) -> Proof:
    outside = list(_language.faults(tree, filters=environment.filters))
    if outside:
        raise TemplateError(
            *(
                _at("not-in-language", _language.sentence(message), source, line, place)
                for line, message in outside
            )
        )
    proof = Proof(tree)
    if proof.faults:
        raise TemplateError(
            *(
                _at("not-well-formed", _language.sentence(message), source, line, place)
                for line, message in proof.faults
            )
        )
    return proof


def _syntax(error: jinja2.TemplateSyntaxError) -> str:
    unknown = re.match(r"No (filter|test) named '([^']+)'", error.message or "")
    if unknown:
        return f"{'Filteret' if unknown[1] == 'filter' else 'Prøven'} {unknown[2]} findes ikke."
    return "En mærkning kan ikke læses."


def _at(code: str, message: str, source: str, line: int, place: str) -> Finding:
    lines = source.split("\n")
    words = " ".join(re.sub(r"<[^>]+>", "", lines[min(line, len(lines)) - 1]).split())[:60]
    return Finding(
        code=code,
        message=message,
        remedy="Ret mærkningen.",
        place=f"{place}, »{words}«" if words else place,
    )


def _fault(code: str, message: str, place: str) -> Finding:
    return Finding(code=code, message=f"{message}.", remedy="Ret skabelonen.", place=place)


def _unknown_field(message: str) -> Finding:
    names = re.findall(r"'([^']+)'", message)
    field = f"feltet {names[-1]}" if names else "et felt"
    return Finding(
        code="unknown-field",
        message=f"Skabelonen bruger {field}, som ikke findes.",
        remedy="Ret feltets navn.",
    )


def _wrong_type() -> Finding:
    return Finding(
        code="wrong-type",
        message="Skabelonen sammenligner eller gennemløber en værdi af en type, der ikke passer.",
        remedy="Ret mærkningen.",
    )


def _unwritable_tag() -> Finding:
    return _fault("control-character", "En mærkning har et tegn, som Word ikke kan gemme", "skabelonen")


def _unwritable(value: Any, path: str = "") -> Iterator[Finding]:
    """Find the values that hold a character that XML cannot."""
    if isinstance(value, str):
        if NOT_XML.search(value):
            yield Finding(
                code="control-character",
                message="Teksten har et tegn, som Word ikke kan gemme.",
                remedy="Skriv teksten igen.",
                path=path,
            )
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _unwritable(item, f"{path}.{key}".lstrip("."))
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from _unwritable(item, f"{path}[{index}]")
