import subprocess
import sys
from datetime import date

import pytest

from coachlog.store.connection import open_reader
from coachlog.views.timeline.read import events, timeline
from tests.render.journal import TODAY, Journal, crowd, half_year


@pytest.fixture
def journal():
    return half_year()


def kinds(line, kind):
    return [event for event in events(line) if event.kind == kind]


def test_each_conversation_has_the_goals_scores_and_actions_of_it(journal):
    line = timeline(journal.reader, TODAY, "amina")

    first = line.moments[0]
    assert first.conversation.number == 1
    assert [goal.number for goal in first.goals_set] == [1]
    assert [(score.goal, score.before, score.score) for score in first.scores] == [(1, None, 3)]
    assert [action.number for action in first.actions] == [1]


def test_a_score_outside_a_conversation_has_a_place_of_its_own(journal):
    line = timeline(journal.reader, TODAY, "amina")

    alone = [moment for moment in line.moments if moment.conversation is None]
    assert [(one.on, one.scores[0].before, one.scores[0].score) for one in alone] == [
        ("2026-03-02", 4, 5)
    ]


def test_what_was_noted_on_the_day_of_a_conversation_stands_with_it(journal):
    line = timeline(journal.reader, TODAY, "amina")

    assert [goal.number for goal in line.moments[-1].goals_closed] == [2]
    assert line.moments[-1].conversation.number == 6


def test_the_overdue_come_first_among_the_open_actions(journal):
    journal.action(9, "2026-06-01", "No day was named")
    line = timeline(journal.reader, TODAY, "amina")

    assert [(one.number, one.overdue(TODAY)) for one in line.open_actions] == [
        (5, True),
        (6, False),
        (9, False),
    ]


def test_an_action_that_is_due_today_is_not_overdue(journal):
    journal.action(9, "2026-06-01", "Today", due_on=TODAY.isoformat())
    line = timeline(journal.reader, TODAY, "amina")

    assert [one.number for one in line.open_actions if one.overdue(TODAY)] == [5]


def test_the_next_appointment_is_what_the_latest_conversation_agreed(journal):
    line = timeline(journal.reader, TODAY, "amina")

    assert [(one.on, one.number) for one in line.upcoming] == [("2026-06-23", None)]


def test_an_appointment_that_was_planned_is_told_once(journal):
    journal.talk(7, "2026-06-23T12:00", "Half a year on", status="planned")
    line = timeline(journal.reader, TODAY, "amina")

    assert [(one.on, one.number) for one in line.upcoming] == [("2026-06-23", 7)]
    assert line.moments[-1].conversation.number == 6


def test_an_appointment_of_which_the_conversation_was_held_is_no_longer_to_come(journal):
    journal.talk(7, "2026-06-23T12:00")

    assert timeline(journal.reader, date(2026, 6, 23), "amina").upcoming == []


def test_an_appointment_in_the_past_is_not_to_come(journal):
    assert timeline(journal.reader, date(2026, 6, 24), "amina").upcoming == []


def test_a_planned_conversation_whose_day_has_passed_stays_on_the_axis(journal):
    journal.talk(7, "2026-06-01T12:00", status="planned")
    line = timeline(journal.reader, TODAY, "amina")

    assert line.moments[-1].conversation.status == "planned"
    assert len(line.held_talks()) == 5


def test_since_and_until_include_both_days(journal):
    line = timeline(journal.reader, TODAY, "amina", date(2026, 1, 26), date(2026, 4, 13))

    assert [one.number for one in line.held_talks()] == [2, 3, 5]
    assert line.goals[0].scores[0].before == 3
    assert [one.number for one in line.closed_actions] == [2, 3, 4]


def test_the_local_day_decides_what_is_in_the_period():
    journal = Journal()
    journal.person()
    journal.talk(1, "2026-01-11T23:30", held_on="2026-01-12")
    day = date(2026, 1, 12)

    assert len(timeline(journal.reader, TODAY, "amina", day, day).held_talks()) == 1


def test_a_look_back_ends_where_it_ends(journal):
    line = timeline(journal.reader, TODAY, "amina", until=date(2026, 3, 1))

    assert not line.ends_today
    assert line.open_actions == []
    assert line.upcoming == []


