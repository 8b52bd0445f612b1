"""SQLModel rows and light statements share one transaction."""

import subprocess
import sys

import pytest
from sqlalchemy.orm import registry
from sqlmodel import Field, Session, SQLModel, select

from coachlog.store.faults import RefusedByStoreError, StoreFailedError
from tests.store.conftest import AT, insert


class Row(SQLModel, registry=registry()):
    """Apart from the classes of the nouns, which other tests compare with the schema."""


class MetaRow(Row, table=True):
    __tablename__ = "meta"
    key: str = Field(primary_key=True)
    value: str


class GoneRow(Row, table=True):
    __tablename__ = "no_such_table"
    key: str = Field(primary_key=True)


class StopError(Exception):
    pass


def row_of(work, key):
    return work.value("select value from meta where key = :key", key=key)


def test_both_are_kept(write, ask):
    with write() as work:
        insert(work, "coachee")
        work.orm.add(MetaRow(key="k", value="v"))

    assert ask("select handle from coachee") == [("amina",)]
    assert ask("select value from meta where key = 'k'") == [("v",)]


def fail_with_both(write):
    with write() as work:
        insert(work, "coachee")
        work.orm.add(MetaRow(key="k", value="v"))
        work.orm.flush()
        insert(work, "coachee", id="c2")
        assert row_of(work, "k") == "v"
        raise StopError


def test_a_failure_undoes_both(write, ask):
    with pytest.raises(StopError):
        fail_with_both(write)

    assert ask("select * from coachee") == []
    assert ask("select * from meta where key = 'k'") == []


def test_first_use_of_the_session_undoes_nothing(write, ask):
    """The engine's first connect rolls back what was begun, unless it is kept from it."""
    with write() as work:
        insert(work, "coachee")
        work.orm.exec(select(MetaRow)).all()
        assert work.value("select count(*) from coachee") == 1

    assert ask("select operation from change") == [(work.operation_id,)]


def test_neither_a_commit_nor_a_rollback_of_the_session_ends_the_work(write, ask):
    with write() as work:
        insert(work, "coachee")
        work.orm.add(MetaRow(key="k", value="v"))
        work.orm.commit()
        insert(work, "coachee", id="c2")
        work.orm.rollback()
        assert work.value("select count(*) from acting") == 1

    assert ask("select count(*) from coachee") == [(2,)]
    assert ask("select count(*) from operation") == [(1,)]


def test_rows_see_light_statements_and_the_other_way_round(write):
    with write() as work:
        work.execute("insert into meta(key, value) values ('k', :value)", value=AT)
        row = work.orm.get(MetaRow, "k")
        assert row.value == AT
        row.value = "changed"
        work.orm.flush()

        assert row_of(work, "k") == "changed"


def test_the_session_is_the_same_within_one_work_and_another_in_the_next(write):
    work = write()
    with work:
        first = work.orm
        assert work.orm is first
        assert isinstance(first, Session)
    with work:
        assert work.orm is not first
        assert work.orm.exec(select(MetaRow)).all()


def test_an_error_when_the_rows_are_written_is_translated(write, ask):
    with pytest.raises(RefusedByStoreError), write() as work:
        work.orm.add_all([MetaRow(key="j", value="v"), MetaRow(key="k", value=None)])

    assert ask("select * from meta where key in ('j', 'k')") == []


def test_an_error_of_the_session_within_is_translated(write):
    with pytest.raises(StoreFailedError), write() as work:
        work.orm.exec(select(GoneRow)).all()


def test_light_work_does_not_load_sqlmodel(path):
    """It takes five times as long to import as a change of one field takes as a whole."""
    script = (
        "import sys; from pathlib import Path; from coachlog.store.work import Work\n"
        "with Work(Path(sys.argv[1]), 'test') as work: work.next_number('goal')\n"
        "print([m for m in ('sqlmodel', 'sqlalchemy', 'pydantic') if m in sys.modules])"
    )

    command = [sys.executable, "-c", script, path]
    run = subprocess.run(command, capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "[]"


def test_the_rows_here_are_unknown_to_the_journal():
    assert not {"meta", "no_such_table"} & set(SQLModel.metadata.tables)
