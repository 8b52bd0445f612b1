"""People at a terminal: talents asked for, a merger asked about, drafts that go on."""

import pytest

from coachlog.journal.coachee.lookup import recent_people
from coachlog.store.connection import open_reader
from tests.conftest import Explained, talk
from tests.guide.script import Until
from tests.guide.talks import QUESTIONS

TOPIC = QUESTIONS["grow.topic.01"].ask("en")


@pytest.fixture
def both(home):
    """Two entries that are one person."""
    home.keep(**talk(coachee="Amina", date="2026-10-01T10:00"))
    home.keep(**talk(coachee="Mina", date="2026-11-01T10:00"))


def test_a_talent_is_asked_for(home, lead, both):
    ended = lead(
        *("coachee", "talent", "amina", "--add"),
        typed=(
            ("Waar deze persoon goed in is.", "Rust bewaren"),
            ("Waar of wanneer het blijkt.", "Als het druk is"),
            *(("Geeft het energie", "misschien"), ("eerder een ja of een nee", "ja")),
            ("Nodige context", "Tijd om te luisteren"),
        ),
        COACHLOG_LANG="nl",
    )

    assert ended.code == 0
    assert "Talent 1 is bewaard." in ended.shown
    assert [each["gives_energy"] for each in home.json("coachee", "talent", "amina")] == [1]


def test_a_talent_is_changed_by_questions(home, lead, both):
    home.run("coachee", "talent", "amina", "Luisteren", "--energy", "no")

    said = ("What this person is good at.", "", "Met klanten", "yes", "")
    ended = lead("coachee", "talent", "amina", "--edit", "1", typed=(said,))

    assert "Talent 1 updated." in ended.shown
    kept = home.json("coachee", "talent", "amina")[0]
    assert (kept["strength"], kept["shows"], kept["gives_energy"]) == (
        "Luisteren",
        "Met klanten",
        1,
    )


@pytest.mark.parametrize(("answer", "left"), [("", 2), ("n", 2), ("y", 1)])
def test_merging_is_asked_under_what_it_does(home, lead, both, answer, left):
    told = ("Mina (mina) will be merged into Amina (amina).",)
    name = ("Name: “Amina” stays, “Mina” goes.",)

    ended = lead("coachee", "merge", "mina", "amina", typed=(told, name, ("Merge them?", answer)))

    assert ended.code == 0
    assert len(home.json("coachee", "list")) == left


def test_a_draft_with_each_of_them_goes_on_with_the_one_who_stays(home, lead, both):
    for name in ("amina", "mina"):
        said = (Until(TOPIC), f"About {name}")
        lead("session", "new", "--coachee", name, "--short", typed=said)
    home.run("coachee", "merge", "mina", "amina", "--yes")

    for _ in range(2):
        ended = lead("session", "resume", "1", typed=(Until("1  Save"), ""))
        assert ended.code == 0
        assert "with Amina saved." in ended.shown

    rows = home.json("session", "list")
    assert {row["coachee"] for row in rows} == {"amina"}
    assert sorted(row["topic"] for row in rows if row["topic"]) == ["About amina", "About mina"]


def test_a_conversation_with_somebody_in_the_archive_says_so_and_brings_them_back(home, lead, both):
    home.run("coachee", "archive", "mina")
    new = ("session", "new", "--coachee", "mina", "--short", "--topic", "Terug")

    told = ("Mina zit in het archief; met dit gesprek komt Mina terug.",)
    ended = lead(*new, typed=(told, Until("1  Bewaren"), ""), COACHLOG_LANG="nl")

    assert "Mina is terug uit het archief." in ended.shown
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


def test_unfinished_conversations_are_asked_about_before_the_person(home, lead, both):
    remove = ("coachee", "remove", "mina")
    lead("session", "new", "--coachee", "mina", "--short", typed=(Until(TOPIC), "x"))

    told = "1 gesprek met Mina is onafgewerkt. Dat komt met undo niet terug: di 24 nov 2026"
    ended = lead(*remove, typed=((told,), ("Mee weggooien?", "nee")), COACHLOG_LANG="nl")
    assert ended.code == 0
    assert home.draft()["coachee"] == "mina"
    ended = lead(
        *remove,
        typed=(
            *(("Discard them as well?", "y"), ("To be removed: Mina (mina)",)),
            ("1 unfinished conversation will be deleted for good.",),
            ("Remove this?", "y"),
        ),
    )

    assert ended.code == 0
    assert "Removed: Mina (mina)" in ended.shown
    assert [each["handle"] for each in home.json("coachee", "list")] == ["amina"]
    assert home.run("session", "resume").returncode == 3


def test_whom_one_talked_with_is_found_without_reading_all_conversations(home, both):
    """What stands before the first question costs the same in a journal of ten years."""
    with open_reader(home.store) as reader:
        assert [person.handle for person in recent_people(reader, 5)] == ["mina", "amina"]
        plan = Explained(reader)
        recent_people(plan, 5)

    assert any("USING INDEX tally_session_held" in step for step in plan.steps)
    assert [step for step in plan.steps if step.startswith("SCAN")] == ["SCAN c"]
