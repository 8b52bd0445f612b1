from coachlog.views.timeline.read import timeline
from coachlog.views.timeline.text import lines
from tests.render.journal import TODAY, Journal, half_year


def test_each_event_is_one_line_of_five_fields():
    told = list(lines(timeline(half_year().reader, TODAY, "amina"), TODAY, "en"))

    assert {line.count("\t") for line in told} == {4}
    assert told[0].split("\t")[:4] == ["2026-01-12", "14:00", "amina", "conversation 1"]
    assert "2026-03-16\t14:00\tamina\tconversation 4, cancelled\t" in told
    assert (
        "2026-05-18\t\tamina\tgoal 2 scored 8\t"
        "Ik zeg neen op een rustige manier, en kom er niet op terug." in told
    )


def test_what_is_open_and_to_come_stands_at_the_end():
    told = list(lines(timeline(half_year().reader, TODAY, "amina"), TODAY, "fr"))

    assert [line.split("\t")[:4] for line in told[-3:]] == [
        ["2026-06-12", "", "amina", "action 5 overdue, was due 2026-05-08"],
        ["2026-06-12", "", "amina", "action 6 open, due 2026-06-19"],
        ["2026-06-23", "14h00", "amina", "next appointment"],
    ]


def test_stored_text_stays_in_its_field():
    journal = Journal()
    journal.person()
    journal.talk(1, "2026-01-12T13:00", "one\ntwo\tthree\x1b[2J")

    told = list(lines(timeline(journal.reader, TODAY, "amina"), TODAY, "en"))
    assert told == ["2026-01-12\t14:00\tamina\tconversation 1\tone two    three␛[2J"]
