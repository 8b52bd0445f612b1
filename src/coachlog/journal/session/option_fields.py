"""What the options of `session new` say of a conversation, by the fields that questions fill."""

from collections.abc import Mapping
from typing import Any

from coachlog.base.errors import UsageError
from coachlog.base.texts import N_
from coachlog.journal.session.fields import FORMS, STATUSES, communication
from coachlog.journal.session.option_lines import option_of
from coachlog.values import parse

OF_THE_GOAL = {
    "--why": "why",
    "--signs": "signs",
    "--anti-goal": "anti_goal",
    "--milestone": "milestone",
    "--talents": "talents",
    "--serves": "serves",
    "--target": "target",
    "--target-on": "target_on",
}
OF_THE_ACTION = {"--obstacle": "actions.if_then", "--helper": "actions.helper"}
REALITY = ("why_not_lower", "tried", "exceptions", "people", "obstacles")
LINKS = {"--objective": "goal.objectives", "--talent": "goal.talent_numbers"}


BOTH = (N_("Choose {one} or {other}, not both."), "")


Given = Mapping[str, Any]
"""The options as they were typed, by the names that the command gives them."""


def head_of(given: Given) -> dict[str, Any]:
    """With whom, when and how the conversation was held."""
    return {
        "coachee": parse.name(given["coachee"], parse.LINE_MAX),
        "date": parse.line(given["date"]),
        "time_zone": parse.line(given["time_zone"]),
        "minutes": parse.minutes(given["minutes"]),
        "form": parse.choice(given["form"], FORMS),
        "status": parse.choice(given["status"], STATUSES),
        "planned": parse.number(given["planned"]),
        "communication": communication(given["forms_used"] or ""),
    }


def filled_of(given: Given) -> dict[str, Any]:
    """What was said, by the fields that questions fill."""
    same = ("better", "topic", "summary", "private_note", "reflection")
    return {
        **{name: given[name] for name in same},
        **_goal(given),
        **{f"reality.{name}": given[name] for name in REALITY},
        "reality.now": given["reality"],
        "reality.score": parse.scale(given["score"], 0, 10),
        **_options(given),
        **_actions(given),
        "next_at": parse.line(given["next_at"]),
        "parked": [text for each in given["parked"] or [] if (text := parse.text(each))],
        "taken_up": [parse.number(each) for each in given["taken_up"] or [] if each],
    }


def _goal(given: Given) -> dict[str, Any]:
    """A new goal and what is said of it."""
    said = {f"goal.{name}": given[name] for name in ("anti_goal", "why", "signs", "milestone")}
    return said | {
        "goal": {"statement": given["goal"]} if given["goal"] else None,
        "goal.talents": given["strengths"],
        "goal.serves": given["serves"],
        "goal.target": parse.scale(given["target"], 0, 10),
        "goal.target_on": parse.line(given["target_on"]),
        "goal.objectives": parse.numbers(" ".join(given["objectives"] or [])),
        "goal.talent_numbers": parse.numbers(" ".join(given["talents"] or [])),
    }


def _options(given: Given) -> dict[str, Any]:
    """The options, and those that were chosen, by their places."""
    found = [option_of(each) for each in given["options"] or []]
    places = parse.numbers(" ".join(given["chosen"] or []))
    for place in places:
        refuse_lonely("--chosen", place, "--option", len(found))
    weighed = [{"option": found[place - 1]["text"]} for place in places]
    return {"options": found, "options.chosen": weighed}


def _actions(given: Given) -> dict[str, Any]:
    """The actions, each with its day as it was typed: that counts from the day of the talk."""
    actions = given["actions"] or []
    days = [parse.line(each) for each in given["due"] or []] + [None] * len(actions)
    then = {name: parse.text(given[name]) for name in ("obstacle", "plan")}
    return {
        "actions": [
            {"what": what, "due_on": day} for what, day in zip(actions, days, strict=False)
        ],
        "actions.confidence": [parse.scale(each, 1, 10) for each in given["confidence"] or []],
        "actions.if_then": {name: text for name, text in then.items() if text},
        "actions.helper": parse.line(given["helper"]),
    }


def refuse_links_without_goal(filled: dict[str, Any]) -> None:
    """Refuse links of a goal that is not there."""
    for flag, field in LINKS.items():
        refuse_lonely(flag, field in filled, "--goal", "goal" in filled)


def refuse_parts_of_nothing(filled: dict[str, Any]) -> None:
    """Refuse a part of something that is not there, and that nobody will be asked for."""
    actions = len(filled.get("actions", []))
    refuse_lonely("--confidence", len(filled.get("actions.confidence", [])), "--action", actions)
    for flag, field in OF_THE_ACTION.items():
        refuse_lonely(flag, field in filled, "--action", actions)
    for flag, name in OF_THE_GOAL.items():
        refuse_lonely(flag, f"goal.{name}" in filled, "--goal", "goal" in filled)


def refuse_lonely(option: str, given: int, needed: str, there: int) -> None:
    """Refuse an option that would be lost in silence: there are more of it than of *needed*."""
    if given > there:
        raise UsageError(
            N_("{option} also needs {needed}."),
            N_("Give both, or neither."),
            option=option,
            needed=needed,
        )
