"""Receiving a newcomer: checklist, first talks, charter, and where else they are told."""

import itertools
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachlog.journal.onboarding import kit
from coachlog.journal.onboarding.working_days import is_working_day, working_day_from
from coachlog.schema.onboarding import MOMENTS, TASKS
from tests.conftest import refused, talk

FIRST_DAY = "2026-12-01"
ITEMS = 21


@pytest.fixture
def begin(call):
    """`begin(*options, who="Jonas Peeters")`: a newcomer who begins on the first of December."""

    def beginning(*options, who="Jonas Peeters"):
        return call("onboarding", "start", who, "--first-day", FIRST_DAY, *options)

    return beginning


@pytest.fixture
def items(call):
    return lambda who="jonas": call("onboarding", "list", who, "--json").json


def by_number(items):
    return {each["number"]: each for each in items}


def test_a_newcomer_gets_a_trajectory_a_checklist_and_three_talks(call, begin, items):
    told = begin("--manager", "Koen Maes", "--organisation", "Bakkerij", "--purpose", "Begin well")

    assert (told.code, told.out) == (0, "1\tjonas\n")
    trajectory = call("trajectory", "show", 1, "--json").json
    assert (trajectory["kind"], trajectory["starts_on"]) == ("onboarding", FIRST_DAY)
    assert (trajectory["sponsor"], trajectory["purpose"]) == ("Koen Maes", "Begin well")
    assert call("coachee", "show", "jonas", "--json").json["organisation"] == "Bakkerij"
    assert len(items()) == ITEMS
    assert {each["level"] for each in items()} == {None}
    talks = call("session", "list", "--ahead", "--json").json
    assert [(each["starts_at"][:10], each["method"], each["minutes"]) for each in talks] == [
        ("2026-12-07", "first_weeks", 30),  # 4 days later is a Saturday
        ("2026-12-31", "first_weeks", 30),
        ("2027-03-01", "three_way_end", 45),
    ]


def test_undo_takes_back_all_that_the_start_made(call, begin):
    begin()

    call("undo")

    assert call("coachee", "list", "--json").json == []
    assert call("onboarding", "list", "--json").json == []
    assert call("session", "list", "--ahead", "--json").json == []


def test_a_talk_can_be_moved_or_left_out(call, begin):
    begin("--week-1", "2026-12-03 14:00", "--month-3", "no")

    talks = call("session", "list", "--ahead", "--json").json
    assert [each["starts_at"][:16] for each in talks] == ["2026-12-03T13:00", "2026-12-31T08:00"]
    assert call("trajectory", "show", 1, "--json").json["planned_sessions"] == 2


def test_a_talk_whose_moment_has_passed_is_not_planned(call):
    call("onboarding", "start", "Jonas", "--first-day", "2026-11-02")

    talks = call("session", "list", "--ahead", "--json").json
    assert [each["topic"] for each in talks] == ["First month", "Third month, the three of you"]


def test_a_talk_in_the_past_is_refused_and_nothing_is_saved(call, begin):
    refused(begin("--week-1", "2026-11-02 14:00"), 4, "has passed")
    assert call("coachee", "list", "--json").json == []


def test_without_a_terminal_the_least_is_named(call):
    refused(call("onboarding", "start"), 2, "WHO", "--first-day")


def test_a_second_checklist_for_one_person_is_refused(begin):
    begin()

    refused(begin(), 4, "Jonas Peeters", "trajectory 1")


def test_the_start_as_json_has_the_items_and_the_conversations(begin):
    started = begin("--json").json

    assert (started["number"], started["coachee"]) == (1, "jonas")
    assert len(started["items"]) == ITEMS
    assert started["conversations"] == [1, 2, 3]


def test_items_of_an_earlier_newcomer_are_taken_over_and_are_to_do_again(call, begin, items):
    begin()
    call("onboarding", "add", "jonas", "Knows", "the", "gate", "--moment", "day_1")
    call("onboarding", "tick", "jonas", "3", "shown")

    begin("--from", 1, who="Sofie Baert")

    taken = items("sofie")
    assert len(taken) == ITEMS + 1
    assert {each["level"] for each in taken} == {None}
    assert ("Knows the gate", "day_1", "peter", None) in [
        (each["text"], each["moment"], each["task_of"], each["item"]) for each in taken
    ]


