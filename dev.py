"""One door to the project, standard library only.

`python3 dev.py run | test | check | smoke | cover | bench | nightly | texts | compile | pack-store`
The first use makes `.venv` beside this file; a changed pyproject.toml makes it anew.
"""

from __future__ import annotations

import ast
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
VENV = ROOT / os.environ.get("COACHLOG_VENV", ".venv")
STAMP = VENV / "coachlog.stamp"
PASSED = VENV / "passed.stamp"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
COVERAGE_FLOOR = "78"  # programs that tests start, such as the guide, are not counted
AT_ONCE = str((os.cpu_count() or 1) + 2)  # tests at terminals wait now and then
MEMORY = Path("/dev/shm")
ROOM = 2 * 1024**3
NEWEST = 14
SMOKE = (
    *("tests/guide/test_whole_conversations.py", "tests/guide/test_leaving.py"),
    *("tests/store/test_connection.py", "tests/store/test_logs.py", "tests/store/test_parallel.py"),
    *("tests/test_cli_scripted_session.py", "tests/test_cli_lists.py", "tests/test_export.py"),
    *("tests/render/test_timeline.py", "tests/guards/test_start_up.py"),
)
"""What each further Python has to pass: the main job, the store, the timeline, what is loaded."""
PROTECTED = (
    *("tests/test_cli_goals.py", "tests/test_cli_lists.py", "tests/test_cli_search.py"),
    *("tests/test_cli_history.py", "tests/test_cli_merge.py", "tests/test_cli_remove_people.py"),
    *("tests/test_cli_scripted_session.py", "tests/test_cli_search_scripts.py"),
    *("tests/test_cli_undo.py", "tests/test_export.py"),
    *("-k", "not can_only_be_read"),  # nor can the file with the key
)
"""What passes on a protected journal as on a plain one."""
MARKERS = ("_", "N_", "C_", "P_", "ngettext", "count_text")
CONTEXT = "\x04"
"""What gettext puts between the context of a text and the text."""
TYPER_WORDS = ("Options", "Arguments", "required", "default: {default}")
"""What Typer itself translates through gettext and shows on our help pages."""


def main(arguments: list[str]) -> int:
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("help", [])
    verbs = {
        "run": run,
        "test": test,
        "check": check,
        "smoke": smoke,
        "cover": cover,
        "bench": bench,
        "nightly": nightly,
        "texts": texts,
        "compile": compile_all,
        "pack-store": pack_store,
    }
    if verb not in verbs:
        print(__doc__)
        print("  run ARGS    start coachlog: python3 dev.py run session new")
        print("  test ARGS   run the tests; ARGS go to pytest")
        print("  check       lint, format, types; tests, unless they just passed")
        print("  smoke       some tests on every other Python that is there")
        print("  cover       all tests, counting what they cover")
        print("  bench ARGS  measure how quick it is; --help tells what ARGS can be")
        print("  nightly     cover with many random examples, smoke, bench: for a machine at night")
        print("  texts       put new texts in the message catalogs, and what TAB has to know")
        print("  compile     compile bytecode and message catalogs again")
        print("  pack-store  keep a store of this schema for the tests of the next one")
        return 0 if verb in ("help", "-h", "--help") else 2
    if sys.version_info < (3, 11):  # noqa: UP036 - started by whatever python3 there is
        return complain(
            "coachlog needs Python 3.11 or later.", "Start dev.py with a newer python3."
        )
    make_venv()
    return verbs[verb](rest)


def run(arguments: list[str]) -> int:
    compile_catalogs()
    environment = os.environ | {"COACHLOG_PROGRAM": "python3 dev.py run"}
    # -P: what lies in the present folder is not for Python to import.
    command = [str(PYTHON), "-P", "-m", "coachlog", *arguments]
    if os.name == "posix":
        os.execve(command[0], command, environment)
    return subprocess.call(command, env=environment)


def test(arguments: list[str]) -> int:
    """Run the tests; a run of all of them is remembered when it passes."""
    compile_catalogs()
    if arguments:
        return pytest("-m", "pytest", *arguments)
    PASSED.unlink(missing_ok=True)
    state = state_of_files()
    code = pytest("-m", "pytest")
    if not code:
        PASSED.write_text(state)
    return code


def pytest(*command: str) -> int:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # many programs would compile the same again
    with quick_folder() as where:
        return call(*command, "-n", AT_ONCE, "--dist", "worksteal", "-rs", *where)


@contextmanager
def quick_folder() -> Iterator[tuple[str, ...]]:
    """Options that put the files of tests in memory, where there is room; gone afterwards.

    Each write waits for the disk, and that takes half the time of the tests.
    """
    if not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < ROOM:
        yield ()
        return
    with tempfile.TemporaryDirectory(prefix="coachlog-", dir=MEMORY) as folder:
        yield ("--basetemp", str(Path(folder) / "tests"))


