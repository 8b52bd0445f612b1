"""The rights of a person: consents in words, requests with their month, corrections."""

import json
import sqlite3
from contextlib import closing

import pytest

from coachlog.schema.field import WORDS
from coachlog.schema.tables import TABLES
from tests.conftest import refused, talk


@pytest.fixture
def amina(call, keep):
    """Amina, after a first conversation."""
    keep(talk(summary="Wants to leave", private_note="Tired", topic="Meetings"))


def consent(call, about, *more):
    return call("consent", "new", "--coachee", "amina", "--about", about, *more)


def test_a_consent_is_kept_in_words_found_and_taken_back(amina, call):
    assert consent(call, "talks", "--words", "You may stop at any time").code == 0

    [kept] = call("consent", "list", "--coachee", "amina", "--json").json
    assert kept == {
        "number": 1,
        "coachee": "amina",
        "about": "talks",
        "agreed_on": "2026-11-24",
        "withdrawn_on": None,
        "words": "You may stop at any time",
    }
    assert "consent" in call("search", "stop at any time").out
    assert call("consent", "edit", 1, "--words", "Stop when you like").code == 0
    assert "Stop when you like" in call("consent", "show", 1).out
    call("undo")
    assert "You may stop" in call("consent", "show", 1).out
    refused(consent(call, "talks"), 4, "Amina already agreed")
    call("consent", "remove", 1, "--yes")
    assert call("consent", "list").out == ""


def test_consents_go_into_another_journal_as_they_are(amina, call):
    consent(call, "talks", "--words", "Yes")
    call("consent", "withdraw", 1)
    exported = call("consent", "list", "--json").json
    call("consent", "remove", 1, "--yes")

    for each in exported:
        assert call("consent", "new", "--from", "-", stdin=json.dumps(each)).code == 0

    [again] = call("consent", "list", "--json").json
    assert again == exported[0] | {"number": 2}


def test_who_no_longer_wants_to_talk_is_not_planned_or_noted(amina, call):
    consent(call, "talks", "--on", "2026-11-01")
    assert "No new conversation" in call("consent", "withdraw", 1, "--on", "2026-11-20").err

    for words in (
        ("session", "plan", "amina", "2026-12-01T14:00"),
        ("session", "new", "--coachee", "amina", "--date", "2026-11-23T10:00"),
    ):
        refused(call(*words), 4, "Amina no longer wants these talks")
    earlier = ("session", "new", "--coachee", "amina", "--date", "2026-11-20T10:00")
    assert call(*earlier).code == 0
    assert consent(call, "talks").code == 0
    assert call("session", "plan", "amina", "2026-12-01T14:00").code == 0


def test_who_no_longer_wants_to_talk_is_not_missed(amina, call):
    call("trajectory", "edit", 1, "--rhythm-days", "7")
    consent(call, "talks", "--on", "2026-11-01")
    missed = [line["kind"] for line in call("today", "--json").json]
    call("consent", "withdraw", 1)

    assert "unseen" in missed
    assert call("today", "--json").json == []
    consent(call, "talks")
    assert "unseen" in [line["kind"] for line in call("today", "--json").json]


def test_a_talk_of_a_manager_is_no_matter_of_this_consent(amina, call):
    call("trajectory", "edit", 1, "--kind", "manager")
    consent(call, "talks", "--on", "2026-11-01")
    call("consent", "withdraw", 1, "--on", "2026-11-02")

    assert call("session", "plan", "amina", "2026-12-01T14:00").code == 0


def test_nothing_is_passed_on_after_that_was_withdrawn(amina, call):
    give = ("session", "release", 1, "--to", "Koen", "--agreed-by", "Amina")
    assert call(*give, "--text", "One").code == 0
    assert call(*give, "--text", "Two").code == 0
    call("session", "release", "--handed-over", 1)
    consent(call, "release")

    told = call("consent", "withdraw", 1)

    assert "1 released text withdrawn." in told.err
    refused(call(*give, "--text", "Three"), 4, "withdrew the consent to passing texts on")
    releases = call("export", "csv", "releases").rows
    assert [bool(row["withdrawn_on"]) for row in releases] == [False, True]
    call("undo")
    assert call(*give, "--text", "Three").code == 0


def test_figures_are_erased_by_either_command(amina, call):
    figures = ("--learning", 6, "--note", "Fine", "--wanted")
    assert call("workability", "new", "--coachee", "amina", *figures).code == 0
    assert rectify(call, "workability", 1, "--field", "note", "--text", "Not fine").code == 0

    assert call("consent", "withdraw", 1).code == 2
    assert call("consent", "withdraw", 1, "--yes").code == 0

    assert call("workability", "list").out == ""
    assert call("correction", "list").out == ""
    [kept] = call("consent", "list", "--json").json
    assert kept["withdrawn_on"] == "2026-11-24"


