"""Imports that happen while the coach types."""

from contextlib import suppress
from importlib import import_module
from threading import Thread
from types import ModuleType


class Preload:
    """One module, imported in the background from `start()` on.

    The thread only imports. It is a daemon, so that Ctrl-C ends the program at once; an error
    in it comes up again when the module is asked for.
    """

    def __init__(self, module: str) -> None:
        self._module = module
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin to import; called when the first question is on the screen, never before."""
        self._thread = Thread(target=self._import, daemon=True)
        self._thread.start()

    def module(self) -> ModuleType:
        """Wait for the import and return the module."""
        if self._thread:
            self._thread.join()
        return import_module(self._module)

    def _import(self) -> None:
        with suppress(Exception):  # `module()` imports again and lets the error through
            import_module(self._module)
