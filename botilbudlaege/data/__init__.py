"""Files and plain data to domain objects, and back.

Everything is loaded when it is first used. After a change of the list: `python -m docs`, which tells type checkers of it.
"""

from botilbudlaege import _lazy

_lazy.attach(
    globals(),
    {
        "data._kolonner": "Kolonner",
        "data._objects": "compact document_of dump load load_rows structure unstructure",
        "data._register": "LoadedRow LoadedRows",
        "data._schema": "schema",
    },
)
