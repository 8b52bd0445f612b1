"""`history prune`: what was removed can be forgotten at once, with every byte of it."""

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
    refused = call("history", "prune", "--days", "60", env=used)
    done = call("history", "prune", "--days", "60", "--yes", env=used)

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
    assert call("config", "set", "log_days", "40").code == 0
    for day in ("2026-08-22", "2026-08-24"):
        at_nine = {"COACHLOG_NOW": f"{day}T09:00:00Z"}
        assert call("coachee", "edit", "bo", "--team", day, env=at_nine).code == 0

    call("coachee", "edit", "bo", "--team", "2026-08-24", env=at_nine)
    assert commands(call) == ["coachee edit"] * 3 + ["coachee new"]
    assert "another 40 days" in call("coachee", "remove", "bo", "--yes").err


@pytest.mark.parametrize("value", ["0", "-1", "36501", "many", "9" * 5000])
def test_a_number_of_days_that_makes_no_sense_is_refused(value, call):
    told = call("config", "set", "log_days", "--", value)

    assert told.code == 4
    assert "from 1 to 36500" in told.err


def test_a_longer_history_outlives_the_usual_days(call, used):
    assert call("config", "set", "log_days", "400").code == 0
    for day in ("2026-12-22", "2026-12-24"):
        at_nine = {"COACHLOG_NOW": f"{day}T09:00:00Z"}
        assert call("coachee", "edit", "bo", "--team", day, env=at_nine).code == 0

    assert len(commands(call)) == 6
    told = call("history", "prune", env=at_nine)
    assert told.err == "There is nothing to forget.\n"
