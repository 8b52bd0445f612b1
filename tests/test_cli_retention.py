"""`retention`: until when the notes about each person are kept, and who is due."""

from tests.conftest import refused, talk


def clocks(call, command="list"):
    return [
        (line["coachee"], line["retention_on"] or line["suggested_on"], line["state"])
        for line in call("retention", command, "--json").json
    ]


def test_each_person_has_a_clock_of_their_own(call, keep):
    keep(talk(coachee="Amina"), talk(coachee="Bo"), talk(coachee="Cem"))
    assert clocks(call) == [("amina", None, "open"), ("bo", None, "open"), ("cem", None, "open")]
    assert call("trajectory", "close", 3, "--on", "2025-03-05").code == 0
    assert call("coachee", "edit", "bo", "--retention-on", "2026-12-24").code == 0

    assert clocks(call) == [
        ("cem", "2026-03-05", "due"),
        ("bo", "2026-12-24", "kept"),
        ("amina", None, "open"),
    ]
    assert clocks(call, "due") == [("cem", "2026-03-05", "due")]
    assert "coachlog erase cem" in call("retention", "due").err
    assert call("config", "set", "retention_days", "1000").code == 0
    assert clocks(call)[1] == ("cem", "2027-11-30", "open")
    assert clocks(call, "due") == []


def test_the_day_that_is_over_is_told_and_can_be_moved(call, keep):
    keep(talk(coachee="Amina"))
    assert call("retention", "keep", "amina", "24/12/2026").code == 0
    later = {"COACHLOG_NOW": "2027-02-01T09:00:00Z"}
    today = call("today", "--plain", env=later)
    assert "coachlog retention due" in today.out

    kept = call("retention", "keep", "amina", "30/6/2028", "--reason", "A complaint", env=later)

    assert "The notes about Amina are kept until" in kept.err
    person = call("coachee", "show", "amina", "--json").json
    assert (person["retention_on"], person["retention_reason"]) == ("2028-06-30", "A complaint")
    assert "A complaint" in call("coachee", "show", "amina", "--plain").out
    assert call("undo", "--yes").code == 0
    assert call("coachee", "show", "amina", "--json").json["retention_reason"] is None


def test_a_reason_alone_keeps_them_without_a_day(call, keep):
    keep(talk(coachee="Amina"))
    call("trajectory", "close", 1, "--on", "2024-03-05")
    assert clocks(call, "due") == [("amina", "2025-03-05", "due")]

    assert call("retention", "keep", "amina", "--reason", "The law").code == 0

    assert clocks(call) == [("amina", None, "kept")]


def test_what_cannot_be_is_refused(call, keep):
    keep(talk(coachee="Amina"))

    refused(call("retention", "keep", "amina"), 2, "not said until when")
    refused(call("retention", "keep", "amina", "1/1/2020"), 4, "cannot be kept until")
    refused(call("retention", "keep", "bob", "1/1/2030"), 3, "Nobody is called bob")
    refused(call("config", "set", "retention_days", "0"), 4)
    assert "1 days" not in call("retention", "due").err
