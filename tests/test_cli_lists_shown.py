"""Lists on a terminal: what matters fits at any width, in every language.

Whole lists stand in `render/snapshots/`; `COACHLOG_SNAPSHOTS=write` draws them anew.
"""

import pytest
from rich.cells import cell_len

from tests.conftest import talk
from tests.render.test_timeline import same_as

LISTS = ("session", "coachee", "goal", "action")
lists = pytest.mark.parametrize("noun", LISTS)
NAME = "Anne-Françoise Vandenbroucke-Desmedt"
TOPIC = "Hoe ik het gesprek met de directie voorbereid zonder er een week van wakker te liggen"
GOAL = "Tegen Pasen leid ik de wekelijkse vergadering van begin tot einde, zonder over te nemen"
WHAT = "Koen aanspreken over de planning van de vergadering, en afspreken wie wat voorbereidt"


@pytest.fixture
def journal(call, keep, prepared):
    """Long names, long texts, every status, and a year before this one."""

    def fill():
        keep(
            talk(
                coachee=NAME,
                date="2026-11-19T14:00",
                minutes=60,
                method="grow",
                topic=TOPIC,
                goals=[
                    {"ref": "g", "statement": GOAL, "target": 8, "target_on": "2027-03-28"},
                    {"ref": "h", "statement": "Een kort doel", "status": "achieved"},
                ],
                scores=[{"goal": "g", "score": 10}],
                actions=[
                    {"what": WHAT, "due_on": "2026-11-20", "confidence": 6, "goal": "g"},
                    {"what": "Een mail naar Griet", "due_on": "2027-01-15"},
                    {"what": "Meelopen"},
                    {"what": "Bellen", "due_on": "2026-11-23"},
                    {"what": "Schrijven", "due_on": "2026-11-23"},
                ],
                next_at="2026-12-03T10:00",
            ),
            talk(coachee="Bo", date="2025-12-22T09:00", topic="Kort"),
            talk(coachee="Bo", date="2026-11-16T09:30", status="cancelled", topic="Ziek"),
            talk(coachee="Bo", date="2026-11-30T09:30", status="planned", topic="Feedback geven"),
            talk(coachee="Bo", date="2026-11-02T09:30", status="missed"),
        )
        role = ("--role", "hoofdverpleegkundige", "--team", "Afdeling C2 – Zorg en welzijn")
        assert call("coachee", "edit", "anne", *role).code == 0
        for number, status in ((3, "done"), (4, "partly"), (5, "dropped")):
            assert call("action", "edit", number, "--status", status).code == 0

    prepared(fill)


@pytest.mark.parametrize(
    ("columns", "language"), [(60, "fr"), (80, "nl"), (100, "fr"), (120, "en")]
)
def test_lists_at_every_width(screen, journal, columns, language):
    shown = [screen(noun, "list", columns=columns, language=language) for noun in LISTS]

    assert same_as(f"lists_{columns}", "\n".join(shown))
    assert max(cell_len(line) for each in shown for line in each.splitlines()) <= columns


def test_lists_in_ascii(screen, journal):
    picture = "\n".join(screen(noun, "list", columns=100, TERM="linux") for noun in LISTS)

    assert same_as("lists_ascii", picture)
    # The dash is part of the name of a team.
    assert {each for each in picture if not each.isascii() and not each.isalpha()} == {"–"}


@lists
@pytest.mark.parametrize("columns", [20, 40, 60, 90, 200])
def test_a_row_is_a_line(screen, journal, call, noun, columns):
    rows = len(call(noun, "list").lines)

    lines = screen(noun, "list", columns=columns).splitlines()

    assert len(lines) == rows + 2
    assert max(map(cell_len, lines)) <= columns


@lists
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("columns", [60, 80, 90, 120])
def test_no_heading_is_cut(screen, journal, noun, language, columns):
    assert "…" not in screen(noun, "list", columns=columns, language=language).splitlines()[0]


@pytest.mark.parametrize("columns", [60, 120])
def test_a_conversation_that_was_not_held_says_so(screen, journal, columns):
    shown = screen("session", "list", columns=columns)

    for word in ("◇ planned", "× cancel", "× missed"):
        assert word in shown


def test_a_conversation_that_was_held_has_its_topic_alone_where_there_is_no_room(screen, journal):
    assert "held" not in screen("session", "list", columns=60)
    assert "● held" in screen("session", "list", columns=120)


@pytest.mark.parametrize(
    ("columns", "told"), [(60, "! 20 Nov"), (80, "! 20 Nov, overdue"), (100, "! overdue")]
)
def test_an_action_past_its_day_says_so(screen, journal, columns, told):
    assert told in screen("action", "list", columns=columns)


@pytest.mark.parametrize("columns", [60, 120])
def test_an_action_that_is_over_says_how_it_ended(screen, journal, columns):
    shown = screen("action", "list", columns=columns)

    for word in ("✓ done", "◐ partly done", "× dropped"):
        assert word in shown


def test_a_long_handle_leaves_room_for_the_rest(screen, call):
    call("coachee", "new", "--name", "Bo", "--handle", "a" * 40)

    row = screen("coachee", "list", columns=60).splitlines()[2]

    assert row.startswith("aaaaaaaaaaaaaa…  Bo")


def test_pipes_have_every_column_at_any_width(call, journal):
    assert call("action", "list", env={"COLUMNS": "40"}).lines[0].count("\t") == 5


@lists
def test_no_color_leaves_nothing_but_what_is_bold(program, journal, noun):
    shown = program.on_terminal(noun, "list", env={"NO_COLOR": "1"}).out

    assert "\x1b[1m" in shown
    assert "38;5" not in shown
    assert "\x1b[3" not in shown
