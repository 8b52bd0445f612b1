"""The match in a guided conversation: what a new goal serves and uses, and how it was said."""

import pytest

from tests.guide.script import Until
from tests.guide.test_planned import RESUME, asked, saved
from tests.within import within

SERVES, USES, TICKED = "goal_links.01", "grow.goal.08", "closing.06"


@pytest.fixture
def call(home):
    """The program, which has to answer well unless a *code* is told."""

    def run(*words, code=0, given=None):
        ended, told, wrong = within(home.environment, home.folder, *words, given=given)
        assert ended == code, wrong
        return told or wrong

    return run


@pytest.fixture
def wanted(home, call, prepared):
    """Two objectives of the organisation, one of another team; Amina, who has a talent."""

    def fill():
        home.keep(coachee="Amina", date="2026-11-02T14:00")
        call("coachee", "edit", "amina", "--team", "Noord")
        call("objective", "new", "--statement", "Kortere vergaderingen")
        call("objective", "new", "--statement", "Minder fouten", "--team", "noord")
        call("objective", "new", "--statement", "Meer klanten", "--team", "Zuid")
        call("coachee", "talent", "amina", "Luistert goed")

    prepared(fill)


def test_a_goal_is_linked_and_what_was_used_is_ticked(home, call, wanted, lead):
    """Drafts keep it, the last page shows it, one undo takes it back with the conversation."""
    language = home.environment["COACHLOG_LANG"] = "nl"
    call("config", "set", "communication", "yes")
    words = ("session", "new", "--coachee", "amina", "--goal", "Rustig leiden")
    serves, uses, ticked = (asked(each, language) for each in (SERVES, USES, TICKED))
    stopped = lead(
        *words,
        typed=(
            *(Until(uses), ("1  Luistert goed", "1"), (serves, "fouten", ":terug")),
            *(("Eerder: 2", "1 2"), ":stop"),
        ),
    )
    assert stopped.code == 0
    assert "Meer klanten" not in stopped.shown
    assert home.given()[SERVES] == [1, 2]

    last = ("Talenten: Luistert goed",), ("Organisatiedoel: Kortere vergaderingen",)
    lead(*RESUME, typed=(Until(ticked), "3, 1", *last, *saved(language)))

    kept = home.json("session", "show", "2")
    goal = kept["goals"][0]
    assert (goal["objectives"], goal["talent_numbers"]) == ([1, 2], [1])
    assert kept["communication"] == ["listen", "ask"]
    assert "Luistert goed" in call("session", "show", "2", "--plain")

    call("undo", "--yes")
    assert home.json("goal", "list") == []
    assert [row["goals"] for row in home.json("objective", "list")] == [0, 0, 0]


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (("--objective", "9"), 3, "There is no objective 9."),
        (("--talent", "9"), 3, "There is no talent 9."),
        (("--objective", "x"), 4, "“x” is not a number."),
        (("--talent", "1", "--talent", "2"), 3, "Talent 2 belongs to bram."),
    ],
)
@pytest.mark.parametrize("terminal", [True, False], ids=["terminal", "pipe"])
def test_what_is_not_there_is_refused_before_anything_is_asked(
    terminal, options, code, told, home, call, wanted, lead
):
    home.keep(coachee="Bram", date="2026-11-02T15:00")
    call("coachee", "talent", "bram", "Rekent vlot")
    words = ("session", "new", "--coachee", "amina", "--goal", "Leiden", *options)
    if terminal and code == 3:
        refused = lead(*words)
        assert (refused.code, told in refused.shown) == (code, True)
    else:
        assert told in call(*words, code=code)

    assert len(home.json("session", "list")) == 2
    assert home.json("goal", "list") == []


def test_a_link_without_a_goal_is_refused(call, wanted):
    words = ("session", "new", "--coachee", "amina", "--objective", "1")

    assert "--objective also needs --goal" in call(*words, code=2)


def test_what_was_removed_meanwhile_is_left_out(home, call, wanted, lead):
    words = ("session", "new", "--short", "--coachee", "amina", "--goal", "Leiden")
    lead(*words, "--objective", "1", "--objective", "2", "--talent", "1", typed=("x",))
    call("objective", "remove", "2", "--yes")
    call("coachee", "talent", "amina", "--remove", "1", "--yes")

    lead(*RESUME, typed=saved())

    goal = home.json("session", "show", "2")["goals"][0]
    assert (goal["objectives"], "talent_numbers" in goal) == ([1], False)
