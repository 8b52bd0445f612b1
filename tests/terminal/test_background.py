"""What the save needs is imported while the coach types, and not before."""

import subprocess
import sys

import pytest

from coachlog.terminal.background import Preload


@pytest.fixture
def module(tmp_path, monkeypatch):
    """A module that is imported for the first time; the result is its name."""

    def make(name: str, text: str) -> str:
        (tmp_path / f"{name}.py").write_text(text)
        monkeypatch.syspath_prepend(tmp_path)
        return name

    yield make
    for name in [name for name in sys.modules if name.startswith("preloaded_")]:
        del sys.modules[name]


def test_nothing_is_imported_before_the_start(module):
    preload = Preload(module("preloaded_quiet", "x = 1"))

    assert "preloaded_quiet" not in sys.modules
    assert preload.module().x == 1


def test_the_module_is_there_as_soon_as_it_is_wanted(module):
    preload = Preload(module("preloaded_slow", "import time; time.sleep(0.2); x = 1"))
    preload.start()

    assert preload.module().x == 1


def test_an_error_of_the_import_comes_up_when_it_is_wanted(module):
    """A broken installation must be told, and not be kept in a thread."""
    preload = Preload(module("preloaded_broken", "raise LookupError('no such thing')"))
    preload.start()

    with pytest.raises(LookupError, match="no such thing"):
        preload.module()


def test_a_module_that_is_not_there_comes_up_when_it_is_wanted():
    preload = Preload("preloaded_nowhere")
    preload.start()

    with pytest.raises(ModuleNotFoundError):
        preload.module()


def test_a_slow_import_keeps_nobody_from_leaving(tmp_path):
    """Ctrl-C at the first question ends the program at once."""
    (tmp_path / "preloaded_forever.py").write_text("import time; time.sleep(60)")
    code = "from coachlog.terminal.background import Preload; Preload('preloaded_forever').start()"

    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )

    assert (ended.returncode, ended.stderr) == (0, "")
