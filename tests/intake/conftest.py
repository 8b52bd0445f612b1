"""Journals with something in each column, and what one is after a file was brought in."""

from typing import Any

import pytest

from coachlog.schema.field import LINE, NAME, TEXT
from coachlog.schema.tables import TABLES
from coachlog.store.work import Work
from tests.conftest import Program
from tests.store.conftest import RECORDS, insert


def word_of(table: str, column: str) -> str:
    """The word that stands in a text column of `full`, and nowhere else."""
    return f"word{table.replace('_', '')}{column.replace('_', '')}"


@pytest.fixture
def full(program: Program) -> Program:
    """A journal with one record of each noun, and a word of its own in each text."""
    with Work(program.store, "test") as work:
        for name in RECORDS:
            insert(work, name)
        for table in TABLES.values():
            for field in table.fields:
                is_text = field.kind in (TEXT, LINE, NAME) and field.name != "handle"
                if is_text and not field.words:
                    work.execute(
                        f'update "{table.name}" set "{field.name}" = :word',
                        word=word_of(table.name, field.name),
                    )
            if table.find("number"):
                work.next_number(table.name)
        work.execute("update coachee set name_sort = name")
    return program


@pytest.fixture
def elsewhere(call: Any, tmp_path: Any) -> Any:
    """`elsewhere(*words, stdin=None)`: the program with a journal of its own, empty at first."""
    store = tmp_path / "elsewhere" / "journal.sqlite"
    store.parent.mkdir()
    env = {"COACHLOG_STORE": str(store)}
    return lambda *words, **more: call(*words, env={**env, **more.pop("env", {})}, **more)
