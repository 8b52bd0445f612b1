"""Whole processes, measured from outside: in a pipe, on a terminal, until a first prompt."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

COLUMNS, LINES = 100, 40
PATIENCE = 30.0


def in_pipe(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> float:
    """Seconds from start to end, with stdout and stderr into pipes and nothing on stdin."""
    begun = time.perf_counter()
    done = subprocess.run(
        command, env=environment, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True
    )
    took = time.perf_counter() - begun
    if done.returncode:
        raise RuntimeError(f"{command}: {done.returncode} {done.stderr.decode()}")
    return took


def on_terminal(
    command: Sequence[str], environment: Mapping[str, str], folder: Path, until: str = ""
) -> float:
    """Seconds from start until *until* was drawn on the terminal, or to the end without it."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    begun = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=environment,
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        seen = _read(ours, until.encode())
        if not until:
            process.wait()
        took = time.perf_counter() - begun
        if until.encode() not in seen or (not until and process.returncode):
            raise RuntimeError(f"{command}: {seen.decode(errors='replace')}")
        return took
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _read(terminal: int, until: bytes) -> bytes:
    seen = b""
    while not (until and until in seen):
        ready, _, _ = select.select([terminal], [], [], PATIENCE)
        if not ready:
            return seen
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # so Linux tells that the other end was closed
            return seen
        if not piece:
            return seen
        seen += piece
    return seen
