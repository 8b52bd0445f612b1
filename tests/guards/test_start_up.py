"""What each quick command loads: start-up is guarded better so than by a clock.

Nothing heavy, no package that was not decided on, and not more modules of our own than a number.
"""

import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from tests.guards.source import ROOT

INPUT = ROOT / "examples" / "eerste-gesprek.json"

LIGHT = {
    "version": "--version",
    "help": "--help",
    "help of a noun": "session --help",
    "help of a verb": "session new --help",
    "session list": "session list",
    "session show": "session show 1",
    "coachee list": "coachee list",
    "coachee show": "coachee show amina",
    "coachee talent": "coachee talent amina",
    "goal list": "goal list",
    "goal show": "goal show 1",
    "action list": "action list",
    "action show": "action show 1",
    "topic list": "topic list",
    "what lies ahead": "session list --ahead",
    "timeline": "timeline amina",
    "timeline of everybody": "timeline",
    "coachlog alone": "",
    "prep": "prep amina",
    "match": "match amina",
    "review": "review amina",
    "objective list": "objective list",
    "search": "search koen",
    "trajectory list": "trajectory list",
    "trajectory close": "trajectory close 1",
    "usage error": "session lst",
    "nobody of that name": "timeline amino",
    "goal score": "goal score 1 4",
    "goal achieve": "goal achieve 1",
    "action done": "action done 1",
    "action drop": "action drop 1",
    "action list, overdue": "action list --overdue",
    "history": "history",
    "method list": "method list",
}
AS_DATA = {
    "export csv": "export csv sessions",
    "list as csv": "session list --csv",
    "list as json": "session list --json",
    "search as csv": "search koen --csv",
}
ON_A_TERMINAL = {
    "session list, terminal": "session list",
    "timeline, terminal": "timeline amina",
    "coachee show, terminal": "coachee show amina",
    "goal show, terminal": "goal show 1",
    "session show, terminal": "session show 1",
    "history, terminal": "history",
    "search, terminal": "search koen",
}
TAB = {
    "tab on a noun": ("bash", "coachlog "),
    "tab on a verb": ("fish", "coachlog goal "),
    "tab on a handle": ("zsh", "coachlog coachee show "),
    "tab on a number": ("bash", "coachlog action done "),
}
TO_THE_FIRST_PROMPT = {
    "session new": "session new",
    "session new, coachee known": "session new --coachee amina",
    "session new, plain": "session new --plain",
}

MOST = {"session list": 80, "coachee list": 80, "goal list": 92, "session show": 130}
"""The most modules of our own, where a command is used so often that it has a bound of its own."""

HEAVY = {"rich", "pydantic", "sqlmodel", "sqlalchemy", "questionary", "prompt_toolkit", "tomlkit"}
ELSEWHERE = {
    *("asyncio", "concurrent", "csv", "ctypes", "dataclasses", "decimal", "email", "hashlib"),
    *("http", "importlib.metadata", "importlib.resources", "json", "logging", "multiprocessing"),
    *("pickle", "socket", "ssl", "statistics", "unittest", "urllib.request", "xml", "zipfile"),
}
"""Modules of the standard library that a quick command does without, unless it is asked for one.

`platform`, `random`, `subprocess`, `tempfile` and `zlib` come with Typer and platformdirs.
"""

LIGHT_PACKAGES = {"typer", "annotated_doc", "shellingham", "platformdirs"}
"""The packages that a quick command may load."""

