"""How long coachlog takes, in units of an empty Python: `.venv/bin/python benchmarks/bench.py`.

Makes a store of 10 000 conversations and runs each command as a whole process, all in turn, so
that a busy moment of the machine touches all of them. F is `python -S -E -c pass`, measured
before each of them. `--write` puts the table into docs/reference/performance.md, `--check` fails
where a limit is passed.
"""

import argparse
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import NamedTuple

from generate import NOW, PROBE, generate
from measure import in_pipe, on_terminal

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "reference" / "performance.md"
BEGIN, END = "<!-- table: begin -->", "<!-- table: end -->"
PROGRAM = [str(Path(sys.executable).parent / "coachlog")]
"""The installed command, which is what people type."""

PROMPT = "›"
INPUT = str(ROOT / "examples" / "first-session.json")
PACKAGES = ("typer", "rich", "pydantic", "sqlmodel", "sqlalchemy", "questionary", "prompt_toolkit")


class Case(NamedTuple):
    """A command line, how it is run, and how many F it may take; `{n}` is the turn's own number.

    With a *shell*, it is a line at whose end TAB is pressed in it.
    """

    name: str
    arguments: str
    limit: float | None = None
    terminal: bool = False
    until: str = ""
    shell: str = ""


CASES = (
    Case("--version", "--version", 2.5),
    Case("--help", "--help", 11),
    Case("session list", "session list", 12),
    Case("coachee list", "coachee list", 12),
    Case("goal list", "goal list"),
    Case("action list", "action list"),
    Case(f"timeline {PROBE}", f"timeline {PROBE}", 12),
    Case("session show", "session show {half}"),
    Case("coachlog alone", "", 13),
    Case(f"prep {PROBE}", f"prep {PROBE}", 13),
    Case("trajectory list", "trajectory list", 12),
    Case("coachee show", f"coachee show {PROBE}", 13),
    Case("history", "history", 12),
    Case("search, a rare word", "search emploi", 11),
    Case("search, two common words", "search de een", 11),
    Case("search of one person", f"search een --coachee {PROBE}"),
    Case("session TAB", "coachlog session ", 9, shell="bash"),
    Case("coachee show TAB", "coachlog coachee show ", 9, shell="bash"),
    Case("action done TAB, zsh", "coachlog action done ", 9, shell="zsh"),
    Case("session list, terminal", "session list", 17, terminal=True),
    Case("coachee list, terminal", "coachee list", 17, terminal=True),
    Case(f"timeline {PROBE}, terminal", f"timeline {PROBE}", 17, terminal=True),
    Case("session new, first prompt", "session new", 24, terminal=True, until=PROMPT),
    Case(
        "session new --coachee, first question",
        f"session new --coachee {PROBE}",
        24,
        terminal=True,
        until=PROMPT,
    ),
    Case("action done", "action done {n}"),
    Case("goal score", "goal score 1 7"),
    Case("undo", "undo"),
    Case("session new --from FILE", f"session new --from {INPUT}"),
    Case("export csv sessions", "export csv sessions"),
)


class Result(NamedTuple):
    """What a case took, in seconds: one figure a turn."""

    case: Case
    took: list[float]


def main() -> int:
    """Measure, print the table, and do what else the options ask."""
    asked = _options()
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(Path(folder))
        store = _set_up(environment)
        generate(store, asked.sessions)
        with closing(sqlite3.connect(store)) as connection:
            connection.execute("update trajectory set rhythm_days = 42")
            connection.commit()
        floor, results = _measure(Path(folder), environment, store, asked)
    text = _table(floor, results, asked)
    print(text)
    if asked.write:
        before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        DOCUMENT.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{after}", encoding="utf-8")
    over = [each.case.name for each in results if _over(each, floor)]
    if asked.check and over:
        print("over the limit: " + ", ".join(over), file=sys.stderr)
    return 1 if asked.check and over else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure coachlog as whole processes.")
    parser.add_argument("--rounds", type=int, default=15, help="turns; the median counts")
    parser.add_argument("--sessions", type=int, default=10_000, help="conversations in the store")
    parser.add_argument("--write", action="store_true", help="put the table into the document")
    parser.add_argument("--check", action="store_true", help="fail when a limit is passed")
    return parser.parse_args()


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of the user who measures: a home of its own, and the time of the made-up journal."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "COACHLOG_NOW": f"{NOW:%Y-%m-%dT%H:%M:%SZ}",
    }


