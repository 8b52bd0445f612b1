"""A coach at a real terminal: what is typed goes to the program, what it shows to a screen."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pexpect
import pyte

from coachlog.store.connection import open_reader
from coachlog.store.drafts import drafts
from tests import forks
from tests.conftest import PROTECTED
from tests.within import within

PATIENCE = 20
NOW = "2026-11-24T10:00:00+01:00"
COACHLOG = ("-m", "coachlog")
READY, OVER = "\x1b[?2004h", "\x1b[?2004l"
"""What a program says when pasting begins and ends to be welcome: a prompt is there, or over."""

ENTER, CTRL_C, CTRL_D, CTRL_S, CTRL_Z = "\r", "\x03", "\x04", "\x13", "\x1a"
PAGE_UP, PAGE_DOWN, F1, UP, ALT_ENTER = "\x1b[5~", "\x1b[6~", "\x1bOP", "\x1b[A", "\x1b\r"


class Home:
    """The folder of somebody who was welcomed before, coaches, and takes the normal form."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.python = sys.executable
        self.store = folder / "journal.sqlite"
        self.config = folder / "config.toml"
        folder.mkdir(exist_ok=True)
        self.config.write_text('short = false\nrole = "coaching"\n')
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "TZ": "Europe/Brussels",
            "COACHLOG_LANG": "en",
            "COACHLOG_AT_ONCE_MS": "0",  # scripts edit at once
            "COACHLOG_STORE": str(self.store),
            "COACHLOG_CONFIG": str(self.config),
            "COACHLOG_NOW": NOW,
            "PYTHONWARNINGS": "ignore",
            **PROTECTED,
        }

    def run(self, *words: str, given: str | None = None, **more: str) -> Any:
        """The finished run of a command in a pipe."""
        ended = within(self.environment | more, self.folder, *words, given=given)
        return subprocess.CompletedProcess(words, *ended)

    def json(self, *words: str) -> Any:
        """What a command gives to a script."""
        code, told, wrong = within(self.environment, self.folder, *words, "--json")
        assert code == 0, wrong
        return json.loads(told)

    def draft(self) -> Any:
        """All that is kept of the unfinished conversation that was saved last."""
        with open_reader(self.store) as reader:
            return drafts(reader)[0].state

    def given(self) -> Any:
        """The answers of it, by question."""
        return self.draft()["interview"]["given"]

    def keep(self, **conversation: Any) -> None:
        """A conversation that was held before."""
        words, given = ("session", "new", "--from", "-"), json.dumps(conversation)
        code, _told, wrong = within(self.environment, self.folder, *words, given=given)
        assert code == 0, wrong

    def terminal(self, *words: str, size: tuple[int, int] = (34, 90), **more: str) -> "Terminal":
        """A terminal in which a command runs."""
        return Terminal(words, self.environment | more, size)


