"""One door to the project, standard library only: `python3 dev.py run | test | check | compile`.

The first use makes `.venv` beside this file; a changed pyproject.toml makes it anew.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "coachlog.stamp"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
COVERAGE_FLOOR = "90"


def main(arguments: list[str]) -> int:
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("help", [])
    verbs = {"run": run, "test": test, "check": check, "compile": compile_all}
    if verb not in verbs:
        print(__doc__)
        print("  run ARGS    start coachlog: python3 dev.py run session new")
        print("  test ARGS   run the tests; ARGS go to pytest")
        print("  check       lint, format, types, coverage, catalogs, docs")
        print("  compile     compile bytecode and message catalogs again")
        return 0 if verb in ("help", "-h", "--help") else 2
    if sys.version_info < (3, 11):
        return complain("coachlog needs Python 3.11 or later.", "Start dev.py with a newer python3.")
    make_venv()
    return verbs[verb](rest)


def run(arguments: list[str]) -> int:
    compile_catalogs()
    environment = os.environ | {"COACHLOG_PROGRAM": "python3 dev.py run"}
    command = [str(PYTHON), "-m", "coachlog", *arguments]
    if os.name == "posix":
        os.execve(command[0], command, environment)
    return subprocess.call(command, env=environment)


def test(arguments: list[str]) -> int:
    compile_catalogs()
    return call("-m", "pytest", "-n", "2", *arguments)


def check(_arguments: list[str]) -> int:
    compile_catalogs()
    steps = {
        "ruff": ["-m", "ruff", "check", "."],
        "format": ["-m", "ruff", "format", "--check", "."],
        "types": ["-m", "mypy"],
        "texts and docs": ["-m", "pytest", "-q", "tests/guards"],
        "coverage": ["-m", "coverage", "run", "-m", "pytest", "-q", "--ignore=tests/guards"],
    }
    failed = [name for name, step in steps.items() if call(*step)]
    if "coverage" not in failed:
        call("-m", "coverage", "combine", "-q")
        if call("-m", "coverage", "report", f"--fail-under={COVERAGE_FLOOR}"):
            failed.append("coverage floor")
    print("failed: " + ", ".join(failed) if failed else "all checks passed")
    return 1 if failed else 0


def compile_all(_arguments: list[str]) -> int:
    call("-m", "compileall", "-q", "src")
    return call("hatch_build.py")


def call(*arguments: str) -> int:
    print("·", *arguments, flush=True)
    return subprocess.call([str(PYTHON), *arguments], cwd=ROOT)


def compile_catalogs() -> None:
    """Compile the catalogs whose .po is newer than its .mo."""
    for po in (ROOT / "src/coachlog/locale").glob("*/LC_MESSAGES/coachlog.po"):
        mo = po.with_suffix(".mo")
        if not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime:
            subprocess.check_call([str(PYTHON), str(ROOT / "hatch_build.py")])
            return


def make_venv() -> None:
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + sys.version.encode()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted and PYTHON.exists():
        return
    print("Making .venv: this happens once and takes about a minute.", file=sys.stderr, flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    try:
        subprocess.check_call([sys.executable, "-m", "venv", str(VENV)])
    except (subprocess.CalledProcessError, OSError):
        shutil.rmtree(VENV, ignore_errors=True)
        sys.exit(complain("Python's venv is missing.", "On Debian or Ubuntu: sudo apt-get install python3-venv"))
    try:
        install(*development_packages())
        install("--no-deps", "--no-build-isolation", "-e", ".")
    except subprocess.CalledProcessError:
        shutil.rmtree(VENV, ignore_errors=True)
        sys.exit(complain("The packages could not be installed.", "Is there a network? Then run the same command again."))
    subprocess.check_call([str(PYTHON), "-m", "compileall", "-q", str(ROOT / "src")])
    STAMP.write_text(wanted)


def install(*what: str) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *what]
    subprocess.check_call(command, cwd=ROOT)


def development_packages() -> list[str]:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]


def complain(cause: str, remedy: str) -> int:
    print(f"{cause}\n{remedy}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
