"""A coach at a terminal within this process: types a script line by line, and reads what is shown.

Ten times as quick as a window: for what the program says and keeps, not for keys, signals, widths.
"""

import io
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import pytest

from coachlog.main import main
from tests.guide.terminal import Home
from tests.within import Keyboard, as_at

MOST_PROMPTS = 200


class Until(NamedTuple):
    """Enter at every prompt until *text* was shown."""

    text: str


Step = str | Until | tuple[str, ...] | Callable[[str], str]
"""What is typed at the next prompt; *Until*; what was shown since the last text that was waited
for, and what is typed at the next prompts then; or a text that depends on all that was shown."""


class Told(NamedTuple):
    """The exit code, and all that was shown, on one line."""

    code: int
    shown: str


def typed(home: Home, words: Sequence[str], steps: Sequence[Step], **more: str) -> Told:
    """Run a command at a terminal of plain lines; after the last step its input ends."""
    screen = _Screen(io.BytesIO(), "utf-8", newline="")
    keyboard = _Typing(screen, steps)
    environment = home.environment | {"TERM": "dumb"} | more
    with as_at(environment, home.folder), pytest.MonkeyPatch.context() as patch:
        for name, stream in (("stdin", keyboard), ("stdout", screen), ("stderr", screen)):
            patch.setattr(f"sys.{name}", stream)
        code = main(list(words))
    assert not keyboard.left, f"never asked for {keyboard.left} in\n{screen.shown()}"
    return Told(code, " ".join(screen.shown().split()))


class _Screen(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True

    def shown(self) -> str:
        self.flush()
        return str(self.buffer.getvalue().decode())  # type: ignore[attr-defined]


class _Typing(Keyboard):
    def __init__(self, screen: _Screen, steps: Sequence[Step]) -> None:
        super().__init__(io.BytesIO(), "utf-8")
        self._screen = screen
        self._seen = 0
        self.left = list(steps)

    def readline(self, _size: int | None = -1) -> str:  # type: ignore[override]
        """The next line of the script."""
        if not self.left:
            return ""
        step = self.left.pop(0)
        if isinstance(step, Until):
            if self._find(step.text):
                return self.readline()
            self.left.insert(0, step)
            return "\n" if self._screen.shown().count("›") < MOST_PROMPTS else ""
        if isinstance(step, tuple):
            if not self._find(step[0]):
                self.left = [step]
                return ""
            self.left[:0] = step[1:]
            return self.readline()
        return (step if isinstance(step, str) else step(self._screen.shown())) + "\n"

    def _find(self, text: str) -> bool:
        wanted = r"\s+".join(re.escape(word) for word in text.split())
        found = re.compile(wanted).search(self._screen.shown(), self._seen)
        self._seen = found.end() if found else self._seen
        return bool(found)
