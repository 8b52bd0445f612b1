"""A migration is done wholly or not at all, and what stood before it is among the backups."""

import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing

import pytest

from coachlog.base.errors import UnavailableError
from coachlog.store import derived, migrate
from coachlog.store.backup_names import listed
from coachlog.store.backup_places import folder_of
from coachlog.store.bare import connect
from coachlog.store.faults import StoreDamagedError
from tests.store.conftest import DAY

pytestmark = pytest.mark.made_by_migrations

NEXT = migrate.migrations()[-1].number + 1
ADD_COLUMN = "alter table goal add column review_on text check (review_on is date(review_on));"


@pytest.fixture
def folder(tmp_path):
    """The migrations there are, and room for a next one."""
    return shutil.copytree(migrate.MIGRATIONS, tmp_path / "migrations")


@pytest.fixture
def next_one(folder):
    def write(script, number=NEXT):
        (folder / f"{number:04d}_next.sql").write_text(script)

    return write


@pytest.fixture
def bring(path, folder):
    def up_to_date():
        with closing(connect(path, "mode=rw")) as connection:
            migrate.bring_up_to_date(connection, path, folder)

    return up_to_date


def backups(path):
    """Their numbers and kinds, oldest first."""
    return [(each.number, each.kind) for each in reversed(listed(folder_of(path)))]


def backup_file(path):
    """The newest of them."""
    return folder_of(path) / listed(folder_of(path))[0].name


def dump(path):
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump()), connection.execute("pragma user_version").fetchone()


def test_a_next_migration_keeps_the_records_and_logs_the_new_column(path, filled, next_one, bring):
    next_one(ADD_COLUMN)

    bring()

    with closing(connect(path, "mode=rw")) as connection:
        connection.execute("update goal set review_on = :day", {"day": DAY})
        assert connection.execute("pragma user_version").fetchone() == (NEXT,)
        assert connection.execute("select statement from goals").fetchone() == ("Lead the meeting",)
        assert connection.execute("select new from change order by seq desc").fetchone() == (
            f'{{"review_on":"{DAY}"}}',
        )


def test_the_store_as_it_was_is_among_the_backups(path, filled, next_one, bring):
    before = dump(path)
    next_one(ADD_COLUMN)

    bring()

    backup = backup_file(path)
    assert backups(path) == [(1, "update")]
    assert dump(backup) == before
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert [file.name for file in backup.parent.iterdir()] == [backup.name]


def test_a_store_is_not_migrated_without_a_backup(path, filled, next_one, bring):
    before = dump(path)
    folder_of(path).symlink_to(path.parent)
    next_one(ADD_COLUMN)

    with pytest.raises(UnavailableError, match="is not a folder"):
        bring()

    assert dump(path) == before


def test_the_same_backup_is_not_made_twice(path, filled, next_one, bring):
    next_one(ADD_COLUMN + " select crash();")
    for _time in range(2):
        with pytest.raises(sqlite3.OperationalError):
            bring()
        assert backups(path) == []
    shutil.copy(path, path.with_name("saved"))
    next_one(ADD_COLUMN)
    bring()
    shutil.copy(path.with_name("saved"), path)  # put back, and brought up to date once more

    bring()

    assert backups(path) == [(1, "update")]


@pytest.mark.parametrize("step", ["copying", "copied"])
def test_a_backup_that_was_broken_off_never_looks_whole(
    path, filled, folder, next_one, step, bring
):
    next_one(ADD_COLUMN)
    script = (
        "import os, sys; from pathlib import Path\n"
        "from coachlog.store import backups, bare, migrate\n"
        "def die(*_args, **_named): os._exit(9)\n"
        "if sys.argv[3] == 'copying': bare.Connection.backup = die\n"
        "else: backups.sync = die\n"
        "path = Path(sys.argv[1])\n"
        "migrate.bring_up_to_date(bare.connect(path, 'mode=rw'), path, Path(sys.argv[2]))"
    )
    command = [sys.executable, "-c", script, path, folder, step]
    assert subprocess.run(command, check=False).returncode == 9
    assert backups(path) == []

    bring()

    assert backups(path) == [(1, "update")]
    assert [file.name for file in folder_of(path).iterdir()] == [backup_file(path).name]
    with closing(sqlite3.connect(backup_file(path))) as backup:
        assert backup.execute("select count(*) from goal").fetchone() == (1,)


def test_a_new_store_needs_no_backup(path, filled):
    assert backups(path) == []


