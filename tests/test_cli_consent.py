"""Consent to notes about workable work: with its day, and when it is withdrawn nothing is left."""

import json
import sqlite3
from contextlib import closing

import pytest

from tests.conftest import refused, talk

MARKERS = ("SAID-ONCE", "SAID-REMOVED", "SAID-CHANGED")


@pytest.fixture
def amina(call, keep):
    """Amina, with a goal."""
    keep(talk(goals=[{"statement": "Lead"}]))


def checked(call, *words):
    return call("workability", "new", "--coachee", "amina", *words)


def consents(call):
    return [
        (row["agreed_on"], row["withdrawn_on"]) for row in call("export", "csv", "consents").rows
    ]


def test_wanted_is_a_consent_that_is_kept_with_its_day(amina, call):
    told = checked(call, "--learning", 6)
    assert (told.code, "Nobody said whether Amina" in told.err) == (2, True)
    assert checked(call, "--learning", 6, "--wanted").code == 0
    assert checked(call, "--learning", 7).code == 0
    assert checked(call, "--learning", 7, "--wanted", "--on", "2026-11-01").code == 0

    assert consents(call) == [("2026-11-24", "")]


def test_it_can_be_noted_beforehand(amina, call):
    assert call("workability", "consent", "amina", "--on", "2026-10-01").code == 0
    again = call("workability", "consent", "amina")

    assert "already" in again.err
    assert consents(call) == [("2026-10-01", "")]
    assert checked(call, "--learning", 6).code == 0


def test_it_is_not_asked_by_who_appraises(amina, call):
    call("trajectory", "edit", 1, "--kind", "manager")

    refused(call("workability", "consent", "amina"), 4, "You appraise Amina")
    assert call("workability", "withdraw", "amina", "--yes").code == 0


def test_the_page_of_the_person_tells_it(amina, call, screen):
    call("workability", "consent", "amina", "--on", "2026-10-01")
    assert "Workable work  Thu 1 Oct 2026" in screen("coachee", "show", "amina")
    call("workability", "withdraw", "amina", "--yes")

    shown = screen("coachee", "show", "amina")
    assert "withdrawn Tue 24 Nov 2026" in shown
    [known] = call("coachee", "show", "amina", "--json").json["consents"]
    assert (known["about"], known["withdrawn_on"]) == ("workability", "2026-11-24")


def whole_store(program):
    """Every value of every table, and the file as it is."""
    with closing(sqlite3.connect(program.store)) as store:
        store.execute("pragma wal_checkpoint(truncate)")
        return program.store.read_bytes() + "\n".join(store.iterdump()).encode()


def full_of_traces(call):
    """Check-ins that were made, changed, removed and brought back, and lenses of goals."""
    assert checked(call, "--stress", 2, "--note", MARKERS[0], "--wanted").code == 0
    assert checked(call, "--stress", 3, "--note", MARKERS[1]).code == 0
    assert call("workability", "edit", 1, "--note", MARKERS[2]).code == 0
    assert call("workability", "remove", 2, "--yes").code == 0
    assert call("goal", "edit", 1, "--lens", "stress").code == 0
    assert call("goal", "new", "--coachee", "amina", "--statement", "Two").code == 0
    assert call("goal", "edit", 2, "--lens", "support").code == 0
    assert call("goal", "remove", 2, "--yes").code == 0
    assert call("undo", "--yes").code == 0


def test_withdrawn_nothing_of_it_is_left_anywhere(amina, call, program):
    full_of_traces(call)
    told = call("workability", "withdraw", "amina", "--yes")

    assert "Undo cannot bring it back" in told.err
    assert call("export", "csv", "checkins").rows == call("export", "csv", "goal_lenses").rows == []
    left = whole_store(program)
    assert [each for each in MARKERS if each.encode() in left] == []
    with closing(sqlite3.connect(program.store)) as store:
        nouns = {noun for (noun,) in store.execute("select noun from change")}
        empty = "select count(*) from operation where id not in (select operation from change)"
        assert not nouns & {"workability", "goal_lens", "consent"}
        assert store.execute(empty).fetchone() == (0,)
        assert store.execute("pragma foreign_key_check").fetchall() == []
    assert "check-in" not in call("history").out


def test_no_undo_brings_it_back(amina, call):
    full_of_traces(call)
    call("workability", "withdraw", "amina", "--yes")
    for _time in range(12):
        call("undo", "--yes")

    assert call("export", "csv", "checkins").rows == []
    assert call("export", "csv", "goal_lenses").rows == []
    call("redo")
    assert call("export", "csv", "checkins").rows == []


def test_what_others_said_stays(amina, call, keep):
    keep(talk(coachee="Bo"))
    full_of_traces(call)
    call("workability", "new", "--coachee", "bo", "--wanted", "--stress", 4, "--note", "BO-SAID")
    call("workability", "withdraw", "amina", "--yes")

    [left] = call("export", "csv", "checkins").rows
    assert left["note"] == "BO-SAID"
    assert call("workability", "edit", 3, "--note", "B").code == 0
    assert call("undo", "--yes").code == 0


def test_withdrawing_asks_first(amina, call):
    checked(call, "--wanted", "--stress", 2)

    refused(call("workability", "withdraw", "amina"), 2, "--yes")
    assert len(call("export", "csv", "checkins").rows) == 1


def test_withdrawn_it_can_be_given_again_and_is_needed_again(amina, call):
    checked(call, "--wanted", "--stress", 2)
    call("workability", "withdraw", "amina", "--yes")

    assert checked(call, "--stress", 3).code == 2
    refused(call("goal", "edit", 1, "--lens", "stress"), 4, "withdrew the consent")
    assert call("workability", "consent", "amina").code == 0
    assert checked(call, "--stress", 3).code == 0
    assert call("goal", "edit", 1, "--lens", "stress").code == 0
    assert (
        consents(call) == [("2026-11-24", ""), ("2026-11-24", "2026-11-24")]
        or len(consents(call)) == 2
    )


def test_check_ins_of_before_there_was_consent_can_be_withdrawn(amina, call, program):
    checked(call, "--wanted", "--stress", 2)
    with closing(sqlite3.connect(program.store)) as store:
        store.execute("delete from consent")
        store.commit()

    assert call("workability", "withdraw", "amina", "--yes").code == 0
    assert call("export", "csv", "checkins").rows == []


def test_where_nothing_was_agreed_nothing_is_withdrawn(amina, call):
    told = call("workability", "withdraw", "amina")

    assert (told.code, "nothing to withdraw" in told.err) == (0, True)


def test_a_person_who_is_merged_or_removed_takes_the_consent_along(amina, call, keep):
    keep(talk(coachee="Bo"))
    call("workability", "consent", "bo", "--on", "2026-10-01")
    assert call("coachee", "merge", "bo", "amina", "--yes").code == 0
    assert [row["coachee"] for row in call("export", "csv", "consents").rows] == ["amina"]

    assert call("coachee", "remove", "amina", "--yes").code == 0
    assert consents(call) == []


def test_json_gives_consent_as_well(amina, call):
    given = json.dumps({"coachee": "amina", "wanted": True, "stress": 2})
    assert call("workability", "new", "--from", "-", stdin=given).code == 0

    assert consents(call) == [("2026-11-24", "")]