def test_a_trajectory_that_a_first_conversation_began_gets_its_checklist(call, keep, items):
    keep(talk(coachee="Jonas Peeters"))
    call("trajectory", "edit", 1, "--kind", "onboarding")
    assert "onboarding start jonas" in call("onboarding", "list", "jonas").err

    told = call("onboarding", "start", "jonas", "--first-day", FIRST_DAY, "--manager", "Koen Maes")

    assert told.out == "1\tjonas\n"
    assert len(items()) == ITEMS
    assert call("trajectory", "show", 1, "--json").json["sponsor"] == "Koen Maes"


@pytest.mark.parametrize(("number", "code"), [(9, 3), (2, 4)])
def test_items_are_taken_only_from_a_trajectory_that_has_them(call, begin, keep, number, code):
    begin()
    keep(talk(coachee="Amina"))

    refused(begin("--from", number, who="Sofie"), code, str(number))


# --- ticking


def test_without_a_level_it_is_understood_and_can_be_applied(call, begin, items):
    begin()

    call("onboarding", "tick", "jonas", 3, "--on", "2026-11-20")

    item = by_number(items())[3]
    assert (item["level"], item["ticked_on"]) == ("can_apply", "2026-11-20")


@pytest.mark.parametrize(
    ("words", "level"),
    [
        (["5", "shown"], "shown"),
        (["5", "getoond"], "shown"),
        (["5", "begrepen", "en", "kan", "het", "toepassen"], "can_apply"),
        (["5", "sans", "objet"], "not_applicable"),
        (["canteen", "understood"], "understood"),
        (["refter", "compris"], "understood"),
        (["tour", "not_applicable"], "not_applicable"),
    ],
)
def test_an_item_and_a_level_are_typed_in_any_language(call, begin, items, words, level):
    begin()

    told = call("onboarding", "tick", "jonas", *words)

    assert told.code == 0, told.err
    assert by_number(items())[5]["level"] == level


@pytest.mark.parametrize("words", [["6"], ["6", "done"], ["evacuatie", "gedaan"], ["fire", "fait"]])
def test_a_task_of_others_is_done_or_not(call, begin, items, words):
    begin()

    told = call("onboarding", "tick", "jonas", *words)

    assert told.code == 0, told.err
    assert by_number(items())[6]["level"] == "done"
    assert "6  Knows what to do in case of fire, accident or evacuation: Done" in told.err
    rows = call("onboarding", "list", "jonas", "--csv").rows
    assert [row["level"] for row in rows if row["number"] == "6"] == ["done"]


@pytest.mark.parametrize(("number", "level"), [(6, "understood"), (5, "done")])
def test_a_level_that_an_item_has_not_is_refused_with_those_it_has(
    call, begin, items, number, level
):
    begin()

    told = call("onboarding", "tick", "jonas", number, level)

    refused(told, 4, f"item {number}")
    assert "Does not apply" in told.err
    assert by_number(items())[number]["level"] is None


def test_several_items_are_ticked_at_once(call, begin, items):
    begin()

    call("onboarding", "tick", "jonas", "3-5")

    assert {number for number, each in by_number(items()).items() if each["level"]} == {3, 4, 5}


def test_a_tick_is_taken_back(call, begin, items):
    begin()
    call("onboarding", "tick", "jonas", 3)

    call("onboarding", "tick", "jonas", 3, "open")

    item = by_number(items())[3]
    assert (item["level"], item["ticked_on"]) == (None, None)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["99"], 4, "99"),
        (["knows"], 4, "knows"),  # many items do
        (["zzz", "shown"], 4, "zzz"),
        ([], 2, "ITEM"),
    ],
)
def test_what_is_no_item_is_refused(call, begin, words, code, said):
    begin()

    refused(call("onboarding", "tick", "jonas", *words), code, said)


def test_a_day_that_is_still_to_come_is_refused(call, begin, items):
    begin()

    refused(call("onboarding", "tick", "jonas", 3, "--on", "2027-01-01"), 4)
    assert by_number(items())[3]["level"] is None


# --- the list


def test_what_is_still_to_do_comes_first_by_moment(call, begin, items):
    begin()
    call("onboarding", "tick", "jonas", 1)

    lines = items()
    assert lines[-1]["number"] == 1
    moments = [list(MOMENTS).index(each["moment"]) for each in lines[:-1]]
    assert moments == sorted(moments)


