"""One field has one option, whichever command it is given to; what a question asks has one too."""

from pathlib import Path

import dev
import pytest

from coachlog.interview.fills import FILLS
from coachlog.interview.method_files import load as method_named
from coachlog.interview.method_files import names

COMMANDS = {command: built for command, _stub, built in dev.commands() if built}
BOTH = [
    noun
    for noun in dict.fromkeys(command.split()[0] for command in COMMANDS)
    if {f"{noun} new", f"{noun} edit"} <= set(COMMANDS)
]
OPTION = {
    "asides": "--park",  # or --private-note: each line says which
    "goal": "--goal",
    "options": "--option",
    "options.chosen": "--chosen",
    "goal.objectives": "--objective",
    "goal.talent_numbers": "--talent",
    "goal.mentioned": "--talent",  # or --objective
    "reality.now": "--reality",
    "reality.score": "--score",
    "actions": "--action",
    "actions.confidence": "--confidence",
    "actions.helper": "--helper",
    "actions.if_then": "--obstacle",
    "next_at": "--next",
    "parked": "--park",
}
"""By what a question fills, the option of `session new`; of the others it is the field's name."""

ELSEWHERE = {
    "reviews": ("action done", "--outcome"),
    "scores": ("goal score", ""),
    "passing_on": ("session release", "--to"),
    "release": ("session release", "--to"),
    "trajectory_kind": ("session new", "--kind"),
    "trajectory_closing": ("trajectory close", "--closing"),
    "trajectory_closed": ("trajectory close", ""),
    "retention_on": ("coachee edit", "--retention-on"),
    "objectives": ("objective new", "--statement"),
}
"""What concerns a record of before, or another one, has a command of its own."""


def options(command):
    """The options of a command, each with all its names."""
    params = COMMANDS[command].params
    return [
        {*each.opts, *each.secondary_opts} for each in params if each.param_type_name == "option"
    ]


def flag(field):
    """The option that gives what a question fills."""
    last = field.removeprefix("goal.").removeprefix("roles.")
    return OPTION.get(field, "--" + last.replace(".", "-").replace("_", "-"))


@pytest.mark.parametrize("noun", BOTH)
def test_an_option_of_both_has_the_same_names_in_both(noun):
    """Also a name of before, which goes on working."""
    new, edit = options(f"{noun} new"), options(f"{noun} edit")

    assert [(one, other) for one in new for other in edit if one & other and one != other] == []


@pytest.mark.parametrize("noun", BOTH)
def test_a_field_that_can_be_changed_can_be_given(noun):
    """But for how it ended, which is no part of a beginning."""
    later = {"--status", "--outcome", "--closing", "--reason", "--answer", "--guided", "--language"}
    new = set().union(*options(f"{noun} new"))

    without = [each for each in options(f"{noun} edit") if not each & (new | later)]

    assert [each for each in without if not any(name.startswith("--no-") for name in each)] == []


def test_what_is_planned_has_the_options_of_what_is_held():
    new = options("session new")

    assert [each for each in options("session plan") if each not in new] == []


@pytest.mark.parametrize("field", FILLS)
def test_each_question_has_an_option(field):
    command = "trajectory new" if field.startswith("roles.") else "session new"
    command, option = ELSEWHERE.get(field, (command, flag(field)))

    assert not option or option in set().union(*options(command))


def test_each_question_of_each_method_fills_one_of_those():
    nowhere = Path("/nowhere")
    methods = [method_named(name, nowhere) for name in names(nowhere)]
    questions = [each for one in methods for stage in one.stages for each in stage.questions]

    assert {each.fills for each in questions if each.fills} <= set(FILLS)


ALIASES = ("--reality-now x", "--reality-score 4", "--next-at 2026-12-01")


@pytest.mark.parametrize("words", ALIASES)
@pytest.mark.parametrize("command", ["session new --coachee Bo", "session edit 1"])
def test_a_name_of_before_goes_on_working(call, command, words):
    call("session", "new", "--coachee", "Bo", "--date", "2026-11-01")

    assert call(*command.split(), *words.split()).code == 0


def test_all_that_is_asked_can_be_given_as_options(call):
    said = {
        "goal": "Leiden",
        "why": "w",
        "signs": "s",
        "milestone": "m",
        "talents": "t",
        "serves": "z",
        "target": "8",
        "reality": "r",
        "score": "4",
        "reality-tried": "a",
        "reality-people": "b",
        "reality-obstacles": "c",
        "reality-exceptions": "d",
        "reality-why-not-lower": "e",
        "option": "Bellen",
        "chosen": "1",
        "action": "Bellen",
        "obstacle": "o",
        "plan": "p",
        "helper": "Bart",
    }
    given = [word for name, value in said.items() for word in (f"--{name}", value)]

    kept = call("session", "new", "--coachee", "Bo", *given, "--json").json

    assert kept["reality"] == {
        "now": "r",
        "score": 4,
        "tried": "a",
        "people": "b",
        "obstacles": "c",
        "exceptions": "d",
        "why_not_lower": "e",
    }
    goal = {"why": "w", "signs": "s", "milestone": "m", "talents": "t", "serves": "z", "target": 8}
    assert goal.items() <= kept["goals"][0].items()
    assert kept["options"][0]["chosen"] is True
    assert kept["actions"][0]["if_then"] == {"obstacle": "o", "plan": "p"}
    assert kept["actions"][0]["helper"] == "Bart"


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        ("--why x", "--why also needs --goal"),
        ("--helper Bart", "--helper also needs --action"),
        ("--plan x", "--obstacle also needs --action"),
        ("--chosen 2 --option x", "--chosen also needs --option"),
    ],
)
def test_a_part_of_nothing_is_refused(call, words, needed):
    result = call("session", "new", "--coachee", "Bo", *words.split())

    assert (result.code, needed in result.err) == (2, True)
