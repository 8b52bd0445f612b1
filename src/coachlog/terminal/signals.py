"""A prompt that is left by a signal: SIGTERM, or a window that was closed."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

SIGNALS = ("SIGTERM", "SIGHUP", "SIGQUIT")


class Ended(KeyboardInterrupt):
    """A signal told the program to end: nobody can be asked any more."""


def ignore_signals() -> None:
    """Ignore every signal from here on: the program was told to end and is about to."""
    for name in ("SIGINT", *SIGNALS):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)


@contextmanager
def signals_ignored() -> Iterator[None]:
    """Within it, signals are ignored: for the moment in which a text is saved."""
    numbers = [getattr(signal, name) for name in ("SIGINT", *SIGNALS) if hasattr(signal, name)]
    before = {number: signal.signal(number, signal.SIG_IGN) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def prompt_ended_by_signals(application: Any) -> Iterator[None]:
    """Within it, a signal ends the prompt as Ctrl-C does: between two events, never within one.

    A KeyboardInterrupt within an event would be reported as a fault of the line editor.
    """
    numbers = [] if sys.platform == "win32" else [getattr(signal, name) for name in SIGNALS]
    before = {number: signal.getsignal(number) for number in numbers}

    def leave() -> None:
        if application.future is not None and not application.future.done():
            application.exit(exception=Ended())

    def begin() -> None:
        for number, handler in before.items():
            if handler is not signal.SIG_IGN:
                application.loop.add_signal_handler(number, leave)

    application.pre_run_callables.append(begin)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