def test_the_page_says_whose_task_it_is_and_that_it_replaces_no_document(call, begin, aloud):
    begin("--manager", "Koen Maes")

    shown = aloud("onboarding", "list").out
    assert "First day" in shown
    assert "(hierarchical line)" in shown
    assert "ask for it, do not take it over" in shown
    assert "does not replace the reception document" in shown
    assert "what Koen Maes may hear" in shown


def test_with_several_newcomers_each_has_a_line(call, begin, aloud):
    begin()
    begin(who="Sofie Baert")
    call("onboarding", "tick", "sofie", "22-24")

    shown = aloud("onboarding", "list").out
    assert "Jonas Peeters  0 of 21 items" in shown
    assert "Sofie Baert  3 of 21 items" in shown
    assert len(call("onboarding", "list", "--json").json) == 2 * ITEMS


def test_the_list_is_csv_too(call, begin):
    begin()

    rows = call("onboarding", "list", "jonas", "--csv").rows
    assert len(rows) == ITEMS
    assert rows[0]["text"].startswith("Workplace")


def test_without_a_newcomer_it_says_how_to_begin(call):
    assert "onboarding start" in call("onboarding", "list").err


def test_somebody_who_is_no_newcomer_has_no_checklist(call, keep):
    keep(talk())

    refused(call("onboarding", "list", "amina"), 3, "Amina has no checklist")


# --- own items


def test_an_item_of_ones_own_is_added_and_removed(call, begin, items):
    begin()

    assert call("onboarding", "add", "jonas", "Knows the gate", "--moment", "day_1").code == 0
    assert by_number(items())[22]["task_of"] == "peter"
    assert call("onboarding", "remove", "jonas", "gate", "--yes").code == 0

    assert len(items()) == ITEMS


def test_items_are_added_as_json(call, begin, items):
    begin()

    lines = '{"text": "Knows the gate", "moment": "day_1"}\n{"text": "B", "moment": "week_1"}'
    told = call("onboarding", "add", "jonas", "--from", "-", stdin=lines)

    assert told.lines == ["22\tjonas", "23\tjonas"]
    assert by_number(items())[23]["moment"] == "week_1"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"level": "understood", "ticked_on": "2026-11-20"}, "level: It takes: done"),
        ({"level": "done"}, "ticked_on"),
        ({"ticked_on": "2026-11-20"}, "level: A level and its day"),
    ],
)
def test_a_level_in_json_fits_the_task_and_has_its_day(call, begin, items, more, said):
    begin()
    item = {"text": "Has a badge", "moment": "day_1", "task_of": "line"}

    refused(
        call("onboarding", "add", "jonas", "--from", "-", stdin=json.dumps(item | more)), 4, said
    )
    done = item | {"level": "done", "ticked_on": "2026-11-20"}
    told = call("onboarding", "add", "jonas", "--from", "-", stdin=json.dumps(done))

    assert told.code == 0, told.err
    assert by_number(items())[22]["level"] == "done"


def test_an_item_of_the_program_stays(call, begin, items):
    begin()

    refused(call("onboarding", "remove", "jonas", 3, "--yes"), 4, "Item 3")
    assert len(items()) == ITEMS


def test_what_an_item_lacks_is_named(call, begin):
    begin()

    refused(call("onboarding", "add", "jonas"), 2, "TEXT", "--moment")


# --- the charter


@pytest.fixture
def signed(call, begin):
    call("config", "set", "name", "Els Claes")
    begin("--manager", "Koen Maes", "--organisation", "Bakkerij", "--place", "Gent")


def page(call, *words, language="en"):
    told = call("report", *words, env={"COACHLOG_LANG": language})
    assert told.code == 0, told.err
    return told.out


def test_the_charter_says_what_is_voluntary_and_what_is_a_duty(call, signed):
    shown = page(call, "charter", "jonas")

    assert "between Jonas Peeters, Els Claes as buddy, and Koen Maes for Bakkerij" in shown
    assert "Reception itself is a duty of the employer" in shown
    assert "Els Claes does this freely" in shown
    assert "Done at Gent on ......" in shown
    assert "may each stop at any time" in shown
    assert "No part of the employment contract" in shown
    assert "CAO 22" in shown
    assert "Each of the three may end this" not in shown  # that is of the other kinds


