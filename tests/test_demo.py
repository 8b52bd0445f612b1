"""`demo`: a year of coaching in a throw-away journal, apart from the coach's own."""

import json
import os
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from coachlog.admin.demo import REFERENCE, YEAR, year
from tests.conftest import ROOT, refused

EXAMPLE_YEAR = ROOT / "examples" / "year" / "journal.jsonl"
LANGUAGES = ("nl", "fr", "en")


@pytest.fixture
def cache(program):
    """The folder of what can be made anew, of this test alone."""
    folder = program.folder / "home" / ".cache"
    return folder / "coachlog" / "demo.sqlite"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_shows_a_year_in_the_language_of_the_coach(call, cache, language):
    told = call("demo", "--lang", language)

    assert told.code == 0, told.err
    assert {"nl": "overdracht", "fr": "transmission", "en": "handover"}[language] in told.out
    assert "coachlog demo prep amina" in told.err
    assert cache.exists()


def test_the_journal_of_the_coach_is_not_touched(call, program, keep, cache):
    keep({"coachee": "Bo", "date": "2026-11-02T14:00"})
    before = program.store.read_bytes()

    for words in (("demo",), ("demo", "goal", "score", "2", "7"), ("demo", "coachee", "list")):
        assert call(*words).code == 0

    assert program.store.read_bytes() == before


@pytest.mark.parametrize("name", ["demo.sqlite", "demo.sqlite.part", "demo.sqlite-wal", ""])
@pytest.mark.parametrize("words", [(), ("today",)])
def test_where_it_cannot_be_made_the_place_is_told(call, cache, name, words):
    """As on a read-only home: never an accident."""
    if name:
        (cache.parent / name).mkdir(parents=True)
    else:
        cache.parent.parent.parent.mkdir(parents=True)
        cache.parent.parent.write_text("no folder")

    told = call("demo", *words)

    if told.code:
        assert told.code == 5
        assert str(cache.parent) in told.err
    else:
        assert name in ("demo.sqlite", "demo.sqlite-wal")
        assert words


def test_a_closed_cache_is_told_with_its_place(call, cache, monkeypatch):
    assert call("demo").code == 0

    def closed(path, **_options):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "unlink", closed)

    refused(call("demo"), 5, f"{cache} cannot be written: Permission denied")


def test_what_begins_with_demo_works_on_the_throw_away_journal(call, cache):
    call("demo")

    people = [line.split("\t")[0] for line in call("demo", "coachee", "list").lines]
    scored = call("demo", "goal", "score", "2", "7")

    assert people == ["amina", "lander", "sofie"]
    assert "coachlog demo goal show 2" in scored.err


@pytest.mark.parametrize(
    "words",
    [
        ("workability", "list"),
        ("growth", "list"),
        ("observation", "list"),
        ("objective", "list"),
        ("contact", "list"),
        ("refer", "--list"),
        ("export", "csv", "releases"),
        ("export", "csv", "goal_levels"),
        ("export", "csv", "goal_links"),
    ],
    ids=" ".join,
)
def test_it_has_something_of_all(call, cache, words):
    assert len(call("demo", *words, "--lang", "nl").lines) >= 1 + (words[0] == "export")


def test_it_is_made_where_it_is_not_there_yet(call, cache):
    assert call("demo", "prep", "amina").code == 0
    assert cache.exists()


def test_it_is_made_anew_each_time(call, cache):
    call("demo")
    call("demo", "coachee", "new", "--name", "Bo")

    call("demo")

    assert len(call("demo", "coachee", "list").lines) == 3


def test_the_year_ends_this_week_whatever_the_day(call, cache):
    for now in ("2026-11-24T09:00:00Z", "2027-03-06T22:00:00Z", "2025-02-10T09:00:00Z"):
        env = {"COACHLOG_NOW": now}
        assert call("demo", env=env).code == 0

        found = call("demo", "today", "--json", env=env).json

        ahead = [each for each in found if each["kind"] == "planned"]
        assert [each["coachee"] for each in ahead] == ["amina"]
        assert 8 <= (date.fromisoformat(ahead[0]["on"]) - date.fromisoformat(now[:10])).days <= 14
        assert {"overdue", "unseen"} <= {each["kind"] for each in found}


def test_a_usage_error_is_told_with_what_was_typed(call, cache):
    refused(call("demo", "session", "shw"), 2, "There is no command shw")


def test_its_help_is_its_own(call):
    assert "temporary journal" in call("demo", "--help").out


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions mean nothing to root")
def test_a_folder_that_cannot_be_written_is_told(call, program):
    (program.folder / "home").mkdir(mode=0o500)

    refused(call("demo"), 5, "home")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_of_the_year_is_there_in_each_language(language):
    texts = [json.loads(line) for line in YEAR.read_text(encoding="utf-8").splitlines()]

    def leaves(value):
        if isinstance(value, dict):
            if set(value) & set(LANGUAGES):
                yield value
            else:
                for each in value.values():
                    yield from leaves(each)
        elif isinstance(value, list):
            for each in value:
                yield from leaves(each)

    assert all(leaf[language].strip() for text in texts for leaf in leaves(text))
    assert all(set(leaf) == set(LANGUAGES) for text in texts for leaf in leaves(text))


def test_the_example_holds_the_conversations_of_the_year():
    """To write it anew: COACHLOG_SNAPSHOTS=write."""
    talks = [given for noun, given in year("nl", REFERENCE) if noun == "session"]
    now = "".join(json.dumps(talk, ensure_ascii=False) + "\n" for talk in talks)
    if os.environ.get("COACHLOG_SNAPSHOTS") == "write":
        EXAMPLE_YEAR.write_text(now, encoding="utf-8")

    assert EXAMPLE_YEAR.read_text(encoding="utf-8") == now


def test_the_example_can_be_kept_by_anybody(call, program):
    for name in ("Amina El Idrissi", "Lander Maes", "Sofie Peeters"):
        call("coachee", "new", "--name", name)

    kept = call("session", "new", "--from", EXAMPLE_YEAR)

    assert kept.code == 0, kept.err
    with closing(sqlite3.connect(program.store)) as store:
        counted = store.execute("select count(*) from session").fetchone()
    assert counted == (len(Path(EXAMPLE_YEAR).read_text(encoding="utf-8").splitlines()),)