def test_a_goal_keeps_its_own_conversations(journal):
    line = timeline(journal.reader, TODAY, goal=2)

    assert line.coachee == "amina"
    assert [course.goal.number for course in line.goals] == [2]
    assert [moment.on for moment in line.moments] == [
        "2026-02-16",
        "2026-03-02",
        "2026-04-13",
        "2026-05-18",
    ]
    assert {score.goal for moment in line.moments for score in moment.scores} == {2}


def test_a_goal_that_nobody_has_is_an_empty_timeline(journal):
    assert timeline(journal.reader, TODAY, goal=99).moments == []


def test_without_a_coachee_everyone_is_there(journal):
    journal.person("bram", "Bram Peeters")
    journal.talk(7, "2026-01-12T08:00", "Begin", coachee="bram")
    line = timeline(journal.reader, TODAY)

    assert list(line.people) == ["amina", "bram"]
    assert [moment.coachee for moment in line.moments][:2] == ["bram", "amina"]


def test_the_views_of_a_real_store_have_all_that_is_read(tmp_path):
    with open_reader(tmp_path / "journal.sqlite") as reader:
        assert timeline(reader, TODAY, "amina", goal=1).moments == []


def test_an_empty_journal_is_an_empty_timeline():
    line = timeline(Journal().reader, TODAY)

    assert list(events(line)) == []


def test_an_unknown_time_zone_does_not_hide_a_person(journal):
    """A journal may come from a machine that knows other zones."""
    journal.raw.execute("update session set time_zone = 'Mars/Olympus'")

    assert len(timeline(journal.reader, TODAY, "amina").upcoming) == 1


def test_events_are_flat_and_the_oldest_comes_first(journal):
    flat = list(events(timeline(journal.reader, TODAY, "amina")))

    assert [event.on for event in flat] == sorted(event.on for event in flat)
    assert [event.kind for event in flat[:4]] == [
        "conversation",
        "goal_set",
        "score",
        "action_agreed",
    ]
    assert flat[-1].kind == "appointment"


def test_events_carry_their_value_and_the_conversation_they_belong_to(journal):
    line = timeline(journal.reader, TODAY, "amina")

    assert [
        (one.number, one.value) for one in kinds(line, "conversation") if one.value != "held"
    ] == [(4, "cancelled")]
    assert [(one.number, one.value, one.session) for one in kinds(line, "score")][-2:] == [
        (1, 6, 6),
        (2, 8, 6),
    ]
    assert [(one.number, one.value) for one in kinds(line, "action_closed")] == [
        (1, "done"),
        (2, "partly"),
        (3, "dropped"),
        (4, "done"),
    ]
    assert [one.number for one in kinds(line, "goal_reached")] == [2]


def test_the_number_of_statements_does_not_grow_with_the_journal():
    counts = []
    for journal in (half_year(), crowd(5, 20)):
        seen = []
        journal.raw.set_trace_callback(seen.append)
        timeline(journal.reader, TODAY)
        counts.append(len(seen))

    assert counts[0] == counts[1] == 9


def test_the_timeline_of_one_person_reads_through_indexes():
    """With ten years of entries it must be as quick as with ten."""
    journal, plans = crowd(3, 3), []
    seen = []
    journal.raw.set_trace_callback(seen.append)
    timeline(journal.reader, TODAY, "p001")
    journal.raw.set_trace_callback(None)

    for statement in seen:
        plans += [
            (row[3], statement) for row in journal.raw.execute(f"explain query plan {statement}")
        ]

    assert plans
    assert [
        plan for plan in plans if plan[0].startswith("SCAN") and "CONSTANT ROW" not in plan[0]
    ] == []


def test_reading_a_timeline_loads_nothing_heavy():
    script = (
        "import sys; before = set(sys.modules)\n"
        "import coachlog.views.timeline.read, coachlog.views.timeline.text\n"
        "print({name.split('.')[0] for name in set(sys.modules) - before})"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout

    assert not {"rich", "pydantic", "sqlmodel", "sqlalchemy", "typer", "dataclasses"} & set(
        loaded.split("'")
    )
