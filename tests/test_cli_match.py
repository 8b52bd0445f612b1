"""The match: objectives, talents, the goals between them, and what is left without."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachlog.views.match.links import Match, MatchGoal, Talent
from coachlog.views.match.page import page
from tests.conftest import EXAMPLE, refused

LINKED = {(3, 1, 1), (None, 2, 2), (None, 3, 2)}


@pytest.fixture
def matched(call, prepared):
    """Amina: goal 1 serves objective 3 and uses talent 1; goal 2 uses 2 and 3; goal 3 has none."""

    def fill():
        assert call("session", "new", "--from", EXAMPLE).code == 0
        for words in (
            ("coachee", "edit", "amina", "--team", "North"),
            ("objective", "new", "--statement", "Answer within a day", "--team", "North"),
            ("objective", "new", "--statement", "Less paper"),
            ("objective", "new", "--statement", "Every team meets", "--owner", "Ilse"),
            ("objective", "new", "--statement", "Deliver on Monday", "--team", "South"),
            ("coachee", "talent", "amina", "Stays calm"),
            ("coachee", "talent", "amina", "Counts"),
            ("coachee", "talent", "amina", "Explains"),
            ("coachee", "talent", "amina", "Bargains", "--needs", "A quotation to write"),
            ("coachee", "talent", "amina", "Sings"),
            ("goal", "edit", 1, "--objective", 3, "--talent", 1),
            (*("goal", "new", "--coachee", "amina"), *("--statement", "Tell", "--talent", "2,3")),
            ("goal", "new", "--coachee", "amina", "--statement", "Go home in time"),
        ):
            assert call(*words).code == 0, words

    prepared(fill)


@pytest.fixture
def match(call):
    return lambda *words: call("match", *words, "--json").json


def links(call, *words):
    rows = call("match", *words, "--csv").rows
    return {
        tuple(int(row[name]) if row[name] else None for name in ("objective", "talent", "goal"))
        for row in rows
        if row["kind"] == "link"
    }


def without(found):
    names = ("objectives_without_goal", "talents_without_goal", "goals_without_link")
    return [found[name] for name in names]


def test_it_tells_what_is_linked_and_what_is_left_without(call, matched, match):
    found = match("amina")

    assert found["coachee"] == "amina"
    assert [each["number"] for each in found["objectives"]] == [1, 2, 3]
    assert without(found) == [[1, 2], [4, 5], [3]]
    assert found["goals"][0]["objectives"] == [3]
    assert found["talents"][3]["wanted_context"] == "A quotation to write"
    assert links(call, "amina") == LINKED
    kinds = [row["kind"] for row in call("match", "amina", "--csv").rows]
    assert [kinds.count(kind) for kind in dict.fromkeys(kinds)] == [3, 2, 2, 1]


def test_of_everybody_all_objectives_count_and_nobody_in_the_archive(call, matched, match):
    call("coachee", "new", "--name", "Bo")
    call("goal", "new", "--coachee", "bo", "--statement", "Less mail", "--objective", 4)

    assert without(match()) == [[1, 2], [4, 5], [3]]
    assert links(call) == {*LINKED, (4, None, 4)}
    call("coachee", "archive", "bo")
    assert without(match())[0] == [1, 2, 4]
    assert links(call) == LINKED
    assert links(call, "bo") == {(4, None, 4)}


def test_without_a_team_every_objective_counts(call, matched, match):
    call("coachee", "edit", "amina", "--team", "")

    assert [each["number"] for each in match("amina")["objectives"]] == [1, 2, 3, 4]


def test_what_another_works_on_is_not_nobodys(call, matched, match):
    call("coachee", "new", "--name", "Bo")
    call("goal", "new", "--coachee", "bo", "--statement", "Less mail", "--objective", 2)

    assert match("amina")["objectives_without_goal"] == [1]


def test_a_goal_that_is_let_go_neither_serves_nor_uses(call, matched, match):
    call("goal", "drop", 1)

    assert without(match("amina")) == [[1, 2, 3], [1, 4, 5], [3]]


def test_a_goal_that_was_reached_stays_with_a_tick(call, matched, match, screen):
    call("goal", "achieve", 1)

    assert without(match("amina")) == [[1, 2], [4, 5], [3]]
    assert links(call, "amina") == LINKED
    assert [each["status"] for each in match("amina")["goals"]] == ["achieved", "active", "active"]
    shown = screen("match", "amina", columns=100)
    assert re.search(r"3 Every team\s.* 1✓", shown)
    assert "Every team meets · 1 reached, no active goal" in shown
    assert "2 goals · 1 reached" in shown
    assert "✓ reached" in call("match", "amina").out


def test_what_was_reached_without_a_link_is_no_part_of_it(call, matched, match):
    call("goal", "achieve", 3)

    assert without(match("amina"))[2] == []
    assert [each["number"] for each in match("amina")["goals"]] == [1, 2]


def test_lists_pages_and_today_count_what_was_reached(call, matched, screen):
    for number in (3, 2, 4, 1):
        call("objective", "edit", number, "--ends-on", "2027-12-31")
    assert "Every team meets" not in screen("today")
    call("goal", "achieve", 1)

    assert "Every team meets" not in screen("today")
    assert "1 reached, no active goal" in screen("objective", "show", 3)
    assert re.search(r"3  Every team meets .* 0 +1 ", screen("objective", "list", columns=120))
    call("objective", "edit", 3, "--ends-on", "2026-12-01")
    assert re.search(r"Every team meets.*1 reached, no active goal", screen("today"))
    call("goal", "drop", 1)
    assert re.search(r"Every team meets.*nobody is working on it now", screen("today"))


def test_a_talent_that_takes_energy_is_not_urged_into_use(call, matched, match, screen):
    call("coachee", "talent", "amina", "--edit", "5", "--energy", "no")

    assert match("amina")["talents_without_goal"] == [4]
    assert "Sings" not in call("match", "amina").out
    for number in (1, 2, 3, 4):
        call("coachee", "talent", "amina", "--edit", number, "--energy", "no")
    assert "--talent" not in screen("match", "amina")


def test_a_reached_objective_stays_as_long_as_a_goal_serves_it(call, matched, match):
    for number in (1, 3):
        call("objective", "reach", number)

    assert [each["number"] for each in match("amina")["objectives"]] == [2, 3]
    assert without(match("amina")) == [[2], [4, 5], [3]]


def test_an_agreed_change_of_context_stands_beneath_its_talent_until_it_is_done(
    call, matched, match
):
    words = ("--what", "Let Amina write it", "--by", "manager", "--talent", 4)
    number = call("action", "new", "--coachee", "amina", *words, "--json").json["number"]

    assert match("amina")["talents"][3]["actions"] == [number]
    assert f"Change agreed  action {number}" in call("match", "amina").out
    call("action", "done", number)
    assert match("amina")["talents"][3]["actions"] == []


def test_a_pipe_gets_it_in_words(call, matched):
    lines = [line.strip() for line in call("match", "amina").out.splitlines()]

    assert lines[0] == "Match · Amina El Idrissi · 3 objectives · 5 talents · 3 goals"
    assert "goal 2  Tell  (Counts, Explains)" in lines
    assert "Context it needs  A quotation to write" in lines
    assert "Context it needs  not talked about yet" in lines
    assert lines.index("3  Go home in time") > lines.index("Serves nothing, uses no talent")


@pytest.mark.parametrize(
    ("columns", "language", "heads", "apart"),
    [
        (60, "fr", "1 Stays", "Ne contribue à rien, ne fait appel à aucun talent"),
        (80, "nl", "1 Stays", "Draagt nergens aan bij, gebruikt geen talent"),
        (120, "en", "1 Stays calm", "Serves nothing, uses no talent"),
    ],
)
def test_a_terminal_shows_a_matrix(screen, matched, columns, language, heads, apart):
    shown = screen("match", "amina", columns=columns, language=language)

    lines = shown.splitlines()
    assert all(len(line) <= columns for line in lines)
    row = next(line for line in lines if "3 Every team" in line)
    assert row.split("team")[1].replace("meets", "").split() == ["1", *["·"] * (row.count("·"))]
    assert any(heads in line for line in lines)
    assert apart in shown


def test_where_a_matrix_has_no_room_it_is_told_in_words(screen, matched):
    shown = screen("match", "amina", columns=40)

    assert "3  Every team meets" in shown
    assert "no objective" in shown
    assert all(len(line) <= 40 for line in shown.splitlines())


def test_with_nothing_noted_it_says_how_to_begin(call, screen):
    assert "Nothing has been noted yet" in call("match").out
    assert "coachlog objective new" in screen("match")
    call("coachee", "new", "--name", "Bo")
    assert "coachlog coachee talent bo --add" in screen("match", "bo")
    assert call("match", "--csv").rows == []


def test_bad_input_is_told(call, matched):
    refused(call("match", "nobody"), 3, "Nobody is called nobody")
    refused(call("match", "amina", "--json", "--csv"), 2, "Choose --json or --csv, not both")
    refused(call("match", "amina", "bo"), 3, "Nobody is called amina bo")


def test_names_with_signs_of_the_terminal_are_shown_and_not_obeyed(call, matched, screen):
    call("coachee", "talent", "amina", "--edit", 1, "[red]x[/red] \x1b[31m")

    shown = screen("match", "amina")
    assert "[red]" in shown
    assert "\x1b" not in shown


NUMBERS = st.lists(st.integers(1, 4), unique=True, max_size=4).map(tuple)


@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=5))
def test_every_goal_stands_in_the_matrix_or_apart(linked):
    goals = [MatchGoal(n, "bo", "Bo", "x", *each) for n, each in enumerate(linked, 1)]
    talents = [Talent(n, "bo", "Bo", "y", None) for n in range(1, 5)]
    found = Match(None, [], talents, goals)

    placed = {goal.number for _objective, _talent, goal in found.pairs()}
    apart = {goal.number for goal in found.unlinked_goals}
    assert placed | apart == {goal.number for goal in goals}
    assert placed & apart == set()
    used = {talent for _objective, talent, _goal in found.pairs()}
    assert {each.number for each in found.unused_talents} == {1, 2, 3, 4} - used


def test_a_long_list_of_everybody_is_cut_and_says_where_the_rest_is():
    goals = [MatchGoal(n, "bo", "Bo", f"goal {n}") for n in range(1, 31)]

    part = page(Match(None, [], [], goals)).sections[-1]

    assert len(part.lines) == 21
    assert part.lines[-1].text == "10 more lines: coachlog match --csv"


@pytest.mark.parametrize(
    ("words", "code", "cause"),
    [
        (["--by", "nobody"], 4, "--by: .nobody. is not one of"),
        (["--talent", "9"], 3, "There is no talent 9"),
        (["--talent", "x"], 4, "talent: .x. is not a number"),
        (["--talent", "6"], 3, "Talent 6 belongs to bo"),
    ],
)
def test_an_action_of_nobody_for_no_talent_is_refused(call, matched, words, code, cause):
    call("coachee", "new", "--name", "Bo")
    call("coachee", "talent", "bo", "Listens")
    before = call("action", "list", "--json").json

    refused(call("action", "new", "--coachee", "amina", "--what", "x", *words), code, cause)
    refused(call("action", "edit", 1, *words), code, cause)
    assert call("action", "list", "--json").json == before


def test_who_does_an_action_is_changed_and_taken_away(call, matched, screen):
    def told():
        found = call("action", "show", 1, "--json").json
        return found["done_by"], found["talent"]

    assert call("action", "edit", 1, "--by", "manager", "--talent", 2).code == 0
    assert told() == ("manager", 2)
    assert "leidinggevende" in screen("action", "show", 1, language="nl")
    call("action", "edit", 1, "--by", "", "--talent", "")
    assert told() == (None, None)
    call("undo")
    assert told() == ("manager", 2)


def test_a_removed_talent_leaves_its_action(call, matched):
    call("action", "edit", 1, "--talent", 2)

    assert call("coachee", "talent", "amina", "--remove", 2, "--yes").code == 0
    assert call("action", "show", 1, "--json").json["talent"] is None
    call("undo")
    assert call("action", "show", 1, "--json").json["talent"] == 2


def test_a_conversation_may_agree_it_and_gives_it_back(call, matched, keep):
    talk = {"coachee": "amina", "actions": [{"what": "x", "done_by": "manager", "talent": 4}]}

    keep(talk)
    told = call("session", "show", 2, "--json").json["actions"][0]
    assert (told["done_by"], told["talent"]) == ("manager", 4)