def check(_arguments: list[str]) -> int:
    compile_catalogs()
    steps = {
        "ruff": ["-m", "ruff", "check", "."],
        "format": ["-m", "ruff", "format", "--check", "."],
        "types": ["-m", "mypy"],
        "types of tests": ["-m", "mypy", "--config-file", "tests/mypy.ini"],
    }
    failed = at_once(steps)
    if PASSED.exists() and PASSED.read_text() == state_of_files():
        print("the tests, of texts and docs too, have passed on these very files")
    elif test([]):
        failed.append("tests")
    print("failed: " + ", ".join(failed) if failed else "all checks passed")
    return 1 if failed else 0


def smoke(_arguments: list[str]) -> int:
    """Run some of the tests on each other Python from 3.11 on, in an environment of its own."""
    failed = []
    for version, python in other_pythons().items():
        print(f"Python {version}", flush=True)
        environment = os.environ | {"COACHLOG_VENV": f".venv-{version}"}
        if subprocess.call([python, str(ROOT / "dev.py"), "test", *SMOKE], env=environment):
            failed.append(version)
    print("failed: Python " + ", ".join(failed) if failed else "every Python passed")
    return 1 if failed else 0


def other_pythons() -> dict[str, str]:
    """Each other Python that can be started here, by its version such as `3.12`."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = {}
    for minor in range(11, NEWEST + 1):
        version = f"3.{minor}"
        names = [shutil.which(f"python{version}"), *pyenv.glob(f"{version}.*/bin/python")]
        works = [str(name) for name in names if name and runs(str(name), version)]
        if works and minor != sys.version_info.minor:
            found[version] = works[0]
    return found


def runs(python: str, version: str) -> bool:
    """Whether *python* is of this *version*: a stand-in of pyenv may be there without one."""
    asked = [python, "-P", "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    return told.stdout.strip() == version


def cover(_arguments: list[str]) -> int:
    """Run all tests and count what they cover: a third slower."""
    compile_catalogs()
    call("-m", "coverage", "erase")
    code = pytest("-m", "coverage", "run", "-m", "pytest")
    call("-m", "coverage", "combine", "-q")
    return code or call("-m", "coverage", "report", f"--fail-under={COVERAGE_FLOOR}")


def bench(arguments: list[str]) -> int:
    """Measure whole processes: docs/reference/performance.md."""
    compile_all([])
    return call("benchmarks/bench.py", *arguments)


def nightly(_arguments: list[str]) -> int:
    """All tests with coverage and with examples that differ each night, the rest, then speed."""
    os.environ |= {"HYPOTHESIS_PROFILE": "nightly", "COACHLOG_NIGHTLY": "1"}
    failed = cover([])
    del os.environ["HYPOTHESIS_PROFILE"], os.environ["COACHLOG_NIGHTLY"]
    failed |= smoke([]) | protected()
    for name in ("journals", "lists", "calendars"):
        failed |= call(f"benchmarks/{name}.py")
    return bench(["--check"]) or failed


def protected() -> int:
    """Run some of the tests with each new journal protected: nothing may differ."""
    environment = os.environ | {"COACHLOG_TEST_PROTECTED": "1"}
    command = [str(PYTHON), "-m", "pytest", *PROTECTED, "-n", AT_ONCE]
    return subprocess.call(command, cwd=ROOT, env=environment)


def pack_store(arguments: list[str]) -> int:
    """Write `tests/store/earlier/NNNN.sqlite.gz`: docs/development/release.md."""
    compile_catalogs()
    return call("-m", "tests.store.pack_store", *arguments)


def state_of_files() -> str:
    """A digest of all that tests look at."""
    folders = ("src", "tests", "docs", "examples", "benchmarks")
    files = [each for name in folders for each in (ROOT / name).rglob("*")]
    found = hashlib.sha256(sys.version.encode())
    for file in sorted([*files, *ROOT.glob("[!.]*.*")]):
        if file.is_file() and file.suffix not in (".pyc", ".mo"):
            found.update(f"{file.relative_to(ROOT)}\0".encode() + file.read_bytes() + b"\0")
    return found.hexdigest()


def compile_all(_arguments: list[str]) -> int:
    call("-m", "compileall", "-q", "src")
    return call("hatch_build.py")


def texts(_arguments: list[str]) -> int:
    """Bring the catalogs and the words for TAB up to date; tell what is still to be translated."""
    if Path(sys.prefix) != VENV:
        return call("dev.py", "texts")
    found = messages()
    for po in sorted((ROOT / "src/coachlog/locale").glob("*/LC_MESSAGES/coachlog.po")):
        merged = catalog(po.parent.parent.name, found, translations(po))
        po.write_text(merged, encoding="utf-8")
        missing = merged.count('\nmsgstr ""\n') - 1 + merged.count('\nmsgstr[0] ""\n')
        print(f"{po.relative_to(ROOT)}: {len(found)} texts, {missing} without a translation")
    (ROOT / "src/coachlog/completion/words.tsv").write_text(command_words(), encoding="utf-8")
    compile_catalogs()
    return 0


Messages = dict[str, tuple[str, set[str]]]
"""By text: its plural, or nothing, and the files in which it stands."""


@cache
def messages() -> Messages:
    """Every text of the program: what is marked in the source, and what stands on help pages."""
    source = ROOT / "src"
    found: Messages = {text: ("", {"typer"}) for text in TYPER_WORDS}
    marked = (
        (file.relative_to(source).as_posix(), *text)
        for file in sorted(source.rglob("*.py"))
        for text in marked_texts(file)
    )
    for file_name, one, many in [*marked, *help_texts()]:
        plural, files = found.get(one, ("", set()))
        found[one] = (plural or many, files | {file_name})
    return dict(sorted(found.items()))


def marked_texts(file: Path) -> Iterator[tuple[str, str]]:
    """The texts in `_()`, `N_()`, `C_()`, `P_()`, `ngettext()` and `count_text()`; no f-strings."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            constants = (each.value for each in node.args if isinstance(each, ast.Constant))
            given = [each for each in constants if isinstance(each, str)]
            if node.func.id in ("_", "N_") and given:
                yield given[0], ""
            elif node.func.id in ("P_", "ngettext", "count_text") and len(given) == 2:
                yield given[0], given[1]
            elif node.func.id == "C_" and len(given) == 2:
                yield CONTEXT.join(given), ""
            elif node.func.id in MARKERS and isinstance(node.args[0], ast.JoinedStr):
                raise ValueError(f"{file}:{node.lineno}: an f-string cannot be translated")


