"""A store of each earlier version, filled by that version, opens with all that was in it.

`python3 dev.py pack-store` writes `earlier/NNNN.sqlite.gz` with the last program of schema NNNN:
both examples of a conversation and a score, from 2 on also a talent, a topic, an appointment, a
released text and a rhythm, from 3 on also an observation, a check-in, a theme, an objective and a
learning moment, from 4 on the consent to a check-in too.
"""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from coachlog.base.errors import RefusedError
from coachlog.store import migrate
from coachlog.store.backup_names import listed
from coachlog.store.backup_places import folder_of
from coachlog.store.undo import undo
from coachlog.store.work import Work
from tests.store import pack_store

pytestmark = pytest.mark.made_by_migrations

LAST = migrate.migrations()[-1].number
PACKED = {int(file.name[:4]): file for file in (Path(__file__).parent / "earlier").glob("*.gz")}
EARLIER = {number: file for number, file in PACKED.items() if number < LAST}
"""Without a store of the present schema, which is packed before the next migration is added."""
OWN = ("meta", "sqlite", "search", "tally", "document", "counter", "acting")

STEPS = (*range(5, 13), 14)
"""Schemas that came in one release with the next one: nobody has a journal of these."""


def test_there_is_a_store_of_each_earlier_version():
    assert sorted(EARLIER) == [n for n in range(1, LAST) if n not in STEPS]


@pytest.fixture(params=sorted(EARLIER))
def earlier(request, path):
    path.parent.mkdir()
    path.write_bytes(gzip.decompress(EARLIER[request.param].read_bytes()))
    return request.param


def test_an_earlier_store_keeps_every_record_and_gets_what_is_new(path, earlier, ask):
    before = records(path)

    assert ask("select handle, sessions, agreement from coachees") == [("amina", 2, None)]

    rhythm = {1: None}.get(earlier, 14)
    assert ask("select number, sessions, rhythm_days from trajectories") == [(1, 2, rhythm)]
    assert ask("select count(*) from goal_level") == [(0,)]
    assert ask("select count(*) from search where search match 'vergadering'") > [(0,)]
    after = records(path)
    for table, rows in before.items():
        columns = rows[0].keys() if rows else ()
        assert [{name: row[name] for name in columns} for row in after[table]] == rows
    assert [backup.kind for backup in listed(folder_of(path))] == ["update"]


def test_what_an_earlier_version_did_is_not_undone(path, earlier):
    with (
        pytest.raises(RefusedError, match="another version"),
        Work(path, "undo") as work,
    ):
        undo(work)


def test_a_store_of_today_is_packed_with_all_that_an_earlier_one_has(tmp_path, path):
    path.parent.mkdir()
    packed = pack_store.main(tmp_path)

    path.write_bytes(gzip.decompress(packed.read_bytes()))
    assert packed.name == f"{LAST:04d}.sqlite.gz"
    today = records(path)
    path.write_bytes(gzip.decompress(EARLIER[max(EARLIER)].read_bytes()))
    missing = {name for name, rows in records(path).items() if rows and not today.get(name)}
    assert missing == set()
    with pytest.raises(SystemExit, match="there already"):
        pack_store.main(tmp_path)


def records(path):
    with closing(sqlite3.connect(path)) as connection:
        sql = "select name from pragma_table_list where schema = 'main' and type = 'table'"
        names = [name for (name,) in connection.execute(sql) if not name.startswith(OWN)]
        return {name: rows(connection, name) for name in names}


def rows(connection, table):
    found = connection.execute(f'select * from "{table}"')
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found]
