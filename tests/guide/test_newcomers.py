"""A peter or meter at the terminal: from the start to a charter that is ready to sign."""

import sqlite3

import pytest

from tests.guide.terminal import CTRL_C

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


def test_who_stops_keeps_what_was_typed_and_is_asked_nothing_more(lead, home, dutch):
    told = lead("onboarding", "start", typed=(*START[:3], ":stop", ("Bewaren", "")), **dutch)

    assert told.code == 0
    assert told.shown.count("›") == len(START[:3]) + 2
    assert stored(home, "select sponsor, starts_on from trajectory") == [
        ("Koen Maes", "2026-11-30")
    ]
    assert "Eerste week" in told.shown  # planned as proposed, and told


def test_ctrl_c_asks_the_same_with_the_half_typed_answer(home, open_terminal):
    window = open_terminal("onboarding", "start", "Jonas", "--first-day", "monday")
    window.answer("Koen Maes")
    window.wait_for("organisation")
    window.wait_for_prompt()
    window.type("Bakk")
    window.wait_for("Bakk")

    window.type(CTRL_C)
    window.wait_for("Save what you filled in?")
    window.answer("y")

    assert window.ended() == 0
    assert stored(home, "select sponsor from trajectory") == [("Koen Maes",)]
    assert stored(home, "select organisation from coachee") == [("Bakk",)]


def test_where_nobody_can_be_asked_the_answers_are_in_a_file(lead, home, dutch):
    told = lead("onboarding", "start", typed=START[:4], **dutch)

    assert told.code == 130
    assert not home.store.exists() or stored(home, "select * from coachee") == []
    files = list((home.folder / ".local/state/coachlog/log").glob("edit-*.txt"))
    assert ["Bakkerij Maes" in file.read_text() for file in files] == [True]


def test_the_way_back_leads_through_all_questions(lead, home, dutch):
    back = (*START[:8], ":terug", ":terug", ":terug", ("charter ondertekend", "Brugge"))

    told = lead("onboarding", "start", typed=(*back, "", "", "", ""), **dutch)

    assert told.code == 0
    assert stored(home, "select charter_place from trajectory") == [("Brugge",)]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("jonas",), "heeft al een checklist"),
        (("ik",), "je eigen peter"),
        (("Sofie", "--from", "9"), "9"),
        (("Sofie", "--week-1", "gisteren"), "voorbij"),
        (("Sofie", "--first-day", "1 maart", "--week-1", "1 februari 10:00"), "eerste werkdag"),
    ],
)
def test_what_cannot_be_is_refused_before_the_first_question(options, said, lead, dutch):
    lead("onboarding", "start", typed=START, **dutch)

    told = lead("onboarding", "start", *options, **dutch)

    assert told.code in (3, 4)
    assert said in told.shown
    assert "›" not in told.shown


def test_what_is_known_of_a_newcomer_is_proposed_and_can_be_emptied(lead, home, dutch):
    home.keep(coachee="Jonas", date="2026-11-20T14:00")
    for words in (
        ("trajectory", "edit", "1", "--kind", "onboarding", "--sponsor", "Koen Maes"),
        ("coachee", "edit", "jonas", "--organisation", "Bakkerij Maes"),
    ):
        lead(*words)

    told = lead("onboarding", "start", "jonas", typed=("maandag", "", "-", ":klaar"), **dutch)

    assert told.code == 0
    assert stored(home, "select sponsor from trajectory") == [("Koen Maes",)]
    assert stored(home, "select organisation from coachee") == [(None,)]


def test_a_talk_is_left_out_with_a_hyphen(lead, home, dutch):
    lead("onboarding", "start", typed=(*START[:-1], ("Derde maand", "-")), **dutch)

    assert stored(home, "select count(*) from session") == [(2,)]


def test_the_open_items_are_gone_through_with_one_key_each(lead, home, dutch):
    lead("onboarding", "start", typed=START, **dutch)

    told = lead(
        "onboarding", "tick", "jonas", typed=("1", "", ":terug", "2", "9", "3", ":stop"), **dutch
    )

    assert told.code == 0
    assert "staat niet in deze lijst" in told.shown  # there is no ninth level
    levels = dict(stored(home, "select number, level from onboarding where level is not null"))
    assert levels == {1: "done", 2: "not_applicable", 3: "can_apply"}
    assert told.shown.count("1 Gedaan · 2 Niet van toepassing") == 4
    assert "liggen klaar: Gedaan" in told.shown


def test_what_the_charter_lacks_is_asked_for(lead, home, dutch):
    lead("onboarding", "start", typed=(*START[:2], "", ":klaar"), **dutch)

    told = lead(
        *("onboarding", "charter", "jonas"),
        typed=(("leidinggevende?", "Koen Maes"), "", "", ("ondertekend?", "Gent"), "", "Els Claes"),
        **dutch,
    )

    assert told.code == 0
    assert stored(home, "select sponsor, charter_place from trajectory") == [("Koen Maes", "Gent")]
    assert (
        "Nog niet ingevuld: organisatie, bedoeling, dag tot wanneer de notities bewaard worden."
        in told.shown
    )
    assert "Els Claes, peter of meter" in lead("report", "charter", "jonas", **dutch).shown


def test_an_item_is_asked_for(lead, home, dutch):
    lead("onboarding", "start", typed=START, **dutch)

    told = lead("onboarding", "add", "jonas", typed=("Kent de poort", "eerste dag", ""), **dutch)

    assert told.code == 0
    added = stored(home, "select text, moment, task_of from onboarding where item is null")
    assert added == [("Kent de poort", "day_1", "peter")]
