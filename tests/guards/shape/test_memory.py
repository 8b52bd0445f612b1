"""However long a journal is, what is written out of it passes through: none of it is held."""

import os
import subprocess
import sys
from contextlib import closing

import pytest

from coachlog.store.connection import open_writer
from tests.conftest import NOW
from tests.guards.shape.journal import make

pytestmark = pytest.mark.nightly

ROWS = 100_000
LISTS, EXPORTS, WORKBOOKS = 27, 33, 48
"""MiB at most, as a whole process; Python 3.13 itself takes one more than 3.11."""

BETWEEN = """
import os, sys
child = os.spawnv(os.P_NOWAIT, sys.executable, [sys.executable, *sys.argv[1:]])
_, status, used = os.wait4(child, 0)
print(used.ru_maxrss, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""A child counts what its parent held when it began: so a small process stands in between."""

_COPIED = """
insert into session (id, number, coachee_id, trajectory_id, status, starts_at, time_zone, held_on,
  minutes, topic, summary, created_at)
with recursive more(n) as (select 1 union all select n + 1 from more where n < :rows)
select 'm' || n, 1000 + n, coachee_id, trajectory_id, 'held', starts_at, time_zone, held_on, 60,
  topic, summary, created_at
from more cross join session where number = 1
"""


@pytest.fixture(scope="module")
def long(tmp_path_factory):
    """A journal with so many conversations that only a stream of them fits into a small process."""
    store = tmp_path_factory.mktemp("long") / "journal.sqlite"
    make(store, 100)
    with closing(open_writer(store)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        triggers = "select name from sqlite_master where type = 'trigger'"
        for (name,) in connection.execute(triggers).fetchall():
            connection.execute(f'drop trigger "{name}"')
        connection.execute(_COPIED, {"rows": ROWS})
    return store


@pytest.mark.parametrize(
    ("line", "most"),
    [
        ("export csv sessions", EXPORTS),
        ("export csv sessions --excel", EXPORTS),
        ("export csv sessions --coachee amina --output {out}.csv", EXPORTS),
        ("export csv --all {out}", EXPORTS),
        ("export csv --log fund", EXPORTS),
        ("export xlsx sessions", WORKBOOKS),
        ("export sqlite --output {out}.sqlite", WORKBOOKS),
        ("session list --limit 0", LISTS),
        ("session list --limit 0 --json", LISTS),
        ("session list --limit 0 --csv", LISTS),
        ("session list", LISTS),
    ],
)
def test_the_memory_of_a_read_does_not_grow_with_the_journal(long, line, most, tmp_path):
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(long.parent),
        "TZ": "Europe/Brussels",
        "COACHLOG_LANG": "nl",
        "COACHLOG_NOW": NOW,
        "COACHLOG_STORE": str(long),
    }
    words = line.format(out=tmp_path / "out").split()
    command = [sys.executable, "-S", "-E", "-c", BETWEEN, "-m", "coachlog", *words]

    ended = subprocess.run(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True
    )

    assert int(ended.stderr.split()[-1]) / 1024 <= most
