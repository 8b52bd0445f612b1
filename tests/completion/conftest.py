"""TAB without a shell: a line is typed, and what would be offered comes back."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from coachlog.base.texts import speak
from coachlog.completion import run_options
from coachlog.completion.front import answer_for
from coachlog.completion.shells import CompletionRequest
from coachlog.store.connection import open_writer
from tests.store.conftest import RECORDS


@pytest.fixture
def press(call: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """`press(line, env=None)`: what fits at its end, each with what it is, as fish is told."""

    def pressing(line: str, env: Any = None, shell: str = "fish") -> dict[str, str]:
        run_options._settings.cache_clear()
        speak("en")
        with monkeypatch.context() as patch:
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            answer = answer_for(CompletionRequest(shell, line))
        lines = (each.partition("\t") for each in answer.splitlines())
        return {value: about for value, _tab, about in lines}

    yield pressing
    run_options._settings.cache_clear()
    speak("en")


@pytest.fixture
def fill(program: Any) -> Any:
    """`fill(table, rows)`: records of a noun, each the usual one with what is given changed."""

    def filling(table: str, *rows: dict[str, Any]) -> None:
        program.store.parent.mkdir(exist_ok=True)
        with closing(open_writer(program.store)) as connection:
            connection.execute("PRAGMA foreign_keys=OFF")
            connection.execute("begin")
            for row in rows:
                record = RECORDS[table] | row
                names = ", ".join(f'"{name}"' for name in record)
                values = ", ".join(f":{name}" for name in record)
                connection.execute(f'insert into "{table}" ({names}) values ({values})', record)
            connection.execute("commit")

    return filling
