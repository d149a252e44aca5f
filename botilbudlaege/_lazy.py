"""Names of a package that are loaded when they are first used: `__getattr__`, `__dir__` and `__all__` of one list.

Type checkers read the same list as the `__init__.pyi` beside it, which `docs/pages/stub.py` writes.
"""

from importlib import import_module

TYPE_CHECKING = False  # typing alone would cost more than the rest of this import
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


MODULE_OF: "dict[str, dict[str, str]]" = {}
"""The module of each name, by package."""


def attach(namespace: "dict[str, Any]", names: "Mapping[str, str]", *, modules: str = "") -> None:
    """Give a package its names.

    Args:
        namespace: The package's `globals()`.
        names: Names by the module that has them, as `botilbudlaege` has it, with spaces between.
        modules: The modules of the package that are names themselves.
    """
    package: str = namespace["__name__"]
    root = package.partition(".")[0]
    module_of = {name: f"{root}.{module}" for module, own in names.items() for name in own.split()}
    MODULE_OF[package] = module_of

    def load(name: str) -> object:
        if name in modules.split():
            return import_module(f"{package}.{name}")
        if name not in module_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        namespace[name] = value = getattr(import_module(module_of[name]), name)
        return value

    namespace["__getattr__"] = load
    namespace["__all__"] = public = sorted([*module_of, *modules.split()])
    namespace["__dir__"] = lambda: sorted({*namespace, *public})
