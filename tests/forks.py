"""Programs as processes of their own that need not load everything again: forked, not started.

A helper process loads all that coachlog may ever use and runs none of it. Each program is a fork of
it, with its own arguments, environment, folder and streams, which runs `coachlog` to its end
as Python would have. The test is its parent, so that it can wait for it and see how it ended.
What is loaded when is guarded elsewhere, by programs that are started anew.
"""

import atexit
import contextlib
import gc
import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import threading
import traceback
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

import pexpect
from ptyprocess import PtyProcess

from tests import copies

POSSIBLE = sys.platform == "linux" and hasattr(socket, "send_fds")
BECOME_PARENT = 36  # PR_SET_CHILD_SUBREAPER: orphans of our helper are ours
COMMAND = ("-m", "coachlog")
LONGEST = 1_000_000
ONE_AT_A_TIME = threading.Lock()


def can_fork(environment: dict[str, str]) -> bool:
    """Whether a fork is the same as a start: not where Python itself is told how to run."""
    told = {name for name in environment if name.startswith("PYTHON")}
    place = environment.get("LC_ALL") or environment.get("LC_CTYPE") or environment.get("LANG")
    return POSSIBLE and told <= {"PYTHONPATH", "PYTHONWARNINGS"} and place == "C.UTF-8"


def forked(
    words: tuple[str, ...], environment: dict[str, str], folder: Path | None, streams: list[int]
) -> int:
    """Fork a program with these three *streams*; its process number. They may be closed then."""
    wanted = {
        "words": words,
        "environment": environment,
        "folder": str(folder or Path.cwd()),
        "copies": copies.are_made(),
    }
    with ONE_AT_A_TIME:
        helper = _helper()
        socket.send_fds(helper, [json.dumps(wanted).encode("utf-8", "surrogateescape")], streams)
        return int(helper.recv(64))


def run(
    words: tuple[str, ...], environment: dict[str, str], folder: Path | None, given: bytes
) -> "subprocess.CompletedProcess[bytes]":
    """Run a program to its end, as `subprocess.run` does, with what it wrote."""
    if not can_fork(environment):
        return subprocess.run(
            [sys.executable, *COMMAND, *words],
            input=given,
            capture_output=True,
            env=environment,
            cwd=folder,
            timeout=60,
            check=False,
        )
    theirs, ours = zip(*(os.pipe(), os.pipe()[::-1], os.pipe()[::-1]), strict=True)
    number = forked(words, environment, folder, list(theirs))
    for stream in theirs:
        os.close(stream)
    written = _exchange(ours[0], list(ours[1:]), given)
    _number, status = os.waitpid(number, 0)
    code = os.waitstatus_to_exitcode(status)
    return subprocess.CompletedProcess(words, code, *written)


def on_terminal(
    words: tuple[str, ...],
    environment: dict[str, str],
    folder: Path | None,
    size: tuple[int, int],
    timeout: float,
) -> "pexpect.spawn[bytes]":
    """Run a program on a terminal of its own with *size* rows and columns."""
    if not can_fork(environment):
        return pexpect.spawn(
            sys.executable,
            [*COMMAND, *words],
            env=environment,
            cwd=folder and str(folder),
            dimensions=size,
            timeout=timeout,
        )
    import termios  # not on Windows

    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, size)
    number = forked(words, environment, folder, [theirs] * 3)
    os.close(theirs)
    child = pexpect.spawn(None, timeout=timeout)
    child.ptyproc = PtyProcess(number, ours)
    child.ptyproc.delayafterclose = 0.01
    child.pid, child.child_fd = number, ours
    child.terminated = child.closed = False
    return child


def _exchange(into: int, out_of: list[int], given: bytes) -> list[bytes]:
    """Write *given*, and read all that comes, until each side has closed."""
    found: dict[int, list[bytes]] = {stream: [] for stream in out_of}
    os.set_blocking(into, False)
    with selectors.DefaultSelector() as waiting:
        waiting.register(into, selectors.EVENT_WRITE)
        for stream in out_of:
            waiting.register(stream, selectors.EVENT_READ)
        while waiting.get_map():
            for key, _events in waiting.select():
                if key.fd == into:
                    given, ended = _write(into, given)
                else:
                    found[key.fd].append(os.read(key.fd, 65536))
                    ended = not found[key.fd][-1]
                if ended:
                    waiting.unregister(key.fd)
                    os.close(key.fd)
    return [b"".join(parts) for parts in found.values()]