class Terminal:
    """One window. It answers what a terminal is asked, so that the program sees a real one."""

    def __init__(
        self, words: tuple[str, ...], environment: dict[str, str], size: tuple[int, int]
    ) -> None:
        if words[:1] == ("/",):
            _slash, program, *arguments = words
            self.child = pexpect.spawn(
                program, arguments, env=environment, dimensions=size, timeout=PATIENCE
            )
        else:
            self.child = forks.on_terminal(words, environment, None, size, PATIENCE)
        self.child.delaybeforesend = None
        self.child.ptyproc.delayafterclose = 0.01
        self.raw = ""
        self._seen = self._typed_at = 0
        self.screen = _Screen(size[1], size[0], self.child)
        self._stream = pyte.ByteStream(self.screen)

    def wait_for(self, text: str, patience: float = PATIENCE) -> None:
        """Wait until *text* was shown, after what was waited for before; lines may be wrapped."""
        wanted = re.compile(r"\s+".join(re.escape(word) for word in text.split()))
        until = time.monotonic() + patience
        while True:
            found = wanted.search(self.shown(), self._seen)
            if found:
                self._seen = found.end()
                return
            if not self._read(until):
                raise AssertionError(f"never shown: {text!r} in\n{self.shown()[-3000:]}")

    def shown(self) -> str:
        """All that was written so far, without what moves the cursor and colours."""
        return _plain(self.raw)

    def type(self, text: str) -> None:
        """Type *text* as it is."""
        data = text.encode("utf-8", "surrogateescape")
        while data:
            data = data[os.write(self.child.child_fd, data[:512]) :]
            self._read(time.monotonic(), 0)

    def wait_for_prompt(self) -> None:
        """Wait until there is a prompt that nothing was typed at yet."""
        until = time.monotonic() + PATIENCE
        while not self._is_asked():
            assert self._read(until), f"nothing is asked: {self.shown()[-3000:]}"

    def answer(self, text: str = "") -> None:
        """Type *text* and Enter at the next prompt."""
        self.wait_for_prompt()
        self.type(text)
        self._typed_at = len(self.raw)
        self.type(ENTER)

    def answer_until(self, sign: str, text: str = "") -> None:
        """Answer *text* at every prompt until there is one with *sign* above it."""
        self.wait_for_prompt()
        while sign not in self.shown():
            self.answer(text)
            self.wait_for_prompt()

    def asked(self, question: str, *answers: str) -> None:
        """Wait for *question* and give *answers*, one at each of its prompts."""
        self.wait_for(question)
        for text in answers:
            self.answer(text)

    def paste(self, text: str) -> None:
        """Paste *text* as terminals do for programs that ask for it."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def watch(self, seconds: float) -> None:
        """Look at the window for a while."""
        until = time.monotonic() + seconds
        while self._read(until):
            pass

    def ended(self, patience: float = PATIENCE) -> int:
        """The exit code, or minus the signal, once the program is through."""
        until = time.monotonic() + patience
        while self._read(until):
            pass
        assert time.monotonic() < until, f"it goes on: {self.shown()[-2000:]}"
        self.child.close()
        status = self.child.exitstatus
        return -self.child.signalstatus if status is None else status

    def kill(self, number: int = signal.SIGKILL) -> int:
        """End the program by a signal."""
        os.kill(self.child.pid, number)
        return self.ended()

    def hang_up(self) -> None:
        """Close the window while the program runs; it must end by itself."""
        self.child.ptyproc.fileobj.close()
        self.child.closed = self.child.ptyproc.closed = True
        until = time.monotonic() + PATIENCE
        while not os.waitpid(self.child.pid, os.WNOHANG)[0]:
            assert time.monotonic() < until, "it goes on without a window"
            time.sleep(0.02)

    def close(self) -> None:
        """Leave nothing behind."""
        if not self.child.closed:
            if self.child.isalive():
                os.kill(self.child.pid, signal.SIGKILL)
                self.child.wait()
            self.child.close()

    def _is_asked(self) -> bool:
        new = self.raw[self._typed_at :]
        return new.rfind(READY) > new.rfind(OVER) or new.endswith(("› ", "› \x1b[6n"))

    def _read(self, until: float, least: float = 0.01) -> bool:
        """Take in what was written; False when there is nothing more or the time is over."""
        try:
            data = self.child.read_nonblocking(65536, max(least, until - time.monotonic()))
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            return False
        self.raw += data.decode("utf-8", "replace")
        self._stream.feed(data)
        return True


class _Screen(pyte.Screen):
    """A screen that tells where the cursor is when it is asked, as terminals do."""

    def __init__(self, columns: int, lines: int, child: Any) -> None:
        super().__init__(columns, lines)
        self._child = child

    def write_process_input(self, data: str) -> None:
        os.write(self._child.child_fd, data.encode())


_CONTROL = re.compile(
    r"\x1b(?:\[[0-9;?<>=]*[A-Za-z~]|\][^\x07]*\x07|[()][A-Z0-9]|[=>78M])|[\x07\r\x00]"
)


def _plain(raw: str) -> str:
    return _CONTROL.sub("", raw)
