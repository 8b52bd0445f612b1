"""Reads the options of `session new`, by the fields that the questions of the guide fill."""

import re
from collections.abc import Mapping
from typing import NamedTuple, cast

from coachlog.base.errors import UsageError
from coachlog.base.texts import N_
from coachlog.interview.conversation import Conversation, without_empty
from coachlog.interview.fills import ActionPlan, FieldValues
from coachlog.journal.common.forms import form_field, new_option
from coachlog.journal.session.fields import QUESTION_FIELDS, communication
from coachlog.journal.session.option_lines import option_of
from coachlog.schema.field import ALWAYS, AT_FIRST, MOMENT, TEXT, Field
from coachlog.schema.session import SESSION
from coachlog.values import parse
from coachlog.values.roles import role_kind

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
LINKS = {"--objective": "goal.objectives", "--talent": "goal.talent_numbers"}


ASK_METHOD = ("ask", "?")
"""What a coach types instead of the name of a method to choose from a list."""

BOTH = (N_("Choose {one} or {other}, not both."), "")


BEGIN_BYTES = 4096
"""How much of a file tells whether it is JSON."""

_JSON = re.compile(rb"[\xef\xbb\xbf \t\r\n]*(?:\{(?![\\])|\[\s*[{\]])")


def are_notes(begin: bytes) -> bool:
    """Return whether a file that begins so is something else than the JSON of a conversation."""
    return bool(begin.strip()) and not _JSON.match(begin)


class SessionOptions(NamedTuple):
    """What the options say about a new conversation; the guide does not ask for that again.

    *head* has the coachee, the moment and how it was held, *filled* has what was said. *short* is
    None unless the short or the whole form was chosen. *after* means that it is written down
    afterwards, *unplanned* that it is not the planned conversation of that day. *notes* are what a
    file has of it.
    """

    head: Conversation
    filled: FieldValues
    method: str | None
    short: bool | None
    after: bool
    unplanned: bool
    notes: str = ""


class TypedOptions(NamedTuple):
    """The values of the options as they were typed, by the name of the command's parameter."""

    given: Mapping[str, object]

    def one(self, name: str) -> str | None:
        """Return the value of an option that takes one; None where it was not given."""
        return cast("str | None", self.given[name])

    def flag(self, name: str) -> bool | None:
        """Return True for `--name`, False for `--no-name`, and None where neither was given."""
        return cast("bool | None", self.given[name])

    def each(self, name: str) -> list[str]:
        """Return the values of an option that can be repeated, in the order typed."""
        return cast("list[str] | None", self.given[name]) or []

    def columns(self, *names: str) -> dict[str, object]:
        """Return the values for these columns of a conversation, by column."""
        return {name: self._column(SESSION.by_key(name)) for name in names}

    def _column(self, field: Field) -> object:
        """Return the checked value for a column; a moment or a long text is checked when saved."""
        typed = self.one(field.key)
        if field.kind == MOMENT:
            return parse.line(typed)
        if field.kind == TEXT:
            return typed
        return form_field(field).parse(typed or "")


def columns_given(*excluded: str) -> dict[str, object]:
    """Return the options for the columns of a conversation, by column, without the *excluded*."""
    return {
        field.key: new_option(field)
        for field in SESSION.entries(ALWAYS, AT_FIRST)
        if field.key not in excluded
    }


def head_of(options: TypedOptions) -> Conversation:
    """Return with whom, when and how the conversation was held."""
    values = {
        **options.columns(*columns_given("coachee", "method", *QUESTION_FIELDS)),
        "coachee": parse.name(options.one("coachee"), parse.LINE_MAX),
        "planned": parse.number(options.one("planned")),
        "communication": communication(options.one("forms_used") or ""),
    }
    return cast("Conversation", without_empty(values))