AT_THE_END = """
import atexit, os, sys
@atexit.register
def dump():
    with open(os.environ["LOADED"], "w") as file:
        file.write("\\n".join(sys.modules))
from coachlog.__main__ import run
run()
"""
AT_THE_FIRST_PROMPT = """
import os, sys
from coachlog.terminal.background import Preload
def dump(_preload):
    with open(os.environ["LOADED"], "w") as file:
        file.write("\\n".join(sys.modules))
    os._exit(0)
Preload.start = dump
from coachlog.__main__ import run
run()
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """A journal with one conversation, a zone that is chosen, nothing of this machine."""
    folder = tmp_path_factory.mktemp("start")
    config = folder / "config.toml"
    config.write_text('language = "en"\ntime_zone = "Europe/Brussels"\n', encoding="utf-8")
    found = {
        "HOME": str(folder),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "COACHLOG_CONFIG": str(config),
        "COACHLOG_STORE": str(folder / "journal.sqlite"),
        "COACHLOG_NOW": "2026-11-24T09:00:00Z",
        "LOADED": str(folder / "loaded.txt"),
    }
    command = [sys.executable, "-m", "coachlog", "session", "new", "--from", str(INPUT)]
    subprocess.run(command, env=found, check=True, capture_output=True)
    return found


@pytest.fixture
def loaded(environment):
    """The modules that were loaded when a command ended, or got to its first prompt."""

    def run(
        arguments: str | list[str], *, terminal: bool = False, prompt: bool = False
    ) -> set[str]:
        Path(environment["LOADED"]).unlink(missing_ok=True)
        words = arguments.split() if isinstance(arguments, str) else arguments
        command = ["-c", AT_THE_FIRST_PROMPT if prompt else AT_THE_END, *words]
        if terminal:
            size = (200, 100)  # nothing is longer, so no pager waits for a key
            child = pexpect.spawn(sys.executable, command, env=environment, dimensions=size)
            child.expect(pexpect.EOF, timeout=30)
        else:
            whole = [sys.executable, *command]
            nothing = subprocess.DEVNULL
            subprocess.run(whole, env=environment, stdin=nothing, capture_output=True, check=False)
        return set(Path(environment["LOADED"]).read_text(encoding="utf-8").split())

    return run


@pytest.mark.parametrize("name", LIGHT)
def test_a_quick_command_loads_nothing_heavy(loaded, name):
    modules = loaded(LIGHT[name])

    assert _heavy(modules, HEAVY | ELSEWHERE) == []
    _within(modules, MOST.get(name, 136), set())


@pytest.mark.parametrize("name", TAB)
def test_tab_loads_nothing_heavy(loaded, environment, monkeypatch, name):
    """Typer alone would cost it more than twice what all of it costs."""
    shell, line = TAB[name]
    monkeypatch.setitem(environment, "_COACHLOG_COMPLETE", shell)

    modules = loaded([line])

    assert _heavy(modules, HEAVY | ELSEWHERE | {"typer", "inspect", "subprocess"}) == []
    _within(modules, 53, set())


@pytest.mark.parametrize("name", AS_DATA)
def test_a_command_that_gives_data_loads_nothing_heavy(loaded, name):
    modules = loaded(AS_DATA[name])

    assert _heavy(modules, HEAVY | ELSEWHERE - {"csv", "json"}) == []
    _within(modules, 105, set())


@pytest.mark.parametrize(
    ("ending", "packages"),
    [("", set()), (".txt", set()), (".pdf", {"typst"}), (".html", {"jinja2", "markupsafe"})],
)
def test_a_page_loads_what_its_own_format_needs(loaded, environment, ending, packages):
    file = Path(environment["HOME"]) / f"page{ending}"
    modules = loaded(["report", "takehome", "1", *(["--output", str(file)] if ending else [])])

    found = {module.partition(".")[0] for module in modules}
    assert found & {"typst", "docx", "lxml", "jinja2", "markupsafe", *HEAVY} == packages
    assert file.is_file() is bool(ending)


@pytest.mark.parametrize("name", ON_A_TERMINAL)
def test_a_terminal_costs_rich_and_nothing_else(loaded, name):
    modules = loaded(ON_A_TERMINAL[name], terminal=True)

    assert _heavy(modules, HEAVY - {"rich"}) == []
    _within(modules, 142, {"rich"})


@pytest.mark.parametrize("name", TO_THE_FIRST_PROMPT)
def test_the_first_prompt_comes_before_anything_of_the_save(loaded, name):
    """Loaded any earlier, SQLModel would triple the time to the first prompt."""
    modules = loaded(TO_THE_FIRST_PROMPT[name], terminal=True, prompt=True)

    editor = set() if "plain" in name else {"questionary", "prompt_toolkit"}
    assert _heavy(modules, HEAVY - editor) == []
    _within(modules, 238, editor | ({"wcwidth"} if editor else set()))


def _heavy(modules: set[str], unwanted: set[str]) -> list[str]:
    return sorted(modules & unwanted)


def _within(modules: set[str], most: int, packages: set[str]) -> None:
    """At most so many modules of our own, and no packages besides these."""
    own = {module for module in modules if module.partition(".")[0] == "coachlog"}
    found = {module.partition(".")[0] for module in modules - own} - sys.stdlib_module_names

    assert len(own) <= most, (len(own), sorted(own))
    assert {name for name in found if not name.startswith("_")} <= packages | LIGHT_PACKAGES
