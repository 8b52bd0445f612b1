"""Make a believable store of any size: `python benchmarks/generate.py --sessions N --store PATH`.

Seeded: the same numbers give the same store. Rows go in by bulk, without triggers; what these keep
is written with them (the log of the last 90 days) or made anew by the store itself (the rest).
"""

import argparse
import gc
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

from appointments import NOW, appointments
from bulk import DEVICE, Bulk, Journal, Moment
from coachlog.base.clock import instant
from coachlog.store import derived
from coachlog.store.connection import open_writer
from coachlog.store.expiry import KEPT_DAYS
from people import PROBE, Somebody, meet
from phrases import COMMON, RARE
from talks import part, questions, talk

__all__ = ["COMMON", "NOW", "PEOPLE", "PROBE", "RARE", "SINCE", "generate", "live"]

PEOPLE = 200
SEED = 7
SINCE = instant(NOW - timedelta(days=KEPT_DAYS))
"""The history begins here: what is older is forgotten at the next change anyway."""


def generate(store: Path, sessions: int, people: int = PEOPLE, seed: int = SEED) -> None:
    """Fill a new store at *store* with *sessions* conversations of *people* persons.

    Stop the clock at NOW to use it: its last conversation is a few days ago by then.
    """
    with closing(open_writer(store)) as connection, _in_bulk(connection):
        connection.execute("update meta set value = ? where key = 'device'", (DEVICE,))
        journal = Bulk(connection, SINCE)
        live(journal, sessions, people, seed)
        journal.write()
        connection.executemany("insert into counter values (?, ?)", journal.counted.items())


def live(journal: Journal, sessions: int, people: int = PEOPLE, seed: int = SEED) -> None:
    """Lead all conversations, in the order of time."""
    handles: set[str] = set()
    met = [Somebody(who, seed, handles) for who in range(people)]
    asked = questions()
    for each in appointments(met, sessions):
        person = met[each.who]
        if each.number == 0:
            meet(journal, person, Moment(each.at))
        else:
            talk(journal, person, each.at, each.following, asked)
        if each.last:
            part(journal, person, each.at)


@contextmanager
def _in_bulk(connection: sqlite3.Connection) -> Iterator[None]:
    """No safety, no triggers and no indexes on the way; all of them afterwards."""
    gc.disable()  # it would look through millions of rows again and again
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN IMMEDIATE")
    derived.drop(connection)
    indexes = connection.execute(
        "select name, sql from sqlite_master where type = 'index' and sql is not null"
    ).fetchall()
    for name, _ in indexes:
        connection.execute(f"drop index {name}")
    yield
    for _, sql in indexes:
        connection.execute(sql)
    derived.make(connection)
    wrong = connection.execute("PRAGMA foreign_key_check").fetchone()
    if wrong is not None:
        raise ValueError(wrong)
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode=WAL")
    gc.enable()


_PRAGMAS = (
    "journal_mode=OFF",
    "synchronous=OFF",
    "foreign_keys=OFF",
    "ignore_check_constraints=ON",
    "cache_size=-400000",
)


def main() -> None:
    """Make the store that the command line asks for."""
    parser = argparse.ArgumentParser(description="Make a believable store of any size.")
    parser.add_argument("--sessions", type=int, default=10_000)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--store", type=Path, required=True)
    asked = parser.parse_args()
    if asked.store.exists():
        sys.exit(f"{asked.store} exists already.")
    begun = time.perf_counter()
    generate(asked.store, asked.sessions, asked.people, asked.seed)
    size = asked.store.stat().st_size / 1e6
    print(f"{asked.sessions} conversations in {time.perf_counter() - begun:.1f} s, {size:.0f} MB")


if __name__ == "__main__":
    main()