def field_values_of(options: TypedOptions) -> FieldValues:
    """Return what was said in the conversation, by the fields that questions fill."""
    parked = [parse.text(text) for text in options.each("parked")]
    taken_up = [parse.number(number) for number in options.each("taken_up")]
    columns = {
        QUESTION_FIELDS[name]: value for name, value in options.columns(*QUESTION_FIELDS).items()
    }
    filled: FieldValues = {
        **cast("FieldValues", columns),
        "trajectory_kind": role_kind(options.one("kind")),
        **_goal(options),
        **_options(options),
        **_actions(options),
        "parked": [text for text in parked if text],
        "taken_up": [number for number in taken_up if number],
    }
    return without_empty(filled)


def _goal(options: TypedOptions) -> FieldValues:
    """Return a new goal and what was said about it; None where an option was not given."""
    statement = options.one("goal")
    return {
        "goal": {"statement": statement} if statement else None,
        "goal.anti_goal": options.one("anti_goal"),
        "goal.why": options.one("why"),
        "goal.signs": options.one("signs"),
        "goal.milestone": options.one("milestone"),
        "goal.talents": options.one("strengths"),
        "goal.serves": options.one("serves"),
        "goal.target": parse.scale(options.one("target"), 0, 10),
        "goal.target_on": parse.line(options.one("target_on")),
        "goal.objectives": parse.numbers(" ".join(options.each("objectives"))),
        "goal.talent_numbers": parse.numbers(" ".join(options.each("talents"))),
    }


def _options(options: TypedOptions) -> FieldValues:
    """Return the options, and those that were chosen; `--chosen 2` is the second `--option`."""
    considered = [option_of(line) for line in options.each("options")]
    chosen_places = parse.numbers(" ".join(options.each("chosen")))
    for place in chosen_places:
        refuse_more_than("--chosen", place, "--option", len(considered))
    return {
        "options": considered,
        "options.chosen": [{"option": considered[place - 1]["text"]} for place in chosen_places],
    }


def _actions(options: TypedOptions) -> FieldValues:
    """Return the actions: the first `--due` belongs to the first `--action`, and so on.

    A day stays as it was typed, because "in a week" counts from the day of the conversation.
    """
    actions = options.each("actions")
    days = [parse.line(typed) for typed in options.each("due")]
    days += [None] * len(actions)  # for the actions without a day
    obstacle, plan = parse.text(options.one("obstacle")), parse.text(options.one("plan"))
    if_then: ActionPlan = {"obstacle": obstacle, "plan": plan}
    confidences = [parse.scale(typed, 1, 10) for typed in options.each("confidence")]
    return {
        "actions": [
            {"what": what, "due_on": day} for what, day in zip(actions, days, strict=False)
        ],
        "actions.confidence": confidences,
        "actions.if_then": without_empty(if_then),
        "actions.helper": parse.line(options.one("helper")),
    }


def refuse_links_without_goal(filled: FieldValues) -> None:
    """Raise UsageError for links to a goal where no goal was given."""
    for flag, field in LINKS.items():
        refuse_more_than(flag, field in filled, "--goal", "goal" in filled)


def refuse_parts_of_nothing(filled: FieldValues) -> None:
    """Raise UsageError for details of an action or a goal that is not given.

    Only for a conversation without questions: the guide still asks for the action or the goal.
    """
    action_count = len(filled.get("actions", []))
    confidence_count = len(filled.get("actions.confidence", []))
    refuse_more_than("--confidence", confidence_count, "--action", action_count)
    for flag, field in OF_THE_ACTION.items():
        refuse_more_than(flag, field in filled, "--action", action_count)
    for flag, name in OF_THE_GOAL.items():
        refuse_more_than(flag, f"goal.{name}" in filled, "--goal", "goal" in filled)


def refuse_more_than(option: str, option_count: int, needed: str, needed_count: int) -> None:
    """Raise UsageError if an option is given more often than the one it belongs to, *needed*.

    What is too many would be lost without a message. A count may be a bool: given or not.
    """
    if option_count > needed_count:
        raise UsageError(
            N_("{option} also needs {needed}."),
            N_("Give both, or neither."),
            option=option,
            needed=needed,
        )