def test_several_migrations_are_one_step(path, filled, next_one, bring):
    before = dump(path)
    next_one(ADD_COLUMN)
    next_one("alter table nothing add column x text;", number=NEXT + 1)

    with pytest.raises(sqlite3.OperationalError):
        bring()

    assert dump(path) == before
    assert backups(path) == []


def test_a_migration_that_leaves_a_reference_to_nobody_is_refused(path, filled, next_one, bring):
    before = dump(path)
    next_one("delete from coachee;")

    with pytest.raises(StoreDamagedError):
        bring()

    assert dump(path) == before


def test_a_table_that_others_refer_to_can_be_made_anew(path, filled, folder, next_one, bring):
    """SQLite's own recipe for what `alter table` cannot do."""
    with closing(sqlite3.connect(path)) as connection:
        sql = "select sql from sqlite_master where name = 'goal'"
        create = connection.execute(sql).fetchone()[0].replace("TABLE goal", "TABLE goal_new")
    next_one(
        f"{create}; insert into goal_new select * from goal; drop table goal;"
        " alter table goal_new rename to goal;"
    )

    bring()

    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("select coachee from goals").fetchall() == [("amina",)]
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        assert connection.execute(
            "select count(*) from change where verb = 'delete'"
        ).fetchone() == (0,)


def test_a_crash_in_the_middle_leaves_the_old_store(path, filled, folder, next_one, bring):
    before = dump(path)
    next_one(f"{ADD_COLUMN} delete from goal_score; select crash();")
    script = (
        "import os, sys; from pathlib import Path; from coachlog.store import migrate\n"
        "from coachlog.store.bare import connect\n"
        "connection = connect(Path(sys.argv[1]), 'mode=rw')\n"
        "connection.create_function('crash', 0, lambda: os._exit(9))\n"
        "migrate.bring_up_to_date(connection, Path(sys.argv[1]), Path(sys.argv[2]))"
    )

    run = subprocess.run([sys.executable, "-c", script, path, folder], check=False)

    assert run.returncode == 9
    assert dump(path) == before


def test_a_crash_while_a_store_is_made_leaves_one_that_can_be_made(
    path, folder, next_one, bring, write
):
    next_one("select crash();")
    path.parent.mkdir()
    script = (
        "import os, sys; from pathlib import Path; from coachlog.store import migrate\n"
        "from coachlog.store.bare import connect\n"
        "beside = Path(f'{sys.argv[1]}.new')\n"
        "connection = connect(beside, 'mode=rwc')\n"
        "connection.create_function('crash', 0, lambda: os._exit(9))\n"
        "migrate.bring_up_to_date(connection, beside, Path(sys.argv[2]))"
    )
    subprocess.run([sys.executable, "-c", script, path, folder], check=False)
    assert list(path.parent.iterdir())

    with write() as work:
        number = work.next_number("goal")

    assert number == 1
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_second_process_finds_the_work_done(path, filled, next_one, bring):
    next_one(ADD_COLUMN)
    bring()
    before = dump(path)

    bring()

    assert dump(path) == before
    assert backups(path) == [(1, "update")]


def test_a_newer_store_is_not_migrated(path, filled, bring):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma user_version=99")

    with pytest.raises(UnavailableError, match="belongs to a newer coachlog"):
        bring()


def test_the_device_stays_the_same(path, filled, next_one, bring, ask):
    before = ask("select value from meta where key = 'device'")
    next_one(ADD_COLUMN)

    bring()

    with closing(sqlite3.connect(path)) as connection:
        assert (
            connection.execute("select value from meta where key = 'device'").fetchall() == before
        )


def test_what_people_added_to_the_store_stays(path, filled, next_one, bring):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create view mine as select handle from coachees")
    next_one(ADD_COLUMN)

    bring()

    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("select * from mine").fetchall() == [("amina",)]


def test_migrations_are_numbered_without_a_gap():
    numbers = [step.number for step in migrate.migrations()]

    assert numbers == list(range(1, len(numbers) + 1))


def test_the_package_finds_the_views_of_each_noun():
    assert {"coachees", "sessions", "goals", "actions"} <= {thing.name for thing in derived.views()}


def test_each_reference_has_an_index(ask):
    """Else SQLite reads a whole table for each record that is removed or undone."""
    without = ask(
        'select m.name, f."from" from sqlite_schema m, pragma_foreign_key_list(m.name) f'
        " where m.type = 'table' and m.name <> 'acting' and not exists ("
        " select 1 from pragma_index_list(m.name) i, pragma_index_info(i.name) c"
        ' where not i."partial" and c.seqno = 0 and c.name = f."from")'
    )

    assert without == []
