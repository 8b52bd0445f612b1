"""What is measured, and what it may take: the operations of a day, in units of an empty Python."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from people import PROBE
from phrases import COMMON, RARE

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = [str(Path(sys.executable).parent / "coachlog")]
"""The installed command, which is what people type."""

FLOOR = [sys.executable, "-S", "-E", str(Path(__file__).with_name("floor.py"))]
PLAIN_XLSX = [sys.executable, str(Path(__file__).with_name("plain_xlsx.py"))]
PROMPT = "›"
MANY, MORE = 21, 101
"""So many conversations stand in the files of many: before both, a backup is made."""


class Limits(NamedTuple):
    """What an operation may take: F by number of conversations, growth, memory in MiB.

    A size that is not named has the limit of the next bigger one that is.
    """

    f: dict[int, float]
    growth: float | None = None
    memory: float | None = None

    def at(self, sessions: int) -> float | None:
        """The limit in F at that size."""
        return next((self.f[size] for size in sorted(self.f) if size >= sessions), None)


class Case(NamedTuple):
    """A command line, how it is run, and what it may take.

    `{n}`: the number of another open action each turn; `{goal}`: a goal of the probe; `{half}`:
    a conversation in the middle; `{one}`, `{many}`, `{more}`: files of conversations; `{store}`.
    """

    name: str
    words: str
    limits: Limits = Limits({})
    terminal: bool = False
    until: str = ""
    tab: str = ""
    """The shell in which TAB is pressed at the end of the words."""
    code: int = 0
    program: tuple[str, ...] = tuple(PROGRAM)
    every: int = 1
    """Measured in one turn of so many, for it takes long."""
    against: str = ""
    """The case that does the same with nothing but the standard library."""
    most: int = 1_000_000
    """The biggest journal it is measured in."""

    @property
    def noun(self) -> str:
        """The first word of the command, if it is one of coachlog."""
        words = self.words.removeprefix("coachlog ").split()
        return words[0] if words and self.program == tuple(PROGRAM) else ""


SMALL, MIDDLE, BIG, HUGE = 100, 10_000, 100_000, 1_000_000
START = Limits({HUGE: 2.5})
HELP, ERROR = Limits({HUGE: 10}), Limits({HUGE: 14})
LISTED = Limits({MIDDLE: 12.5, BIG: 13, HUGE: 14.5}, growth=1.15, memory=24)
READ = Limits({MIDDLE: 15.5, BIG: 15.5, HUGE: 17}, growth=1.15, memory=26)
PAGE = Limits({HUGE: 16}, growth=1.15)
DRAWN = Limits({MIDDLE: 23, BIG: 23}, growth=1.15)
TAB = Limits({SMALL: 9, BIG: 9.5, HUGE: 13}, growth=1.1)
LIGHT = Limits({BIG: 15}, growth=1.15, memory=26)
KEPT = Limits({BIG: 50}, growth=1.15)
ASKED = Limits({BIG: 28}, growth=1.1)
WHOLE = Limits({}, memory=32)
AS_PDF, AS_WORD = Limits({HUGE: 22}, memory=80), Limits({HUGE: 34}, memory=80)
WORKBOOK = Limits({}, memory=48)
AGAINST_FLOOR = 1.3
"""How much longer than a plain program a whole export may take, at BIG."""

FURTHER_MS = 15
"""What each further conversation of one file may take."""

READS = (
    ("session list", "session list"),
    ("session show", "session show {half}"),
    ("coachee list", "coachee list"),
    (f"timeline {PROBE} --since 1y", f"timeline {PROBE} --since 1y"),
)


def _wholly(
    name: str,
    words: str,
    floor: str,
    same: str,
    program: Sequence[str] = FLOOR,
    limits: Limits = WHOLE,
) -> tuple[Case, Case]:
    """What gives all of a journal, after the plain program that does the same."""
    return (
        Case(floor, same, program=tuple(program), every=3, most=BIG),
        Case(name, words, limits, every=3, against=floor, most=BIG),
    )


CASES = (
    Case("--version", "--version", START),
    Case("--help", "--help", HELP),
    Case("usage error", "session lst", ERROR, code=2),
    *(Case(name, words, LISTED if "list" in name else READ) for name, words in READS),
    *(Case(f"{name}, terminal", words, DRAWN, terminal=True) for name, words in READS),
    Case("search, a rare word", f"search {RARE}", READ),
    Case("search, two common words", f"search {' '.join(COMMON)}", READ),
    Case("search of one person", f"search een --coachee {PROBE}", READ),
    Case("search --best, two common words", f"search --best {' '.join(COMMON)}"),
    Case("TAB, a command", "coachlog session ", TAB, tab="bash"),
    Case("TAB, a handle", "coachlog coachee show ", TAB, tab="bash"),
    Case("TAB, an action, zsh", "coachlog action done ", TAB, tab="zsh"),
    Case("coachlog alone", "", PAGE),
    Case(f"prep {PROBE}", f"prep {PROBE}", PAGE),
    Case("history", "history", PAGE),
    Case("action done", "action done {n}", LIGHT),
    Case("goal score", "goal score {goal} 7", LIGHT),
    Case("undo", "undo", Limits({}, growth=1.15)),
    Case("session new --from, one", "session new --from {one}", KEPT),
    Case(f"session new --from, {MANY}", "session new --from {many}", every=3),
    Case(f"session new --from, {MORE}", "session new --from {more}", every=3),
    Case("session new, first prompt", "session new", ASKED, terminal=True, until=PROMPT),
    Case("take-home page, PDF", "report takehome {half} --force --output page.pdf", AS_PDF),
    Case("take-home page, Word", "report takehome {half} --force --output page.docx", AS_WORD),
    Case("take-home page, HTML", "report takehome {half} --force --output page.html"),
    Case("floor: list", "list {store}", program=tuple(FLOOR)),
    *_wholly("export csv sessions", "export csv sessions", "floor: export", "export {store}"),
    *_wholly("all as --json", "session list --limit 0 --json", "floor: json", "json {store}"),
    *_wholly(
        "export xlsx sessions",
        "export xlsx sessions",
        "plain: xlsx",
        "{store}",
        program=PLAIN_XLSX,
        limits=WORKBOOK,
    ),
)
