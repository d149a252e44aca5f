"""A journal in a database, by SQLAlchemy: a row an entry, in SQLite, PostgreSQL or another that it knows."""

from __future__ import annotations

import datetime
import json
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import attrs

from botilbudlaege._arguments import TEXT, Kind, takes
from botilbudlaege.errors import DocumentError
from botilbudlaege.journal import _findings
from botilbudlaege.journal._home import Home
from botilbudlaege.journal._issued import ENTRIES, Issued

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import sqlalchemy.exc

TABLE = "botilbudlaege_udstedt"
_ENGINE = Kind(
    "en database",
    "dens URL eller en engine fra SQLAlchemy",
    lambda value: isinstance(value, str) or (not isinstance(value, type) and hasattr(value, "begin")),
)


class Sql:
    """A journal in a table of a database, `botilbudlaege_udstedt`; the table is made where it does not exist.

    Several journals can share the table, each by its collection: a batch needs one for its folder alone. What is added is
    added in one transaction, and rows are never changed.

    Args:
        engine: An engine of SQLAlchemy, or the URL of one: `sqlite:///udstedt.db`, `postgresql+psycopg://…`.
        collection: The name of the collection.

    Raises:
        DocumentError: SQLAlchemy is not installed, or the database cannot be used.

    >>> from botilbudlaege import load, render
    >>> from botilbudlaege.journal import Sql, issued
    >>> plan = load("docs/examples/aeblehaven.toml")
    >>> journal = Sql("sqlite://")
    >>> journal.add([issued(render(plan), plan, file="aeblehaven.docx")])
    >>> [(entry.file, entry.home.navn) for entry in journal.entries()]
    [('aeblehaven.docx', 'æblehaven')]
    """

    @takes(engine=_ENGINE, collection=TEXT)
    def __init__(self, engine: sqlalchemy.Engine | str, *, collection: str = "") -> None:
        """Make the table where it is not there."""
        if find_spec("sqlalchemy") is None:
            raise DocumentError(_findings.MISSING_EXTRA())
        import sqlalchemy.exc  # noqa: PLC0415 - an extra, needed only here

        self._sql = sqlalchemy
        self._collection = collection
        self._table = _table(sqlalchemy)
        try:
            self._engine = sqlalchemy.create_engine(engine) if isinstance(engine, str) else engine
            self._make_table()
        except (sqlalchemy.exc.SQLAlchemyError, ImportError) as error:
            raise DocumentError(_findings.DATABASE_UNUSABLE()) from error

    def _make_table(self) -> None:
        """Make the table where it is not there; another program may make it at the same moment, and then it is there."""
        try:
            self._table.metadata.create_all(self._engine)
        except self._sql.exc.DBAPIError:
            self._table.metadata.create_all(self._engine)

    def entries(self) -> Iterator[Issued]:
        """Give what holds of each file, in the order in which they were first issued.

        Raises:
            DocumentError: The database cannot be read.
        """
        table, func = self._table, self._sql.func
        spans = (
            self._sql.select(func.min(table.c.id).label("first"), func.max(table.c.id).label("last"))
            .where(table.c.collection == self._collection)
            .group_by(table.c.file)
            .subquery()
        )
        joined = table.join(spans, table.c.id == spans.c.last)
        yield from self._read(self._sql.select(table).select_from(joined).order_by(spans.c.first))

    def history(self) -> Iterator[Issued]:
        """Give all that was ever said, the oldest first; see `entries`."""
        table = self._table
        own = table.c.collection == self._collection
        yield from self._read(self._sql.select(table).where(own).order_by(table.c.id))

    @takes(entries=ENTRIES)
    def add(self, entries: Iterable[Issued]) -> None:
        """Add entries, all or none.

        Raises:
            DocumentError: The database cannot be written.
        """
        rows = [{"collection": self._collection, **_row(entry)} for entry in entries]
        if not rows:
            return
        try:
            with self._engine.begin() as connection:
                connection.execute(self._table.insert(), rows)
        except self._sql.exc.SQLAlchemyError as error:
            raise DocumentError(_findings.DATABASE_UNUSABLE()) from error

    def _read(self, query: sqlalchemy.Select[Any]) -> Iterator[Issued]:
        """Read rows a few at a time; a caller that adds meanwhile does so in a transaction of its own."""
        try:
            with self._engine.connect() as connection:
                found = connection.execute(query).mappings().all()
        except self._sql.exc.SQLAlchemyError as error:
            raise DocumentError(_findings.DATABASE_UNUSABLE()) from error
        yield from map(_entry, found)


def _table(sql: Any) -> sqlalchemy.Table:
    text = sql.Text
    table: sqlalchemy.Table = sql.Table(
        TABLE,
        sql.MetaData(),
        sql.Column("id", sql.BigInteger().with_variant(sql.Integer, "sqlite"), primary_key=True),
        sql.Column("collection", text, nullable=False),
        sql.Column("file", text, nullable=False),
        sql.Column("content", text, nullable=False),
        sql.Column("document", text, nullable=False),
        sql.Column("draft", sql.Boolean, nullable=False),
        sql.Column("p_nummer", text, nullable=False, index=True),
        sql.Column("navn", text, nullable=False),
        sql.Column("kommune", text, nullable=False),
        sql.Column("occasion", text, nullable=False),
        sql.Column("facts", text, nullable=False),
        sql.Column("facts_digest", text, nullable=False, index=True),
        sql.Column("pack", text, nullable=False),
        sql.Column("pack_version", text, nullable=False),
        sql.Column("library", text, nullable=False),
        sql.Column("issued", sql.DateTime(timezone=True)),
        sql.Column("signed", sql.Date),
        sql.Column("pdf", text, nullable=False),
        sql.Column("state", text, nullable=False),
        sql.Column("batch", text, nullable=False),
        sql.Index(f"{TABLE}_file", "collection", "file", "id"),
    )
    return table


def _row(entry: Issued) -> dict[str, Any]:
    values = attrs.asdict(entry, recurse=False)
    home = values.pop("home")
    return {**values, **attrs.asdict(home), "batch": json.dumps(dict(entry.batch), ensure_ascii=False)}


def _entry(row: Any) -> Issued:
    values: dict[str, Any] = {name: value for name, value in row.items() if name not in ("id", "collection")}
    home = Home(**{field.name: values.pop(field.name) for field in attrs.fields(Home)})
    issued = values.pop("issued")
    if issued is not None:
        # SQLite knows no zones
        issued = (
            issued.replace(tzinfo=datetime.UTC) if issued.tzinfo is None else issued.astimezone(datetime.UTC)
        )
    values |= {"home": home, "issued": issued, "batch": json.loads(values["batch"])}
    return Issued(**values)
