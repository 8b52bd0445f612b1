"""Signals that end the program, or a prompt: SIGTERM, or a window that was closed."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

SIGNALS = ("SIGTERM", "SIGHUP", "SIGQUIT")


class EndSignal(KeyboardInterrupt):
    """A signal told the program to end: nobody can be asked any more."""


def end_like_ctrl_c_on_signals() -> None:
    """Let SIGTERM, Ctrl-\\ and a closed window end the program in order, with the draft saved.

    A signal that was ignored when the program began, as by nohup, stays ignored.
    """

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise EndSignal

    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, stop)


def ignore_signals() -> None:
    """Ignore every signal from here on: the program was told to end and is about to."""
    for name in ("SIGINT", *SIGNALS):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)


@contextmanager
def signals_ignored() -> Iterator[None]:
    """Within the block, signals are ignored: for the moment in which a text is saved."""
    # Windows has only some of them.
    numbers = [getattr(signal, name) for name in ("SIGINT", *SIGNALS) if hasattr(signal, name)]
    previous_handlers = {number: signal.signal(number, signal.SIG_IGN) for number in numbers}
    try:
        yield
    finally:
        for number, handler in previous_handlers.items():
            signal.signal(number, handler)


@contextmanager
def prompt_ended_by_signals(application: Any) -> Iterator[None]:
    """Within the block, a signal ends the prompt as Ctrl-C does, but never within an event.

    A KeyboardInterrupt within an event would be reported as a fault of the line editor, so the
    event loop handles the signals.
    """
    numbers = [] if sys.platform == "win32" else [getattr(signal, name) for name in SIGNALS]
    previous_handlers = {number: signal.getsignal(number) for number in numbers}

    def end_prompt() -> None:
        is_running = application.future is not None and not application.future.done()
        if is_running:
            application.exit(exception=EndSignal())

    def handle_signals() -> None:
        for number, handler in previous_handlers.items():
            if handler is not signal.SIG_IGN:  # ignored, as by `nohup`: that stays
                application.loop.add_signal_handler(number, end_prompt)

    application.pre_run_callables.append(handle_signals)  # there is no event loop yet
    try:
        yield
    finally:
        for number, handler in previous_handlers.items():
            signal.signal(number, handler)
