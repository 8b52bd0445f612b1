"""`erase`: somebody is gone from every file, and everybody else is as they were."""

import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from coachlog.schema.tables import TABLES
from coachlog.store.derived import OWN
from coachlog.store.drafts import DraftKeeper
from coachlog.store.removal import LINKS
from coachlog.terminal.rescue import draft_label, keep as keep_rescued
from tests.conftest import new_store, refused, talk
from tests.marked import Marks, fill, tables_of_person, texts

SURELY = ("--yes", "--mentions", "rewrite", "--no-hours", "--rescued", "remove")


def erase(call, who, *more):
    done = call("erase", who, *(more or SURELY))
    assert done.code == 0, done.err
    return done


def test_no_table_that_bears_a_person_is_forgotten():
    """A table that refers to a person, however far, is in the references that erasing follows."""
    referring = new_store().execute(
        'select m.name, f."from", f."table" from sqlite_schema m, pragma_foreign_key_list(m.name) f'
        " where m.type = 'table'"
    )
    known = {(link.table, link.column, link.to) for link in LINKS}

    missing = {each for each in referring if each[0] not in OWN} - known

    assert missing == set()
    assert len(tables_of_person()) > 15
    assert sum(len(texts(table)) for table in tables_of_person()) > 60


@pytest.fixture
def everywhere(call, program, monkeypatch):
    """Marked words of one person in every text, the log, backups, a draft, files; and Bo."""
    marks = Marks()
    call("coachee", "new", "--name", "Bo Peeters")
    fill(program.store, marks)
    monkeypatch.setenv("COACHLOG_BACKUP", "yes")
    assert call("backup", "now").code == 0
    with closing(sqlite3.connect(program.store)) as store:
        handle = store.execute("select handle from coachee where id = 'c1'").fetchone()[0]
        store.execute(f"vacuum into '{program.store}.before-0003.bak'")
    state = {"answers": [{"text": marks.new()}]}
    with DraftKeeper.start(program.store, "grow", state, coachee=handle) as keeper:
        keep_rescued(f"It was {marks.new()}", f"{draft_label(keeper.draft.id)}q")
    keep_rescued(f"Nobody knows whose {marks.new()}")
    assert call("backup", "now").code == 0
    return marks, handle


def test_no_marked_word_is_left_in_any_file(call, program, everywhere):
    marks, handle = everywhere
    assert len(marks.words) > 120
    found = [word for words in marks.found(program.folder).values() for word in words]
    assert set(found) == set(marks.words)

    told = erase(call, handle)

    assert "3 backups were written anew" in told.err
    assert marks.found(program.folder) == {}
    assert call("backup", "verify").code == 0
    assert all(line["level"] != "error" for line in call("doctor", "--json").json)
    assert [line["handle"] for line in call("coachee", "list", "--json").json] == ["bo"]
    proof = call("erase", "list", "--json").json[0]
    assert (proof["state"], proof["backups"], proof["files"]) == ("done", 3, 2)
    assert not [name for name in program.folder.iterdir() if "erasing" in name.name]
