"""People at a terminal: talents asked for, a merger asked about, drafts that go on."""

import pytest

from tests.conftest import talk
from tests.guide.talks import QUESTIONS

TOPIC = QUESTIONS["grow.topic.01"].ask("en")


@pytest.fixture
def both(home):
    """Two entries that are one person."""
    home.keep(**talk(coachee="Amina", date="2026-10-01T10:00"))
    home.keep(**talk(coachee="Mina", date="2026-11-01T10:00"))


def test_a_talent_is_asked_for(home, open_terminal, both):
    window = open_terminal("coachee", "talent", "amina", "--add", COACHLOG_LANG="nl")
    window.asked("Waar deze persoon goed in is.", "Rust bewaren")
    window.asked("Waar of wanneer het blijkt.", "Als het druk is")
    window.asked("Geeft het energie", "misschien")
    window.wait_for("eerder een ja of een nee")
    window.answer("\x15ja")
    window.asked("Nodige context", "Tijd om te luisteren")
    window.wait_for("Talent 1 is bewaard.")

    assert window.ended() == 0
    assert [each["gives_energy"] for each in home.json("coachee", "talent", "amina")] == [1]


def test_a_talent_is_changed_by_questions(home, open_terminal, both):
    home.run("coachee", "talent", "amina", "Luisteren", "--energy", "no")
    window = open_terminal("coachee", "talent", "amina", "--edit", "1")
    window.asked("What this person is good at.", "", "Met klanten", "yes", "")
    window.wait_for("Talent 1 updated.")

    kept = home.json("coachee", "talent", "amina")[0]
    assert (kept["strength"], kept["shows"], kept["gives_energy"]) == (
        "Luisteren",
        "Met klanten",
        1,
    )


@pytest.mark.parametrize(("answer", "left"), [("", 2), ("n", 2), ("y", 1)])
def test_merging_is_asked_under_what_it_does(home, open_terminal, both, answer, left):
    window = open_terminal("coachee", "merge", "mina", "amina", size=(24, 70))
    window.wait_for("Mina (mina) will be merged into Amina (amina).")
    window.wait_for("Name: “Amina” stays, “Mina” goes.")
    window.wait_for("Merge them?")
    window.answer(answer)

    assert window.ended() == 0
    assert len(home.json("coachee", "list")) == left


def test_a_draft_with_each_of_them_goes_on_with_the_one_who_stays(home, open_terminal, both):
    for name in ("amina", "mina"):
        window = open_terminal("session", "new", "--coachee", name, "--short")
        window.answer_until(TOPIC)
        window.answer(f"About {name}")
        window.wait_for(QUESTIONS["grow.goal.01"].ask("en"))
        window.kill()
    home.run("coachee", "merge", "mina", "amina", "--yes")

    for _ in range(2):
        window = open_terminal("session", "resume", "1")
        window.wait_for("Conversation with")
        window.answer_until("1  Save")
        window.answer("")
        window.wait_for("with Amina saved.")
        assert window.ended() == 0

    rows = home.json("session", "list")
    assert {row["coachee"] for row in rows} == {"amina"}
    assert sorted(row["topic"] for row in rows if row["topic"]) == ["About amina", "About mina"]


def test_a_conversation_with_somebody_in_the_archive_says_so_and_brings_them_back(
    home, open_terminal, both
):
    home.run("coachee", "archive", "mina")
    window = open_terminal("session", "new", "--coachee", "mina", "--short", COACHLOG_LANG="nl")

    window.wait_for("Mina zit in het archief; met dit gesprek komt Mina terug.")
    window.answer_until("1  Bewaren")
    window.answer("")
    window.wait_for("Mina is terug uit het archief.")

    assert window.ended() == 0
    assert len(home.json("coachee", "list")) == 2


def test_names_in_the_archive_are_not_offered(home, open_terminal, both):
    home.run("coachee", "archive", "mina")
    window = open_terminal("session", "new")
    window.wait_for("Who are you talking with?")
    window.wait_for_prompt()
    window.type("mi")
    window.watch(1)

    shown = "\n".join(window.screen.display)
    assert "Amina" in shown
    assert " Mina" not in shown


def test_unfinished_conversations_are_asked_about_before_the_person(home, open_terminal, both):
    window = open_terminal("session", "new", "--coachee", "mina", "--short")
    window.answer_until(TOPIC)
    window.kill()

    window = open_terminal("coachee", "remove", "mina", COACHLOG_LANG="nl")
    window.wait_for(
        "1 gesprek met Mina is onafgewerkt. Dat komt met undo niet terug: di 24 nov 2026"
    )
    window.asked("Mee weggooien?", "nee")
    assert window.ended() == 0
    assert home.draft()["coachee"] == "mina"
    window = open_terminal("coachee", "remove", "mina")
    window.asked("Discard them as well?", "y")
    window.wait_for("To be removed: Mina (mina)")
    window.wait_for("1 unfinished conversation will be deleted for good.")
    window.asked("Remove this?", "y")
    window.wait_for("Removed: Mina (mina)")

    assert window.ended() == 0
    assert [each["handle"] for each in home.json("coachee", "list")] == ["amina"]
    assert home.run("session", "resume").returncode == 3
