"""A peter or meter at the terminal: from the start to a charter that is ready to sign."""

import sqlite3

import pytest

QUESTIONS_MOST = 10
"""Who is new to it answers these within ten minutes, most by Enter."""

START = (
    ("Wie is de nieuwkomer?", "Jonas Peeters"),
    ("eerste werkdag", "maandag"),
    ("Wie is de leidinggevende?", "Koen Maes"),
    ("In welke organisatie?", "Bakkerij Maes"),
    ("bedoeling van de begeleiding", "veilig leren werken"),
    ("charter ondertekend", "Gent"),
    ("Hoe heet je zelf?", "Els Claes"),
    ("Eerste week", ""),
    ("Eerste maand", "20/1 14:00"),
    ("Derde maand", ""),
)


@pytest.fixture
def dutch(home):
    return {"COACHLOG_LANG": "nl"}


def stored(home, sql):
    connection = sqlite3.connect(home.store)
    rows = connection.execute(sql).fetchall()
    connection.close()
    return rows


def test_from_the_start_to_a_charter_that_is_ready_to_sign(lead, home, dutch):
    told = lead("onboarding", "start", typed=START, **dutch)

    assert told.code == 0
    assert told.shown.count("›") <= QUESTIONS_MOST
    assert "Traject 1 is begonnen. 21 punten op de checklist." in told.shown
    assert "wo 20 jan 2027, 14:00" in told.shown
    assert "Dit vervangt het onthaaldocument niet" in told.shown
    charter = lead("report", "charter", "jonas", **dutch).shown
    assert "tussen Jonas Peeters, Els Claes als peter of meter, en Koen Maes" in charter
    assert "De bedoeling is: veilig leren werken." in charter
    assert "Opgemaakt te Gent op" in charter


def test_who_stops_at_the_second_question_leaves_no_person_behind(lead, home, dutch):
    told = lead("onboarding", "start", typed=START[:1], **dutch)

    assert told.code == 130
    assert not home.store.exists() or stored(home, "select * from coachee") == []


def test_a_talk_is_left_out_with_a_hyphen(lead, home, dutch):
    lead("onboarding", "start", typed=(*START[:-1], ("Derde maand", "-")), **dutch)

    assert stored(home, "select count(*) from session") == [(2,)]


def test_the_open_items_are_gone_through_with_one_key_each(lead, home, dutch):
    lead("onboarding", "start", typed=START, **dutch)

    told = lead(
        "onboarding", "tick", "jonas", typed=("1", "", ":terug", "3", "9", "4", ":stop"), **dutch
    )

    assert told.code == 0
    assert "staat niet in deze lijst" in told.shown  # there is no ninth level
    levels = dict(stored(home, "select number, level from onboarding where level is not null"))
    assert levels == {1: "shown", 2: "can_apply", 3: "not_applicable"}


def test_an_item_is_asked_for(lead, home, dutch):
    lead("onboarding", "start", typed=START, **dutch)

    told = lead("onboarding", "add", "jonas", typed=("Kent de poort", "eerste dag", ""), **dutch)

    assert told.code == 0
    added = stored(home, "select text, moment, task_of from onboarding where item is null")
    assert added == [("Kent de poort", "day_1", "peter")]
