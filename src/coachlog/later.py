"""Modules of the standard library that others load and a run hardly ever uses: loaded when used."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

SELDOM_USED = (
    "tokenize",  # inspect, for reading source
    *("platform", "subprocess"),  # Typer, for opening a web page
    *("bz2", "lzma", "zlib"),  # shutil, for archives
    "ipaddress",  # urllib, for addresses of the internet
    "textwrap",  # traceback, for an error in source that was typed
)
"""A tenth of the time of a list; each is named with who loads it, and for what."""


class _StandIn(ModuleType):
    """Loads the module of its name when something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


@contextmanager
def later() -> Iterator[None]:
    """Within it, whoever imports a module that is seldom used gets what stands in for it.

    Python's own `LazyLoader` may not be used from two threads at once; this one may, and leaves
    nothing behind in `sys.modules`.
    """
    put = {name: _StandIn(name) for name in SELDOM_USED if name not in sys.modules}
    if "platform" in put and hasattr(os, "uname"):
        put["platform"].__dict__["system"] = lambda: os.uname().sysname  # uuid asks at once
    sys.modules.update(put)
    try:
        yield
    finally:
        for name, stand_in in put.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]