def _write(into: int, given: bytes) -> tuple[bytes, bool]:
    """Write what fits: what is left, and whether that is all there is to do."""
    try:
        left = given[os.write(into, given) :] if given else b""
    except BrokenPipeError:
        left = b""
    return left, not left


@cache
def _helper() -> socket.socket:
    """The helper of this test process, started when it is first wanted."""
    import ctypes

    ctypes.CDLL(None, use_errno=True).prctl(BECOME_PARENT, 1, 0, 0, 0)
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, LONGEST)
    command = [sys.executable, "-m", "tests.forks", str(theirs.fileno())]
    started = subprocess.Popen(
        command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, cwd=Path(__file__).parents[1]
    )
    theirs.close()
    atexit.register(started.kill)
    return ours


def _serve(door: socket.socket) -> dict[str, Any]:
    """Answer each wish with the number of a fork; returns in each fork, with what it shall be."""
    while True:
        wish, streams, _flags, _address = socket.recv_fds(door, LONGEST, 3)
        if not wish:
            os._exit(0)  # the tests are over
        ours, theirs = os.pipe()
        between = os.fork()
        if not between:
            number = os.fork()
            if number:
                os.write(theirs, str(number).encode())
                os._exit(0)
            door.close()
            _take(streams)
            os.closerange(3, 256)
            return dict(json.loads(wish.decode("utf-8", "surrogateescape")))
        os.waitpid(between, 0)  # from now on the fork is a child of the test
        for stream in streams:
            os.close(stream)
        door.send(os.read(ours, 64))
        os.close(ours)
        os.close(theirs)


def _take(streams: list[int]) -> None:
    """Make *streams* those of this process, and a terminal the one that signals come from."""
    for place, stream in enumerate(streams):
        os.dup2(stream, place)
    if os.isatty(0):
        import fcntl
        import termios

        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _become(wanted: dict[str, Any]) -> None:
    """Be the program that was wanted, as if Python had just been started for it."""
    import time

    os.environ.clear()
    os.environ.update(wanted["environment"])
    time.tzset()
    os.chdir(wanted["folder"])
    sys.argv = ["coachlog", *wanted["words"]]
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.stdin = os.fdopen(0, encoding="utf-8", errors="surrogateescape", closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", errors="surrogateescape", closefd=False)
    sys.stderr = os.fdopen(
        2, "w", encoding="utf-8", errors="backslashreplace", buffering=1, closefd=False
    )
    for name in ("stdin", "stdout", "stderr"):
        setattr(sys, f"__{name}__", getattr(sys, name))


def _load_everything() -> None:
    """Import all that is ours, and with it all that it uses; nothing of it runs."""
    import pkgutil
    from importlib import import_module

    import coachlog

    for module in pkgutil.walk_packages(coachlog.__path__, "coachlog."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    for name in ("questionary", "prompt_toolkit.shortcuts", "sqlmodel", "rich.console", "tomlkit"):
        import_module(name)


def _main(door: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _load_everything()
    copies.new_store()
    gc.freeze()  # what is loaded stays: no fork has to look through it
    wanted = _serve(socket.socket(fileno=door))
    _become(wanted)
    with copies.made() if wanted["copies"] else contextlib.nullcontext():
        code = _code_of_a_run()
    _end(code)


def _code_of_a_run() -> int:
    """The exit code that Python would leave with."""
    from coachlog.__main__ import run as run_coachlog

    try:
        run_coachlog()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:  # noqa: BLE001 - as Python itself does
        traceback.print_exc()
        return 1
    return 0


def _end(code: int) -> NoReturn:
    """Leave as Python does, but for taking all that was loaded to pieces."""
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            code = 120
    os._exit(code)


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        _main(int(sys.argv[1]))