@pytest.mark.parametrize(
    ("language", "blanks", "sentence"),
    [
        ("en", ("Name of the buddy:", "Name of the manager:"), "The manager appointed the buddy"),
        (
            "nl",
            ("Naam van de peter of meter:", "Naam van de leidinggevende:"),
            "De leidinggevende duidde de peter of meter",
        ),
        (
            "fr",
            ("Nom du parrain ou de la marraine :", "Nom du ou de la responsable :"),
            "La ligne hiérarchique a désigné la personne accompagnante",
        ),
    ],
)
def test_a_name_that_is_not_known_is_a_blank_that_says_whose(
    call, begin, language, blanks, sentence
):
    begin()
    call("coachee", "edit", "jonas", "--language", language)

    told = call("report", "charter", "jonas")

    assert all(f"{blank} ...." in told.out for blank in blanks)
    assert sentence in told.out
    assert "{" not in told.out
    assert "None" not in told.out
    assert "config set name" in told.err
    assert "onboarding charter jonas --manager NAME" in told.err


def test_under_each_line_to_sign_stands_who_signs_and_as_what(call, signed):
    lines = page(call, "charter", "jonas").splitlines()

    below = [
        after.strip() for line, after in itertools.pairwise(lines) if set(line.strip()) == {"."}
    ]
    assert below == ["Jonas Peeters, newcomer", "Els Claes, buddy", "Koen Maes, manager"]


@pytest.mark.parametrize("kind", ["coaching", "career", "mentoring"])
def test_the_other_kinds_have_their_roles_under_the_lines_too(call, keep, kind):
    keep(talk())
    call("trajectory", "edit", 1, "--kind", kind)

    told = call("report", "charter", "amina")

    role = "mentor" if kind == "mentoring" else "coach"
    assert f"Name of the {role}: ...." in told.out
    assert "trajectory edit 1 --sponsor" in told.err


@pytest.mark.parametrize("kind", ["coaching", "mentoring"])
def test_a_free_trajectory_has_the_sentences_of_its_kind(call, keep, kind):
    keep(talk())
    call("trajectory", "edit", 1, "--kind", kind)

    shown = page(call, "charter", "amina")
    assert "All three take part of their own free will" in shown
    assert "Each of the three may end this" in shown
    assert "duty of the employer" not in shown


@pytest.mark.parametrize("kind", ["manager", "own"])
def test_a_manager_has_no_charter(call, keep, kind):
    keep(talk())
    call("trajectory", "edit", 1, "--kind", kind)

    refused(call("report", "charter", "amina"), 4, "no charter")


@pytest.mark.parametrize(
    ("language", "role", "words"),
    [
        ("nl", "peter of meter", "plicht van de werkgever"),
        ("fr", "parrain ou marraine", "obligation de l'employeur"),
    ],
)
def test_the_charter_is_in_the_language_of_the_newcomer(call, signed, language, role, words):
    call("coachee", "edit", "jonas", "--language", language)

    shown = page(call, "charter", "jonas")
    assert role in shown
    assert words in shown
    assert "{" not in shown


def test_that_it_was_signed_is_kept_and_told(call, signed, aloud):
    told = call("onboarding", "charter", "jonas", "--signed-on", "2026-11-23")

    assert told.code == 0
    assert call("trajectory", "list", "--json").json[0]["charter_signed_on"] == "2026-11-23"
    assert "Charter signed on  Mon 23 Nov 2026" in aloud("trajectory", "show", 1).out
    assert "charter signed Mon 23 Nov 2026" in aloud("onboarding", "list", "jonas").out
    assert "Jonas Peeters · trajectory 1" in aloud("knows", "koen maes").out
    readers = call("knows", "--json").json
    assert [(each["reader"], each["charters"], each["about"]) for each in readers] == [
        ("Koen Maes", 1, 1)
    ]


def test_who_signed_a_charter_knows_it_as_data_too(call, signed):
    call("onboarding", "charter", "jonas", "--signed-on", "2026-11-23")

    known = call("knows", "koen maes", "--json").json
    rows = call("knows", "koen maes", "--csv").rows

    told = [
        (each["coachee"], each["released_on"], str(each["charter"])) for each in (*known, *rows)
    ]
    assert told == [("jonas", "2026-11-23", "1")] * 2


def test_a_charter_that_was_not_signed_is_told_to_nobody(call, signed):
    assert "not been signed yet" in call("onboarding", "charter", "jonas").err
    assert call("knows", "--json").json == []


