"""What others load and hardly ever use comes when it is used, and nothing else is changed by it."""

import subprocess
import sys

import pytest

from coachlog.base.later import SELDOM_USED

UNTIL_USED = """
import sys
from coachlog.base.later import later
with later():
    import {name}
    import typer
assert "{name}" not in sys.modules
{use}
"""


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("subprocess", "assert subprocess.run([sys.executable, '-c', '']).returncode == 0"),
        ("platform", "import os; assert platform.system() == os.uname().sysname"),
        ("platform", "assert platform.python_version() == sys.version.split()[0]"),
        ("textwrap", "assert textwrap.dedent('  a') == 'a'"),
        ("zlib", "assert zlib.decompress(zlib.compress(b'a')) == b'a'"),
        ("tokenize", "import inspect; assert 'def getsource' in inspect.getsource(inspect)"),
        ("ipaddress", "assert typer.launch; assert ipaddress.ip_address('::1').is_loopback"),
        ("asyncio", "async def one(): return 1\nassert asyncio.run(one()) == 1"),
        ("asyncio", "import ssl; assert ssl.SSLContext"),
        ("importlib.metadata", "assert importlib.metadata.version('typer') == typer.__version__"),
        ("bz2", "import shutil; assert 'bztar' in dict(shutil.get_archive_formats())"),
    ],
)
def test_a_module_that_is_put_off_is_there_when_it_is_used(name: str, use: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", UNTIL_USED.format(name=name, use=use)],
        env={},  # whoever measures what tests cover has loaded some of them
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ended.returncode, ended.stderr) == (0, "")


def test_whoever_imports_it_afterwards_gets_the_real_one() -> None:
    program = "\n".join(
        [
            "import sys, types",
            "from coachlog.base.later import SELDOM_USED, later",
            "with later(): import typer",
            "from importlib import import_module",
            "found = [import_module(name) for name in SELDOM_USED]",
            "assert {type(each) for each in found} == {types.ModuleType}",
        ]
    )

    ended = subprocess.run(
        [sys.executable, "-c", program], env={}, capture_output=True, check=False
    )

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert "subprocess" in SELDOM_USED


def test_what_is_loaded_already_stays_itself() -> None:
    from coachlog.base.later import later

    with later():
        import subprocess as found

    assert found is subprocess
