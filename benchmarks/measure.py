"""Whole processes, measured from outside: in a pipe, on a terminal, until a first prompt.

The measuring is done by a small process of its own, this file: a process begins with the memory of
the one that starts it, so a big one would hide how little the measured one needs.
"""

import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from typing import NamedTuple

COLUMNS, LINES = 100, 40
PATIENCE = 60.0
TAIL = 2000


class Order(NamedTuple):
    """A command line to run; it must end with *code*, or show *until* on a terminal."""

    command: list[str]
    environment: dict[str, str]
    folder: str
    code: int = 0
    terminal: bool = False
    until: str = ""
    patience: float = PATIENCE


class Measured(NamedTuple):
    """Seconds from start to end, and the most memory that was held."""

    seconds: float
    mebibytes: float


class FailedError(Exception):
    """A command that is measured did not do what it should."""


class SlowError(FailedError):
    """It did not end within its patience."""


class Measurer:
    """The small process that starts and measures all others."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-S", "-E", __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> "Measurer":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def run(self, order: Order) -> Measured:
        """Run and measure a command; raises FailedError, or SlowError when it takes too long."""
        print(json.dumps(order), file=self._process.stdin, flush=True)
        seconds, mebibytes, problem = json.loads(self._process.stdout.readline())
        if seconds is None:
            raise SlowError(f"{' '.join(order.command)}: more than {order.patience:.0f} s")
        if problem:
            raise FailedError(f"{' '.join(order.command)}: {problem}")
        return Measured(seconds, mebibytes)


def serve() -> None:
    """Carry out the orders on stdin, one a line."""
    for line in sys.stdin:
        order = Order(*json.loads(line))
        print(json.dumps(_on_terminal(order) if order.terminal else _in_pipe(order)), flush=True)


def _in_pipe(order: Order) -> tuple[float | None, float, str]:
    begun = time.perf_counter()
    process = _start(order, subprocess.DEVNULL, subprocess.PIPE)
    said, in_time = _read(process.stdout.fileno(), b"", order.patience)
    return _ended(process, begun, order, said, in_time)


def _on_terminal(order: Order) -> tuple[float | None, float, str]:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    begun = time.perf_counter()
    process = _start(order, theirs, theirs)
    os.close(theirs)
    try:
        said, in_time = _read(ours, order.until.encode(), order.patience)
        return _ended(process, begun, order, said, in_time)
    finally:
        os.close(ours)


def _start(order: Order, given: int, out: int) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        order.command,
        env=order.environment,
        cwd=order.folder,
        stdin=given,
        stdout=out,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def _ended(
    process: "subprocess.Popen[bytes]", begun: float, order: Order, said: bytes, in_time: bool
) -> tuple[float | None, float, str]:
    took = time.perf_counter() - begun
    if order.until or not in_time:
        os.killpg(process.pid, signal.SIGKILL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if not order.until:
        took = time.perf_counter() - begun
    if not in_time:
        return None, usage.ru_maxrss / 1024, ""
    done = order.until.encode() in said and (order.until or process.returncode == order.code)
    told = f"{process.returncode} {said[-TAIL:].decode(errors='replace')}"
    return took, usage.ru_maxrss / 1024, "" if done else told


def _read(stream: int, until: bytes, patience: float) -> tuple[bytes, bool]:
    """The end of what is said until *until* or the end, and whether that came in time."""
    seen = b""
    deadline = time.monotonic() + patience
    while not (until and until in seen):
        ready, _, _ = select.select([stream], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return seen, False
        try:
            piece = os.read(stream, 1 << 16)
        except OSError:  # so Linux tells that the other end of a terminal was closed
            return seen, True
        if not piece:
            return seen, True
        seen = seen[-TAIL:] + piece
    return seen, True


def floor_order(environment: dict[str, str]) -> Order:
    """F: an empty Python."""
    return Order([sys.executable, "-S", "-E", "-c", "pass"], environment, environment["HOME"])


if __name__ == "__main__":
    serve()
