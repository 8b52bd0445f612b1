"""A consent of an earlier journal stays what it was: to notes about workable work."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

from coachlog.store.connection import open_writer

EARLIER = Path(__file__).parent / "earlier" / "0004.sqlite.gz"
SQL = "select coachee_id, about, agreed_on, withdrawn_on from consent order by id"


def test_consents_of_before_stay_and_one_to_be_named_is_new(tmp_path):
    path = tmp_path / "journal.sqlite"
    path.write_bytes(gzip.decompress(EARLIER.read_bytes()))
    with closing(sqlite3.connect(path)) as before:
        kept = before.execute(SQL).fetchall()

    with closing(open_writer(path)) as connection:
        assert connection.execute(SQL).fetchall() == kept
        connection.execute("update consent set about = 'log'")
        numbers = connection.execute("select number from consent order by id").fetchall()
        checked = connection.execute("select count(*) from consent where about = 'log'").fetchone()

    assert kept
    assert numbers == [(n,) for n in range(1, len(kept) + 1)]
    assert checked == (len(kept),)
