"""Files that are harmed in some place: a journal opens right, is refused with a word, or rescued.

A few places by default; `COACHLOG_KILLS=200` tries a thousand. `-s` shows the figures.

A record counts as undamaged if no byte of its own page, nor of those on which it goes on, was
touched; it is back if each of its fields is, but for a reference to a record that is gone. What was
silent is counted too: an answer that is not that of the whole journal, with exit
code 0 and not a word.
"""

import json
import random
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from coachlog.base.errors import UNAVAILABLE
from coachlog.schema.tables import TABLES
from coachlog.store.backup_check import problem_of
from coachlog.store.expected import SCHEMA
from coachlog.store.salvage.page_rows import PageRows
from coachlog.store.salvage.pages import FilePages
from coachlog.store.salvage.trees import Walk, cells
from tests.faults.kills import KILLS

PLACES = KILLS
PAGE = 4096
READS = (
    ("session", "list", "--limit", "0", "--json"),
    ("export", "csv", "answers"),
    ("coachee", "list", "--limit", "0", "--json"),
)
LEAST_BACK = 0.95


class Whole(NamedTuple):
    """A journal before it is harmed: its file and log, its records, and where each of them lies."""

    data: bytes
    log: bytes
    records: dict[tuple[str, str], tuple[object, ...]]
    places: dict[tuple[str, str], set[int]]
    answers: dict[tuple[str, ...], str]


class Harmed(NamedTuple):
    """What is left of a journal: its file, its log, and the pages of which a byte was touched."""

    data: bytes
    log: bytes
    pages: set[int]


