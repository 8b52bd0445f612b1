"""Modules of the standard library that others load and a run hardly ever uses: loaded when used."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

SELDOM_USED: Mapping[str, tuple[str, ...]] = {
    "tokenize": (),  # inspect, for reading source
    "platform": (),  # Typer and uuid, to know the machine
    "subprocess": (),  # Typer, for opening a web page
    **dict.fromkeys(("bz2", "lzma", "zlib"), ()),  # shutil, for archives
    "ipaddress": (),  # urllib, for addresses of the internet
    "textwrap": (),  # traceback, for an error in source that was typed
    "asyncio": ("iscoroutine",),  # SQLAlchemy, for databases that are waited for
    "importlib.metadata": ("entry_points", "version"),  # Pydantic and SQLAlchemy, for plugins
}
"""Each with the functions of it that are taken over at once, and called later if ever.

They cost a tenth of the time of a list. Each is named with who loads it, and for what.
"""

NEVER_USED = ("ssl",)
"""What asyncio, which the line editor needs, does without where Python has none."""


class _StandIn(ModuleType):
    """Loads the module of its name when something of it is asked for."""

    def __init__(self, name: str, functions: tuple[str, ...]) -> None:
        super().__init__(name)
        for function in functions:
            setattr(self, function, self._called_later(function))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # whoever looks through all modules wants none of them
            raise AttributeError(name)
        return getattr(self._real(), name)

    def _called_later(self, function: str) -> Any:
        return lambda *given, **named: getattr(self._real(), function)(*given, **named)

    def _real(self) -> ModuleType:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return import_module(self.__name__)


@contextmanager
def later() -> Iterator[None]:
    """Within it, whoever imports a module that is seldom used gets what stands in for it.

    One that is never used is not to be had.

    Python's own `LazyLoader` may not be used from two threads at once; this one may, and leaves
    nothing behind in `sys.modules`.
    """
    put: dict[str, Any] = {
        name: _StandIn(name, functions)
        for name, functions in SELDOM_USED.items()
        if name not in sys.modules
    }
    for name in put:
        package, dot, module = name.rpartition(".")
        if dot:  # a module in a package is taken from there too
            setattr(import_module(package), module, put[name])
    put |= {name: None for name in NEVER_USED if name not in sys.modules}
    sys.modules.update(put)
    if "platform" in put and hasattr(os, "uname"):
        put["platform"].__dict__["system"] = lambda: os.uname().sysname  # uuid asks at once
    try:
        yield
    finally:
        for name, stand_in in put.items():
            if sys.modules.get(name, name) is stand_in:
                del sys.modules[name]