def test_a_wrong_consent_is_answered_by_one_line(amina, call):
    refused(consent(call, "everything"), 4, "everything")
    refused(call("consent", "withdraw", 7), 3, "There is no consent 7")
    consent(call, "log", "--on", "2026-11-10")
    refused(call("consent", "withdraw", 1, "--on", "2026-11-01"), 4, "which is later")
    call("consent", "withdraw", 1)
    assert "already" in call("consent", "withdraw", 1).err


DUE = {
    "2026-10-31": ("2026-11-30", 6),
    "2026-09-30": ("2026-10-30", -25),
    "2026-01-31": ("2026-02-28", -269),
}


@pytest.mark.parametrize("asked", DUE)
def test_a_request_has_a_month_which_today_counts(amina, call, asked):
    due, left = DUE[asked]
    assert call("dossier", "amina", "--requested", asked).code == 0

    [line] = [line for line in call("today", "--json").json if line["kind"] == "request"]
    assert (line["on"], line["value"], line["coachee"]) == (due, left, "amina")
    told = call("today", "--plain").out
    assert ("days late" if left < 0 else "6 days left") in told
    assert "coachlog dossier amina" in told
    assert call("dossier", "amina", "--answered", "today").code == 0
    assert not [line for line in call("today", "--json").json if line["kind"] == "request"]


def test_two_months_more_are_taken_within_the_first_and_with_a_reason(amina, call):
    call("request", "new", "--coachee", "amina", "--about", "erasure", "--on", "2026-11-01")
    refused(call("request", "extend", 1), 2, "--reason")
    assert call("request", "extend", 1, "--reason", "Much about others").code == 0

    [kept] = call("request", "list", "--json").json
    assert (kept["due_on"], kept["reason"]) == ("2027-02-01", "Much about others")
    refused(call("request", "extend", 1, "--reason", "Again"), 4, "answered or extended already")
    call("request", "new", "--coachee", "amina", "--on", "2026-10-01")
    refused(call("dossier", "amina", "--extended", "Late"), 4, "The month was over")
    refused(call("dossier", "amina", "--extended", "a", "--answered", "today"), 2, "Choose one")
    refused(call("request", "answer", 2, "--on", "2026-09-01"), 4, "which is later")
    assert "It was to be answered by" in call("request", "answer", 2).err
    refused(call("dossier", "amina", "--answered", "today"), 3, "no open request")


def rectify(call, *words):
    return call("rectify", *words)


def test_the_words_of_a_person_stand_beside_a_text_and_are_found(amina, call):
    told = rectify(call, "gesprek", 1, "--field", "summary", "--text", "I never said that")

    assert told.code == 0
    shown = call("session", "show", 1, "--plain").out
    assert "Wants to leave" in shown
    assert "I never said that" in shown
    assert call("session", "show", 1, "--json").json["corrections"][0]["field"] == "summary"
    assert "never said" in call("search", "never said").out
    call("undo")
    assert "corrections" not in call("session", "show", 1, "--json").json


@pytest.mark.parametrize(
    "typed", ["summary", "SUMMARY", " Summary ", "samenvatting", "Résumé", "resume", "2"]
)
def test_a_text_is_named_as_people_name_it(amina, call, typed):
    assert rectify(call, "session", 1, "--field", typed, "--text", "Not so").code == 0
    assert call("correction", "list", "--json").json[0]["field"] == "summary"


def test_people_read_what_was_put_right_in_words_and_programs_by_codes(amina, call):
    rectify(call, "session", 1, "--field", "summary", "--text", "Not so")

    page = call("correction", "show", 1, "--plain").out

    assert "conversation" in page
    assert "Summary" in page
    assert call("correction", "list").out.split("\t")[2:5] == ["session", "1", "summary"]
    assert call("correction", "show", 1, "--json").json["record"] == "session"


def test_a_text_is_replaced_and_the_old_words_are_not_kept_beside_it(amina, call):
    told = rectify(call, "session:1", "--field", "Summary", "--text", "Wants to stay", "--instead")

    assert "history" in told.err
    assert call("session", "show", 1, "--json").json["summary"] == "Wants to stay"
    [kept] = call("correction", "list", "--json").json
    assert (kept["how"], kept["statement"]) == ("instead", None)
    assert "Wants to leave" not in call("session", "show", 1, "--json").out
    call("undo")
    assert call("session", "show", 1, "--json").json["summary"] == "Wants to leave"
    assert call("correction", "list").out == ""


def test_a_correction_goes_with_its_record_and_comes_back_with_it(amina, call):
    rectify(call, "session", 1, "--field", "summary", "--text", "Not so")

    announced = call("session", "remove", 1, "--yes").err

    assert "1 correction" in announced
    assert call("correction", "list").out == ""
    call("undo")
    assert "Not so" in call("correction", "list").out


