"""What a search costs: no more in a big journal, and what it finds is read as it is walked."""

import sqlite3
from contextlib import closing
from itertools import islice

import pytest

from coachlog.store.connection import Reader, open_reader
from coachlog.views.search.hits import SearchQuery, hits
from generate import generate
from tests.conftest import Explained


@pytest.fixture(scope="module")
def stores(tmp_path_factory):
    """A small journal and one that is thirty times as big, made up."""
    folder = tmp_path_factory.mktemp("stores")
    for size in SIZES:
        generate(folder / str(size), size)
    return folder


SIZES = (100, 3_000)
SEARCHES = {
    "two common words": SearchQuery('"de" AND "een"'),
    "a rare word": SearchQuery('"emploi"'),
    "of a noun": SearchQuery('"planning"', noun="action"),
    "of a noun of which there are few": SearchQuery('"amina"', noun="coachee"),
    "of a stage": SearchQuery('"een"', stage="reality"),
    "of late": SearchQuery('"een"', since="2020-01-01"),
    "shared": SearchQuery('"een"', shared=True),
}


@pytest.mark.parametrize("name", SEARCHES)
def test_a_search_is_as_quick_in_a_big_journal(stores, name):
    """Steps of SQLite's machine, for a clock says nothing on a busy machine."""
    few, many = (steps(stores / str(size), SEARCHES[name]) for size in SIZES)

    assert many <= few * 1.25 + 300


@pytest.mark.parametrize("wish", [*SEARCHES.values(), SearchQuery('"een"', best=True)])
def test_no_search_sorts_what_it_finds(stores, wish):
    with open_reader(stores / str(SIZES[0])) as reader:
        explained = Explained(reader)
        list(hits(explained, wish))

    assert explained.steps[0].startswith("SCAN search VIRTUAL TABLE")
    assert not any("TEMP B-TREE" in step for step in explained.steps)


def test_a_search_of_one_person_costs_what_there_is_of_that_person(stores):
    """However long ago the last conversation was, and however many others there were since."""
    with open_reader(stores / str(SIZES[1])) as reader:
        last = "select coachee_id from session group by coachee_id order by max(starts_at) limit 1"
        person = reader.value(last)

    mine = steps(stores / str(SIZES[1]), SearchQuery('"een"', person=person))

    assert mine < steps(stores / str(SIZES[1]), SearchQuery('"een"', until="2017-01-01")) / 3


def steps(store, wish):
    """How many steps SQLite takes for the first page."""
    count = 0

    def step():
        nonlocal count
        count += 1
        return 0

    with closing(sqlite3.connect(store)) as connection:
        connection.set_progress_handler(step, 1)
        list(islice(hits(Reader(store, connection), wish), 11))
    return count
