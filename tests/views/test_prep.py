"""`prep`: one page to prepare the conversation."""

import pytest

from tests.conftest import EXAMPLE, refused, talk

LOOK_BACK = EXAMPLE.parent / "terugblik.json"


@pytest.fixture
def amina(call):
    for file in (EXAMPLE, LOOK_BACK):
        assert call("session", "new", "--from", file).code == 0
    return lambda *words, **more: call("prep", "amina", *words, **more)


def asked(call, who="amina"):
    return call("prep", who, "--json").json["questions"]


def test_the_page_has_what_was_agreed_and_where_things_stand(amina):
    page = amina().out

    for told in (
        "Amina El Idrissi",
        "conversation 2",
        "Ik leid de eerste helft",
        "Met Jef koffie drinken",
        "was due Fri 2 Oct",
        "Done since\n  1  Koen aanspreken",
        "3 → 5, target 8",
        "Not wanted\n  1  Ik wil niet dat het een monoloog",
        "What is better since last time?",
    ):
        assert told in page


def test_the_json_holds_the_lines_of_the_views(amina):
    page = amina("--json").json

    assert page["coachee"]["handle"] == "amina"
    assert page["last"]["number"] == 2
    assert [one["number"] for one in page["open_actions"]] == [3, 2]
    assert [one["number"] for one in page["done"]] == [1]
    assert [one["score"] for one in page["goals"][0]["scores"]] == [3, 5]
    assert page["topics"] == page["talents"] == []


def test_the_csv_holds_the_same_as_flat_lines(amina):
    rows = amina("--csv").rows

    assert {row["kind"] for row in rows} == {
        *("last", "action", "done", "goal", "momentum", "score", "question"),
    }


def test_somebody_new_is_asked_what_would_be_worthwhile(call):
    call("coachee", "new", "--name", "Bo")

    assert "This will be your first conversation." in call("prep", "bo").out
    assert asked(call, "bo")[0] == "What would make this conversation worthwhile for you?"


def test_a_newcomer_is_asked_about_the_first_days(call):
    call("onboarding", "start", "Yusuf", "--first-day", "2026-11-23", "--manager", "Karin")

    (first, *_more) = asked(call, "yusuf")

    assert first == "How have the past few days been for you?"


def test_nobody_of_that_name_is_told(call, keep):
    keep(talk())

    refused(call("prep", "amino"), 3, "Nobody is called amino")


def goal(**fields):
    return {"goals": [{"ref": "g", "statement": "Lead"} | fields]}


@pytest.mark.parametrize(
    ("talks", "question"),
    [
        ([goal()], "Where are you now with “Lead”, from 0 to 10?"),
        ([goal(baseline=3, target=8)], "What do you definitely not want?"),
        (
            [goal(baseline=3), {"scores": [{"goal": 1, "score": 5}]}],
            "“Lead” rose to 5: what did you do for that?",
        ),
        (
            [goal(baseline=5), {"scores": [{"goal": 1, "score": 4}]}],
            "What would bring “Lead” back to 5?",
        ),
        (
            [goal(baseline=5), *[{"scores": [{"goal": 1, "score": 5}]}] * 2],
            "What would you notice if “Lead” were at 6?",
        ),
        (
            [goal(baseline=5, target=7), {"scores": [{"goal": 1, "score": 7}]}],
            "“Lead” is where you wanted it: is it good enough, and what comes next?",
        ),
        (
            [{"actions": [{"what": "Call", "confidence": 6}]}],
            "What would make you more confident about “Call”?",
        ),
        (
            [{"actions": [{"what": "Call", "due_on": "2026-11-20"}]}],
            "“Call” is still open: what does that tell you?",
        ),
        ([{}], "What would you like to achieve in the coming months?"),
    ],
)
def test_a_question_follows_from_what_is_known(call, keep, talks, question):
    keep(*(talk(date=f"2026-11-{n:02}T14:00", **each) for n, each in enumerate(talks, 2)))

    assert question in asked(call)


def test_there_are_five_questions_at_most(call, keep):
    goals = [{"ref": f"g{n}", "statement": f"Goal {n}"} for n in range(9)]
    keep(talk(goals=goals, actions=[{"what": "Call", "confidence": 2, "due_on": "2026-11-03"}]))

    assert len(asked(call)) == 5


def test_what_is_ahead_is_the_planned_one_or_else_what_was_agreed(call, keep):
    keep(talk(next_at="2026-12-01T10:00"))
    agreed = call("prep", "amina", "--json").json["ahead"]
    keep(talk(date="2026-11-30T14:00", status="planned", topic="Hours"))

    ahead = call("prep", "amina", "--json").json["ahead"]

    assert (agreed["number"], agreed["at"]) == (None, "2026-12-01T09:00:00.000Z")
    assert (ahead["number"], ahead["topic"]) == (2, "Hours")


def test_the_reflection_of_the_coach_is_for_the_look_back(call, keep):
    keep(talk(private_note="Son", reflection="SECRET", summary="Fine"))

    for words in ((), ("--json",), ("--csv",)):
        assert "SECRET" not in call("prep", "amina", *words).out


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_on_a_terminal_it_fits(program, amina, columns, language):
    shown = program.on_terminal("prep", "amina", "--lang", language, columns=columns)

    assert shown.code == 0
    assert "▃" in shown.out
