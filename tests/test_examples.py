"""The examples are real input."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
RECIPES = EXAMPLES / "recipes.sh"
COACHLOG = f"{sys.executable} -m coachlog"
TODAY = "2026-11-24T09:00:00+01:00"

LINES = {
    "conversations_a_month": ["2026-09\t2"],
    "minutes_a_person": ["amina\t110"],
    "open_actions": [
        "2026-10-02\tamina\tMet Jef koffie drinken en vragen wat hij nodig heeft",
        "2026-10-09\tamina\tDe eerste helft van de vergadering leiden",
    ],
    "due_this_week 2026-09-30": [
        "2026-10-02\tamina\tMet Jef koffie drinken en vragen wat hij nodig heeft"
    ],
    "whose_options": ["coach\t1", "coachee\t4", "network\t2"],
    "share_of_own_options": ["amina\t57%"],
    "course_of_goal": ["2026-09-14\t3", "2026-09-28\t5"],
}


def environment(home):
    return {
        **{key: os.environ[key] for key in ("PATH", "PYTHONPATH") if key in os.environ},
        "HOME": str(home),
        "COACHLOG": COACHLOG,
        "COACHLOG_STORE": str(home / "journal.sqlite"),
        "COACHLOG_CONFIG": str(home / "config.toml"),
        "COACHLOG_LANG": "en",
        "COACHLOG_NOW": TODAY,
        "TZ": "Europe/Brussels",
        "PYTHONUTF8": "1",
    }


@pytest.fixture(scope="module")
def journal(tmp_path_factory):
    """A journal with both conversations with Amina; gives the environment to read it."""
    chosen = environment(tmp_path_factory.mktemp("examples"))
    for name in ("eerste-gesprek.json", "terugblik.json"):
        lines(chosen, *COACHLOG.split(), "session", "new", "--from", EXAMPLES / name)
    return chosen


def lines(chosen, *command, given=""):
    ran = subprocess.run(
        [str(word) for word in command],
        env=chosen,
        check=True,
        capture_output=True,
        encoding="utf-8",
        input=given,
    )
    return ran.stdout.splitlines()


@pytest.mark.parametrize("recipe", LINES)
def test_a_recipe_gives_its_lines(journal, recipe):
    assert lines(journal, RECIPES, *recipe.split()) == LINES[recipe]


def test_the_tables_go_to_files_without_what_is_private(journal, tmp_path):
    files = lines(journal, RECIPES, "tables_to_files", tmp_path / "out")

    said = "".join(Path(file).read_text(encoding="utf-8") for file in files)
    with Path(files[0]).open(encoding="utf-8", newline="") as table:
        assert [row["name"] for row in csv.DictReader(table)] == ["Amina El Idrissi"]
    assert "Ik leid de eerste helft" in said
    assert "Lacht vaker" not in said


def test_a_table_of_conversations_is_taken_in(tmp_path):
    table = (
        "coachee,date,minutes,topic\n"
        'Lies,2026-11-03T10:00,45,"De overdracht, en hoe"\n'
        "Bram,2026-11-04,,\n"
    )

    taken = lines(environment(tmp_path), RECIPES, "take_in", given=table)

    assert taken == ["1\tlies", "2\tbram"]


def test_all_conversations_can_be_taken_into_another_journal(journal, tmp_path):
    """The lines of one journal are the input of the next."""
    out = lines(journal, RECIPES, "all_conversations")

    command = (*COACHLOG.split(), "session", "new", "--from", "-")
    taken = lines(environment(tmp_path), *command, given="\n".join(out))

    assert taken == ["1\tamina", "2\tamina"]


def test_every_recipe_is_tested():
    script = RECIPES.read_text(encoding="utf-8")
    recipes = {line.removesuffix("() {") for line in script.splitlines() if line.endswith("() {")}
    others = {"tables_to_files", "take_in", "all_conversations"}

    assert recipes == {recipe.split()[0] for recipe in LINES} | others


def test_the_timeline_shows_both_conversations(journal):
    shown = "\n".join(lines(journal, *COACHLOG.split(), "timeline", "amina"))

    assert "Ik wil de teamvergadering zelf leiden" in shown
    assert "de helft van de vergadering leiden" in shown


def test_half_a_year_is_recorded_and_shown(tmp_path):
    chosen = environment(tmp_path)

    taken = lines(
        chosen, *COACHLOG.split(), "session", "new", "--from", EXAMPLES / "half-year.jsonl"
    )
    shown = "\n".join(lines(chosen, *COACHLOG.split(), "timeline", "thomas"))

    assert taken == [f"{number}\tthomas" for number in range(1, 7)]
    assert "goal 1 reached" in shown
    assert "action 7 overdue" in shown
    assert "next appointment" in shown