def test_corrections_and_consents_move_with_a_person_who_is_merged(amina, call):
    call("coachee", "new", "--name", "Amina Bos", "--context", "Nights")
    bos = call("coachee", "list", "--json").json[-1]["handle"]
    assert rectify(call, bos, "--field", "context", "--text", "Days now").code == 0
    call("consent", "new", "--coachee", bos, "--about", "log")

    assert call("coachee", "merge", bos, "amina", "--yes").code == 0

    assert "Days now" in call("coachee", "show", "amina", "--plain").out
    assert [each["coachee"] for each in call("consent", "list", "--json").json] == ["amina"]
    call("undo")
    assert "Days now" not in call("coachee", "show", "amina", "--plain").out


def test_those_who_have_a_text_are_to_be_told(amina, call):
    call("session", "release", 1, "--to", "Koen", "--agreed-by", "Amina", "--text", "One")
    call("session", "release", "--handed-over", 1)

    told = rectify(call, "session", 1, "--field", "summary", "--text", "Not so")

    assert "Somebody else has 1 text about this person" in told.err
    refused(
        rectify(call, "release", 1, "--field", "text", "--text", "Two", "--instead"),
        4,
        "A released text stays as it was given",
    )


def test_corrections_are_read_from_a_file_all_or_none(amina, call):
    good = {"record": "session", "record_number": 1, "field": "topic", "statement": "Not so"}
    bad = good | {"field": "reality.now"}

    lines = f"{json.dumps(good)}\n{json.dumps(bad)}\n"
    refused(call("rectify", "--from", "-", stdin=lines), 3, "has no text")
    assert call("correction", "list").out == ""
    assert call("rectify", "--from", "-", stdin=json.dumps(good)).code == 0
    exported = call("correction", "list", "--json").json
    assert call("rectify", "--from", "-", stdin=json.dumps(exported[0])).code == 0


def test_a_wrong_correction_is_answered_by_one_line(amina, call):
    refused(rectify(call), 2, "RECORD")
    refused(rectify(call, "session", 1, "--field", "summary"), 2, "--text")
    refused(rectify(call, "session", 9, "--field", "a", "--text", "b"), 3, "no session 9")
    refused(rectify(call, "houses", 9, "--field", "a", "--text", "b"), 2, "houses")
    told = rectify(call, "session", 1, "--field", "weather", "--text", "b")
    refused(told, 3, "weather")
    assert "topic, summary, private_note" in told.err


def test_it_is_asked_step_by_step(amina, call):
    told = call("rectify", "session", 1, typed="2\n1\nI never said that\n")

    assert told.code == 0
    assert "Wants to leave" in told.out + told.err
    [kept] = call("correction", "list", "--json").json
    assert (kept["how"], kept["statement"]) == ("beside", "I never said that")


ON_PERSON = ("coachee", "talent", "release", "onboarding")
"""Records without a page of their own: they stand on the page of the person."""


def test_every_record_with_a_text_can_be_put_right_and_shows_it(call, program):
    """Every noun that has a number and a text, as far as the example year has one."""
    call("demo")
    year = program.folder / "home" / ".cache" / "coachlog" / "demo.sqlite"
    tables = [
        table
        for table in TABLES.values()
        if table.find("number") and any(field.kind in WORDS for field in table.fields)
    ]
    tried = []
    for table in tables:
        with closing(sqlite3.connect(year)) as store:
            [number] = store.execute(f'select min(number) from "{table.name}"').fetchone()
        words = ("demo", "rectify", *table.command.split(), number)
        known = call(*words, "--field", "?", "--text", "x").err.rpartition("It has: ")[2]
        path = known.split(",")[0].strip(" .\n")
        if number is None or path == "–":
            continue
        told = call(*words, "--field", path, "--text", "MARKED")
        assert told.code == 0, (table.name, told.err)
        [line] = call("demo", "correction", "list", "--json", "--limit", 1).json
        on_person = ("coachee", "show", line["coachee"])
        own = (*table.command.split(), "show", number)
        show = on_person if table.name in ON_PERSON else own
        for form in ("--plain", "--json"):
            assert "MARKED" in call("demo", *show, form).out, (table.name, form)
        call("demo", "correction", "remove", line["number"], "--yes")
        tried.append(table.name)
    assert len(tried) > 12, tried


def test_the_guide_says_it_before_anything_is_asked(amina, call):
    consent(call, "talks", "--on", "2026-11-01")
    call("consent", "withdraw", 1, "--on", "2026-11-02")

    told = call("session", "new", "--coachee", "amina", "--method", "kolb", typed="Lost\n:stop\n")

    assert told.code == 4
    assert "Amina no longer wants these talks" in told.err
    assert call("today", "--json").json == []


def test_words_about_health_are_left_in_peace_with_consent_only(amina, call):
    """The list before a conversation is saved: with consent it is not shown."""

    def told():
        script = "I was ill\n" + ":done\n" * 3
        ended = call("session", "new", "--coachee", "amina", "--method", "kolb", typed=script)
        for number in range(1, 3):
            call("session", "discard", number, "--yes")
        return ended.out + ended.err

    assert "Words that may be sensitive" in told()
    consent(call, "health", "--words", "You may note that I am ill")
    assert "Words that may be sensitive" not in told()
    call("consent", "withdraw", 1)
    assert "Words that may be sensitive" in told()