def records_in(path):
    """All records of a store by table and id."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as store:
        return {
            (table, str(row[0])): row
            for table in TABLES
            for row in store.execute(f'select * from "{table}"')
        }


def places_of(data, log):
    """The pages on which each record lies."""
    pages = FilePages(data, log)
    source, walk, places = PageRows(pages, SCHEMA), Walk(pages), {}
    for table in TABLES:
        for node in walk.nodes(source.roots[table], (5, 13)):
            for cell in cells(pages, node):
                places[table, str(cell.values[0])] = set(cell.pages)
    return places


@pytest.fixture
def whole(call, program):
    """A journal of many kinds of records, the last of them in the log that a program left."""
    assert call("demo").code == 0
    demo = next((program.folder / "home").rglob("demo.sqlite"))
    store = program.store
    shutil.copyfile(demo, store)
    talks = [
        {"coachee": name, "date": f"2026-{month:02}-0{day}T14:00", "topic": f"Topic {month} {day}",
         "summary": f"Said {month} {day}. " * (8 * day)}
        for name in ("amina", "Zita")
        for month in range(1, 11)
        for day in (1, 3)
    ]  # fmt: skip
    lines = "\n".join(map(json.dumps, talks))
    assert call("session", "new", "--from", "-", stdin=lines).code == 0
    with closing(sqlite3.connect(store)) as other:  # keeps the log from being taken over
        other.execute("select 1 from meta").fetchone()
        for number in range(3):
            assert call("coachee", "new", "--name", f"Late {number}").code == 0
        data, log = store.read_bytes(), Path(f"{store}-wal").read_bytes()
    answers = {words: call(*words).out for words in READS}
    places = places_of(data, log)
    records = records_in(store)
    assert places.keys() == records.keys()
    return Whole(data, log, records, places, answers)


def flipped(chance, data, times):
    harmed = bytearray(data)
    places = [chance.randrange(len(data)) for _each in range(times)]
    for place in places:
        harmed[place] ^= 1 << chance.randrange(8)
    return bytes(harmed), {place // PAGE + 1 for place in places}


def zeroed(chance, data, size, times):
    harmed = bytearray(data)
    starts = [size * chance.randrange(len(data) // size) for _each in range(times)]
    for start in starts:
        harmed[start : start + size] = bytes(size)
    return bytes(harmed), {start // PAGE + 1 for start in starts}


def harm(chance, kind, whole, foreign):
    """Do one kind of harm to a whole journal."""
    data, log = whole.data, whole.log
    in_log = set(pages_of_log(log))
    if kind == "cut short":
        end = chance.randrange(PAGE, len(data))
        lost = set(range(end // PAGE + 1, len(data) // PAGE + 1)) - in_log
        return Harmed(data[:end], log, lost)
    if kind in ("foreign log", "older log"):
        return Harmed(whole_file(whole), foreign[kind], set())
    if kind == "flipped log":
        place = chance.randrange(32, len(log))
        harmed = bytearray(log)
        harmed[place] ^= 1 << chance.randrange(8)
        return Harmed(data, bytes(harmed), in_log)
    if kind == "flipped bits":
        harmed, pages = flipped(chance, data, chance.choice([1, 1, 5, 50]))
    elif kind == "zeroed pages":
        harmed, pages = zeroed(chance, data, PAGE, chance.choice([1, 1, 3, 20]))
    else:
        harmed, pages = zeroed(chance, data, 512, chance.choice([1, 1, 4]))
    return Harmed(harmed, log, pages - in_log)


KINDS = (
    "flipped bits",
    "zeroed pages",
    "cut short",
    "zeroed sectors",
    "flipped log",
    "foreign log",
    "older log",
)


def pages_of_log(log):
    return [int.from_bytes(log[at : at + 4], "big") for at in range(32, len(log) - PAGE, PAGE + 24)]


def whole_file(whole):
    """The file with its log taken over."""
    pages = FilePages(whole.data, whole.log)
    return b"".join(pages.page(number) for number in range(1, pages.count + 1))


@pytest.fixture
def foreign(call, program, whole, tmp_path):
    """Logs of another journal, and of the same one on an earlier day."""
    other = tmp_path / "other.sqlite"
    assert call("--store", other, "coachee", "new", "--name", "Else").code == 0
    with closing(sqlite3.connect(other)) as keeper:
        keeper.execute("select 1 from meta").fetchone()
        for number in range(20):
            assert call("--store", other, "coachee", "new", "--name", f"E {number}").code == 0
        of_another = Path(f"{other}-wal").read_bytes()
    return {"foreign log": of_another, "older log": whole.log[: 32 + 3 * (PAGE + 24)]}


def put(program, harmed):
    for path in program.folder.glob(f"{program.store.name}*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for checked in program.folder.rglob("checks.txt"):
        checked.unlink()
    program.store.write_bytes(harmed.data)
    program.store.chmod(0o600)
    if harmed.log:
        Path(f"{program.store}-wal").write_bytes(harmed.log)
    return state(program)


def state(program):
    """The bytes of the store and of its log."""
    files = (program.store, Path(f"{program.store}-wal"))
    return [file.read_bytes() if file.exists() else b"" for file in files]


def is_back(record, found, gone):
    """Whether a record is as it was, but for references to records that are gone."""
    return found is not None and all(
        now == before or (now is None and before in gone)
        for before, now in zip(record, found, strict=True)
    )


def test_whatever_is_harmed_is_told_or_rescued(call, program, whole, foreign, tmp_path, capsys):
    chance, seen, back, undamaged = random.Random(16), Counter(), Counter(), Counter()
    least = 1.0
    for number in range(PLACES):
        kind = KINDS[number % len(KINDS)]
        harmed = harm(chance, kind, whole, foreign)
        before = put(program, harmed)

        refused = False
        for words in READS:
            result = call(*words, env={"COACHLOG_BACKUP": "yes"})
            assert result.code in (0, UNAVAILABLE), result.err
            assert state(program) == before, "a read alters nothing"
            refused = refused or result.code == UNAVAILABLE
            if result.code or result.err:
                assert "doctor --rescue FILE" in result.err
            elif result.out != whole.answers[words] and not result.err:
                is_shorter = len(result.lines) < len(whole.answers[words].splitlines())
                seen[f"{kind}: {'fewer rows' if is_shorter else 'other words'}, silent"] += 1
        written = call("coachee", "new", "--name", "Newcomer")
        assert written.code in (0, UNAVAILABLE), written.err
        if written.code:
            assert state(program) == before, "a write that fails alters nothing"
        seen[f"{kind}: {'refused' if refused else 'opened'}"] += 1

        left = state(program)
        target = tmp_path / f"rescued-{number}.sqlite"
        rescued = call("doctor", "--rescue", target, "--json")
        assert state(program) == left, "a rescue alters nothing"
        if rescued.code == UNAVAILABLE:
            assert not target.exists()
            found = {}
        else:
            assert rescued.code == 0
            assert problem_of(target) == ""
            assert target.stat().st_mode & 0o777 == 0o600
            found = records_in(target)
        sound = [key for key, pages in whole.places.items() if not pages & harmed.pages]
        gone = {record_id for _noun, record_id in whole.records.keys() - set(sound)}
        kept = sum(is_back(whole.records[key], found.get(key), gone) for key in sound)
        back[kind] += kept
        undamaged[kind] += len(sound)
        least = min(least, kept / len(sound) if sound else 1.0)
        assert kept >= LEAST_BACK * len(sound), (number, kind, rescued.err)
        if written.code == 0:
            assert any(
                row[2] == "Newcomer" for (noun, _), row in found.items() if noun == "coachee"
            )
        target.unlink(missing_ok=True)
    # The last transaction of a log looks like one that was being written when a program was killed.
    assert [each for each in seen if "fewer rows" in each and "log" not in each] == []
    with capsys.disabled():
        print(f"\n{PLACES} places in {len(whole.records)} records, {dict(seen)}")
        for kind in KINDS:
            print(f"  {kind}: {back[kind]} of {undamaged[kind]} undamaged records back")
        print(f"  worst place: {least:.1%}")