def _set_up(environment: Mapping[str, str]) -> Path:
    """Choose a language, as the first start does; the result is where the store will lie."""
    _ask(environment, "config", "set", "language", "nl")
    listed = _ask(environment, "config", "list")
    values = dict(line.split("\t", 1) for line in listed.splitlines())
    store = Path(values["store"])
    store.parent.mkdir(parents=True, exist_ok=True)
    return store


def _ask(environment: Mapping[str, str], *arguments: str) -> str:
    command = [*PROGRAM, *arguments]
    return subprocess.run(
        command, env=environment, check=True, capture_output=True, text=True
    ).stdout


def _measure(
    folder: Path, environment: Mapping[str, str], store: Path, asked: argparse.Namespace
) -> tuple[list[float], list[Result]]:
    with closing(sqlite3.connect(store)) as connection:
        found = connection.execute("select number from action where status = 'open' limit 1000")
        numbers = [number for (number,) in found]
    floor: list[float] = []
    results = [Result(case, []) for case in CASES]
    for turn in range(-1, asked.rounds):  # the first turn warms the caches and does not count
        for case, figures in results:
            took = in_pipe([sys.executable, "-S", "-E", "-c", "pass"], environment, folder)
            floor += [took] if turn >= 0 else []
            own = numbers[turn % len(numbers)]
            line = case.arguments.format(n=own, half=max(1, asked.sessions // 2))
            arguments = [line] if case.shell else line.split()
            took = _run(case, [*PROGRAM, *arguments], environment, folder)
            figures += [took] if turn >= 0 else []
    return floor, results


def _run(case: Case, command: list[str], environment: Mapping[str, str], folder: Path) -> float:
    if case.shell:
        environment = {**environment, "_COACHLOG_COMPLETE": case.shell}
    if case.terminal:
        return on_terminal(command, environment, folder, case.until)
    return in_pipe(command, environment, folder)


def _table(floor: list[float], results: list[Result], asked: argparse.Namespace) -> str:
    lines = [
        f"{datetime.now(UTC):%Y-%m-%d}, {asked.sessions} conversations, {asked.rounds} turns."
        f" F is {median(floor) * 1000:.1f} ms (least {min(floor) * 1000:.1f}).",
        "",
        "| command | median ms | least ms | median in F | least in F | limit |",
        "|---|--:|--:|--:|--:|--:|",
        *(_line(each, floor) for each in results),
        "",
        f"{_machine()}. Load at the end: {os.getloadavg()[0]:.1f}. "
        + ", ".join(f"{name} {version(name)}" for name in PACKAGES)
        + ".",
        "",
    ]
    return "\n".join(lines)


def _line(result: Result, floor: list[float]) -> str:
    limit = f"{result.case.limit:g}" if result.case.limit else ""
    over = " **over**" if _over(result, floor) else ""
    return (
        f"| `{result.case.name}` | {median(result.took) * 1000:.0f} | {min(result.took) * 1000:.0f}"
        f" | {_ratio(result, floor):.1f}{over} | {min(result.took) / min(floor):.1f} | {limit} |"
    )


def _ratio(result: Result, floor: list[float]) -> float:
    return median(result.took) / median(floor)


def _over(result: Result, floor: list[float]) -> bool:
    return result.case.limit is not None and _ratio(result, floor) > result.case.limit


def _machine() -> str:
    sqlite = f"SQLite {sqlite3.sqlite_version}"
    python = f"Python {platform.python_version()}"
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {python}, {sqlite}"


if __name__ == "__main__":
    sys.exit(main())
