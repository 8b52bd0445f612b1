"""The examples are real input."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COACHLOG = f"{sys.executable} -m coachlog"

RECIPES = {
    "conversations_a_month": ["2026-09\t2"],
    "minutes_a_person": ["amina\t110"],
    "open_actions": [
        "2026-10-02\tamina\tMet Jef koffie drinken en vragen wat hij nodig heeft",
        "2026-10-09\tamina\tDe eerste helft van de vergadering leiden",
    ],
    "whose_options": ["coach\t1", "coachee\t4", "network\t2"],
    "course_of_goal": ["2026-09-14\t3", "2026-09-28\t5"],
}


@pytest.fixture(scope="module")
def journal(tmp_path_factory):
    """A journal with both examples; gives the environment to read it."""
    home = tmp_path_factory.mktemp("examples")
    environment = {
        **os.environ,
        "HOME": str(home),
        "COACHLOG": COACHLOG,
        "COACHLOG_STORE": str(home / "journal.sqlite"),
        "COACHLOG_CONFIG": str(home / "config.toml"),
        "COACHLOG_LANG": "en",
        "TZ": "Europe/Brussels",
    }
    for name in ("first-session.json", "look-back.json"):
        source = ROOT / "examples" / name
        command = [*COACHLOG.split(), "session", "new", "--from", str(source)]
        subprocess.run(command, env=environment, check=True, capture_output=True)
    return environment


def lines(environment, *command):
    ran = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return ran.stdout.splitlines()


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_gives_its_lines(journal, recipe):
    assert lines(journal, str(ROOT / "examples" / "recipes.sh"), recipe) == RECIPES[recipe]


def test_all_conversations_can_be_taken_into_another_journal(journal, tmp_path):
    """The lines of one journal are the input of the next."""
    out = lines(journal, str(ROOT / "examples" / "recipes.sh"), "all_conversations")
    file = tmp_path / "all.jsonl"
    file.write_text("\n".join(out), encoding="utf-8")
    other = journal | {"COACHLOG_STORE": str(tmp_path / "other.sqlite")}

    taken = lines(other, *COACHLOG.split(), "session", "new", "--from", str(file))

    assert [line.split("\t")[0] for line in taken] == ["1", "2"]


def test_the_timeline_shows_both_conversations(journal):
    shown = "\n".join(lines(journal, *COACHLOG.split(), "timeline", "amina"))

    assert "Ik wil de teamvergadering zelf leiden" in shown
    assert "de helft van de vergadering leiden" in shown