def test_what_the_charter_lacks_is_filled_in_and_named(call, begin):
    begin()
    assert (
        "name of the manager, organisation, purpose, place"
        in call("onboarding", "charter", "jonas").err
    )

    told = call(
        *("onboarding", "charter", "jonas", "--manager", "Koen Maes"),
        *("--organisation", "Bakkerij", "--purpose", "Begin well", "--place", "Gent"),
        *("--retention-on", "2027-12-31", "--signed-on", "today"),
    )

    assert told.code == 0
    assert "was signed on" in told.err
    assert call("trajectory", "show", 1, "--json").json["sponsor"] == "Koen Maes"
    shown = page(call, "charter", "jonas")
    assert "Koen Maes for Bakkerij" in shown
    assert "Done at Gent on Tue 24 Nov 2026, in" in shown
    assert "notes until Fri 31 Dec 2027" in shown
    call("undo")
    assert call("trajectory", "show", 1, "--json").json["sponsor"] is None
    assert call("coachee", "show", "jonas", "--json").json["retention_on"] is None


def test_a_charter_is_not_signed_in_the_future(call, signed):
    refused(call("onboarding", "charter", "jonas", "--signed-on", "2027-01-01"), 4)


def test_the_checklist_is_a_page_for_the_newcomer(call, signed):
    call("onboarding", "tick", "jonas", 3, "shown")
    call("coachee", "edit", "jonas", "--language", "nl")

    shown = page(call, "checklist", "jonas")
    assert "Mijn eerste maanden · Jonas Peeters" in shown
    assert "(peter of meter · Getoond, di 24 nov 2026)" in shown
    assert "onthaaldocument niet" in shown


# --- where else it is told


@pytest.mark.parametrize(
    ("now", "late"),
    [("2026-11-30", None), ("2026-12-01", 2), ("2026-12-02", 9), ("2026-12-08", 16)],
)
def test_today_tells_of_items_whose_moment_has_passed(call, begin, now, late):
    begin()

    lines = call("today", "--json", env={"COACHLOG_NOW": f"{now}T09:00:00Z"}).json
    told = [(each["coachee"], each["value"]) for each in lines if each["kind"] == "newcomer"]
    assert told == ([] if late is None else [("jonas", late)])


def test_today_is_silent_about_a_newcomer_whose_trajectory_is_closed(call, begin):
    begin()
    call("trajectory", "close", 1)

    lines = call("today", "--json", env={"COACHLOG_NOW": "2026-12-08T09:00:00Z"}).json
    assert "newcomer" not in {each["kind"] for each in lines}


def test_prep_shows_what_should_be_known_by_the_next_conversation(call, begin):
    begin()
    call("onboarding", "tick", "jonas", "3-9")

    known = call("prep", "jonas", "--json").json["checklist"]
    assert {each["moment"] for each in known} == {"before", "week_1"}
    assert "checklist" in {row["kind"] for row in call("prep", "jonas", "--csv").rows}


def test_the_timeline_tells_what_was_noted_and_signed(call, begin, screen):
    begin("--manager", "Koen Maes")
    call("onboarding", "tick", "jonas", "3-5", "--on", "2026-11-20")
    call("onboarding", "charter", "jonas", "--signed-on", "2026-11-23")

    told = [
        (each["on"], each["kind"], each["number"], each["value"])
        for each in call("timeline", "jonas", "--json").json
        if each["kind"] != "planned"
    ]
    assert told == [
        ("2026-11-20", "checklist", 1, 3),
        ("2026-11-23", "charter_signed", 1, None),
    ]
    shown = screen("timeline", "jonas")
    assert "3 items of the checklist" in shown
    assert "Charter signed" in shown


def test_search_finds_an_item(call, begin):
    begin()

    assert call("search", "evacuation", "--json").json[0]["noun"] == "onboarding"


# --- what lies under it


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_item_and_talk_has_its_text_in_each_language(language):
    assert all(each.words[language] for each in kit.items().values())
    assert all(each.name[language] and each.aim[language] for each in kit.talks())
    assert {each.moment for each in kit.items().values()} == set(MOMENTS)
    assert {each.task_of for each in kit.items().values()} == set(TASKS)


@pytest.mark.parametrize(
    "day",
    ["2026-11-28", "2026-12-25", "2027-01-01", "2027-03-29", "2027-05-06", "2027-05-17"],
)
def test_weekends_and_holidays_are_no_working_days(day):
    assert not is_working_day(date.fromisoformat(day))


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_a_talk_is_at_most_a_few_days_later_than_meant(day):
    working_day = working_day_from(day)

    assert is_working_day(working_day)
    assert 0 <= (working_day - day).days <= 4
