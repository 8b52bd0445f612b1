"""`history prune`: what was removed can be forgotten at once, with every byte of it."""

import os
from datetime import datetime

import pytest

WORD = "Zilverreiger"


@pytest.fixture
def used(call):
    """A journal with a person who was removed in summer, and one who came in autumn."""
    for day, words in (
        ("2026-06-01", ("coachee", "new", WORD, "--handle", "zil")),
        ("2026-06-02", ("coachee", "remove", "zil", "--yes")),
        ("2026-07-20", ("coachee", "new", "Bo")),
        ("2026-08-20", ("coachee", "edit", "bo", "--name", "Bo Peeters")),
    ):
        assert call(*words, env={"COACHLOG_NOW": f"{day}T09:00:00Z"}).code == 0
    return {"COACHLOG_NOW": "2026-08-20T10:00:00Z"}


def holding(files):
    """The files that have the word, in whatever case."""
    word = WORD.lower().encode()
    return [file for file in files if file.exists() and word in file.read_bytes().lower()]


def commands(call):
    return [step["command"] for step in call("history", "--json").json]


def test_it_shows_what_goes_and_needs_a_yes(call, used):
    refused = call("history", "prune", "--days", "1", env=used)
    done = call("history", "prune", "--days", "1", "--yes", env=used)

    assert refused.code == 2
    assert "2 steps" in done.err
    assert "1 Jun 2026" in done.err
    assert "2 Jun 2026" in done.err
    assert commands(call) == ["coachee edit", "coachee new"]


def test_no_byte_of_what_is_forgotten_is_left_in_the_journal(call, program, used):
    files = [program.store, program.store.with_name(program.store.name + "-wal")]
    assert holding(files)

    assert call("history", "prune", "--all", "--yes", env=used).code == 0

    assert holding(files) == []
    assert commands(call) == []
    assert call("coachee", "show", "bo", "--json").json["name"] == "Bo Peeters"
    assert call("undo", "--yes").code != 0


def test_nor_is_there_one_when_its_days_of_use_are_over(call, program, used):
    """The index only marks what is gone, and free pages keep it, unless they are cleaned."""
    files = [program.store, program.store.with_name(program.store.name + "-wal")]
    call("config", "set", "log_days", "1")

    for day in ("2026-08-21", "2026-08-22"):
        at_nine = {"COACHLOG_NOW": f"{day}T09:00:00Z"}
        assert call("coachee", "edit", "bo", "--team", day, env=at_nine).code == 0

    assert commands(call) == ["coachee edit", "coachee edit"]
    assert holding(files) == []
    assert call("search", "peeters").code == 0


def test_a_step_that_was_taken_back_and_can_be_done_again_stays(call, used):
    assert call("undo", "--yes", env=used).code == 0

    call("history", "prune", "--days", "0", "--yes", env={"COACHLOG_NOW": "2026-08-20T09:59:00Z"})

    assert commands(call)[:2] == ["undo", "coachee edit"]
    assert call("redo", env=used).code == 0


@pytest.mark.parametrize("words", [("--days", "x"), ("--days", "-1"), ("--days", "3", "--all")])
def test_what_makes_no_sense_is_refused(words, call, used):
    told = call("history", "prune", *words, "--yes", env=used)

    assert told.code in (2, 4)
    assert told.err.count("\n") == 2
    assert len(commands(call)) == 4


def test_where_nothing_is_old_nothing_is_asked(call, used):
    told = call("history", "prune", env=used)

    assert (told.code, told.err) == (0, "There is nothing to forget.\n")


def test_the_days_of_the_history_can_be_chosen(call, used):
    assert call("config", "set", "log_days", "2").code == 0
    at_nine = {"COACHLOG_NOW": "2026-08-22T09:00:00Z"}

    assert call("coachee", "edit", "bo", "--team", "Care", env=at_nine).code == 0

    assert commands(call) == ["coachee edit", "coachee edit", "coachee new"]
    assert "another 2 days of use" in call("coachee", "remove", "bo", "--yes").err


def test_only_days_on_which_something_was_saved_count(call, used):
    years_later = {"COACHLOG_NOW": "2032-08-20T10:00:00Z"}

    for words in ("today", "history", "history prune"):
        told = call(*words.split(), env=years_later)

    assert told.err == "There is nothing to forget.\n"
    # Of four days, today is one: three came after 2 June.
    told = call("history", "prune", "--days", "3", "--yes", env=years_later)
    assert "1 step of Mon 1 Jun 2026 will" in told.err


@pytest.mark.parametrize("value", ["0", "-1", "36501", "many", "9" * 5000])
def test_a_number_of_days_that_makes_no_sense_is_refused(value, call):
    told = call("config", "set", "log_days", "--", value)

    assert told.code == 4
    assert "from 1 to 36500" in told.err


def test_a_longer_history_outlives_a_shorter_one(call, used):
    for number in range(6):
        if number % 3 == 0:
            assert call("config", "set", "log_days", ("4", "400")[number // 3]).code == 0
        at = {"COACHLOG_NOW": f"{2100 + number}-12-22T09:00:00Z"}
        assert call("coachee", "edit", "bo", "--team", str(number), env=at).code == 0

    assert len(commands(call)) == 8  # of the ten, two went in the first years
    assert call("history", "prune", env=at).err == "There is nothing to forget.\n"


@pytest.fixture
def rescued(program):
    """Three files with text that could not be saved, of a month, a clock ahead and one behind."""
    folder = program.folder / "home/.local/state/coachlog/log"
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"edit-{number}-abcdefgh.txt" for number in range(3)]
    for file, when in zip(files, ("2026-06-01", "2199-01-01", "2001-01-01"), strict=True):
        file.write_text(WORD, encoding="utf-8")
        seconds = datetime.fromisoformat(f"{when}T09:00:00Z").timestamp()
        os.utime(file, (seconds, seconds))
    return files


def test_text_that_could_not_be_saved_goes_with_the_history(call, used, rescued):
    """One look at the files in each list, so that a clock that is right again finds them."""
    call("config", "set", "log_days", "3")
    told = call("coachee", "remove", "bo", "--yes", env=used)
    assert all(str(file) in told.err for file in rescued)
    assert call("undo", "--yes", env=used).code == 0

    call("config", "set", "log_days", "1")
    told = call("coachee", "remove", "bo", "--yes", env=used)

    assert [file.exists() for file in rescued] == [False, True, True]
    assert "another 1 day of use" in told.err