def help_texts() -> Iterator[tuple[str, str, str]]:
    """Of each command what its docstring says, its example with words, the names of its values."""
    from importlib import import_module

    for _command, stub, built in commands():
        if built:
            module, _colon, function = stub.target.partition(":")
            file_name = module.replace(".", "/") + ".py"
            said, _mark, example = getattr(import_module(module), function).__doc__.partition(
                "\n\n"
            )
            yield file_name, said.strip(), ""
            if '"' in example or "friday" in example:
                yield file_name, example.strip(), ""
            for param in built.params:
                if param.metavar:
                    yield file_name, param.metavar, ""


def command_words() -> str:
    """What TAB has to know, a row for each command, argument and option: completion/table.py."""
    from coachlog.completion.table import FIELDS, field_parameters

    rows = []
    for command, stub, built in commands():
        rows.append((command, "", "", stub.help))
        own = [(command, *parameter_words(param)) for param in (built.params if built else ())]
        described = [
            (command, " ".join(each.names), each.value, each.help)
            for each in field_parameters(command)
        ]
        start = own.index(described[0]) if described and described[0] in own else 0
        end = start + len(described)
        if described and own[start:end] == described:  # not written out, as TAB reads them too
            own[start:end] = [(command, FIELDS, "", "")]
        rows += own
    return "".join("\t".join(row) + "\n" for row in rows)


def parameter_words(param: Any) -> tuple[str, str, str]:
    """The names of an option, none of an argument; the word for its value; its help."""
    option = param.param_type_name == "option"
    names = " ".join((*param.opts, *param.secondary_opts)) if option else ""
    value = "" if getattr(param, "is_flag", False) else param.metavar or "TEXT"
    many = "*" if param.multiple or param.nargs == -1 else ""
    return names, value + many, param.help or ""


@cache
def commands() -> list[tuple[str, Any, Any]]:
    """Each command by its words, its stub, and itself where it is no group."""
    from coachlog.base.stubs import Table
    from coachlog.front.commands import build
    from coachlog.nouns import ROOT as COMMANDS

    def below(table: Table, above: str) -> Iterator[tuple[str, Any, Any]]:
        for name, stub in table.items():
            command = f"{above} {name}".strip()
            if stub.verbs:
                yield command, stub, None
                yield from below(stub.verbs, command)
            else:
                yield command, stub, build(name, stub)

    return list(below(COMMANDS, ""))


def translations(po: Path) -> dict[str, Any]:
    """What a catalog holds by now: a text, or two where there is a plural."""
    from babel.messages.pofile import read_po

    with po.open("rb") as lines:
        kept = read_po(lines, locale=po.parent.parent.name, abort_invalid=True)
    return {
        _key(message.context, message.id if isinstance(message.id, str) else message.id[0]): (
            message.string
        )
        for message in kept
        if message.id
    }


def _key(context: str | None, text: str) -> str:
    return f"{context}{CONTEXT}{text}" if context else text


def catalog(language: str, found: Messages, translated: dict[str, Any]) -> str:
    """A catalog as it is written: sorted, one line a text, without dates and line numbers."""
    from babel.messages.pofile import escape

    from coachlog.base.languages import SPOKEN

    head = (
        f"Language: {language}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: nplurals=2; plural=({SPOKEN[language].plural});",
    )
    lines = ['msgid ""', 'msgstr ""', *(f'"{each}\\n"' for each in head)]
    for one, (many, files) in found.items():
        said = translated.get(one) or ""
        lines += ["", *(f"#: {file_name}" for file_name in sorted(files))]
        lines += ["#, python-brace-format"] if "{" in one else []
        context, _mark, text = one.rpartition(CONTEXT)
        lines += [f"msgctxt {escape(context)}"] if context else []
        lines.append(f"msgid {escape(text)}")
        if many:
            forms = said if isinstance(said, tuple) else (said, said)
            lines.append(f"msgid_plural {escape(many)}")
            lines += [f"msgstr[{n}] {escape(form)}" for n, form in enumerate(forms)]
        else:
            lines.append(f"msgstr {escape(said if isinstance(said, str) else said[0])}")
    return "\n".join(lines) + "\n"


def call(*arguments: str) -> int:
    print("·", *arguments, flush=True)
    return subprocess.call([str(PYTHON), *arguments], cwd=ROOT)


def at_once(steps: dict[str, list[str]]) -> list[str]:
    """Run all *steps* beside each other and print what they say in turn; those that failed."""
    programs = {
        name: subprocess.Popen(
            [str(PYTHON), *step], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        for name, step in steps.items()
    }
    failed = []
    for name, program in programs.items():
        said, _none = program.communicate()
        print("·", *steps[name], flush=True)
        sys.stdout.buffer.write(said)
        sys.stdout.flush()
        if program.returncode:
            failed.append(name)
    return failed


def compile_catalogs() -> None:
    """Compile the catalogs whose .po is newer than its .mo."""
    for po in (ROOT / "src/coachlog/locale").glob("*/LC_MESSAGES/coachlog.po"):
        mo = po.with_suffix(".mo")
        if not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime:
            subprocess.check_call([str(PYTHON), str(ROOT / "hatch_build.py")])
            return


def make_venv() -> None:
    wanted = hashlib.sha256(
        (ROOT / "pyproject.toml").read_bytes() + sys.version.encode()
    ).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted and PYTHON.exists():
        return
    print("Making .venv: this happens once and takes about a minute.", file=sys.stderr, flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    try:
        # Not the Python of the .venv that was just taken away.
        python = getattr(sys, "_base_executable", sys.executable)
        call_quietly([python, "-P", "-m", "venv", str(VENV)])
    except (subprocess.CalledProcessError, OSError):
        shutil.rmtree(VENV, ignore_errors=True)
        sys.exit(
            complain(
                "Python's venv is missing.",
                "On Debian or Ubuntu: sudo apt-get install python3-venv",
            )
        )
    try:
        install("--no-compile", "-c", "constraints.txt", *development_packages())
        install("--no-deps", "--no-build-isolation", "-e", ".")
    except subprocess.CalledProcessError:
        shutil.rmtree(VENV, ignore_errors=True)
        sys.exit(
            complain(
                "The packages could not be installed.",
                "Is there a network? Then run the same command again.",
            )
        )
    # By all cores at once; a few files of other projects are of no use to this Python.
    compile_files = [str(PYTHON), "-P", "-m", "compileall", "-qq", "-j", "0"]
    subprocess.call([*compile_files, str(VENV), str(ROOT / "src")], start_new_session=True)
    STAMP.write_text(wanted)


def install(*what: str) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *what]
    call_quietly(command)


def call_quietly(command: list[str]) -> None:
    """Run a program that Ctrl-C does not reach; it ends with this one, which tells of it once."""
    with subprocess.Popen(command, cwd=ROOT, start_new_session=True) as program:
        try:
            code = program.wait()
        except KeyboardInterrupt:
            if os.name == "posix":  # with what it started itself
                os.killpg(program.pid, signal.SIGKILL)
            program.kill()
            raise
    if code:
        raise subprocess.CalledProcessError(code, command)


def development_packages() -> list[str]:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"].values()
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    return [*wanted, *(package for extra in extras for package in extra)]


def complain(cause: str, remedy: str) -> int:
    print(f"{cause}\n{remedy}", file=sys.stderr)
    return 1


STOPPED = 130
"""The exit code after Ctrl-C, as shells have it."""

if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again to go on.", file=sys.stderr)
        sys.exit(STOPPED)
