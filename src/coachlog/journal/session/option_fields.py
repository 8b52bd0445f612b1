"""What the options of `session new` say of a conversation, by the fields that questions fill."""

from collections.abc import Mapping
from typing import NamedTuple, cast

from coachlog.base.errors import UsageError
from coachlog.base.texts import N_
from coachlog.interview.conversation import Conversation, without_empty
from coachlog.interview.fills import ActionPlan, Filled
from coachlog.journal.common.forms import form_field, new_option
from coachlog.journal.session.fields import FILLED, communication
from coachlog.journal.session.option_lines import option_of
from coachlog.schema.field import ALWAYS, AT_FIRST, MOMENT, TEXT, Field
from coachlog.schema.session import SESSION
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
LINKS = {"--objective": "goal.objectives", "--talent": "goal.talent_numbers"}


ASK_METHOD = ("ask", "?")
"""What is typed instead of the name of a method, to be shown them all."""

BOTH = (N_("Choose {one} or {other}, not both."), "")


class SessionOptions(NamedTuple):
    """What options say of a new conversation: what is given already is not asked.

    *short* is None where nobody chose a form.
    """

    head: Conversation
    filled: Filled
    method: str | None
    short: bool | None
    after: bool
    unplanned: bool


class TypedOptions(NamedTuple):
    """What was typed behind the options, by the names that the command gives them."""

    given: Mapping[str, object]

    def one(self, name: str) -> str | None:
        """What was typed behind an option that is given once; None where it was not given."""
        return cast("str | None", self.given[name])

    def flag(self, name: str) -> bool | None:
        """Whether it was given, or its opposite; None where neither was."""
        return cast("bool | None", self.given[name])

    def each(self, name: str) -> list[str]:
        """What was typed behind an option that may be repeated, in the order in which it was."""
        return cast("list[str] | None", self.given[name]) or []

    def columns(self, *names: str) -> dict[str, object]:
        """What these columns of a conversation are to hold; its moments are read when kept."""
        return {name: self._column(SESSION.by_key(name)) for name in names}

    def _column(self, field: Field) -> object:
        typed = self.one(field.key)
        if field.kind == MOMENT:
            return parse.line(typed)
        return typed if field.kind == TEXT else form_field(field).parse(typed or "")


def columns_given(*besides: str) -> dict[str, object]:
    """The options for columns of a conversation, but for those that stand *besides*."""
    return {
        each.key: new_option(each)
        for each in SESSION.entries(ALWAYS, AT_FIRST)
        if each.key not in besides
    }


def head_of(options: TypedOptions) -> Conversation:
    """With whom, when and how the conversation was held."""
    said = {
        **options.columns(*columns_given("coachee", "method", *FILLED)),
        "coachee": parse.name(options.one("coachee"), parse.LINE_MAX),
        "planned": parse.number(options.one("planned")),
        "communication": communication(options.one("forms_used") or ""),
    }
    return cast("Conversation", without_empty(said))


def filled_of(options: TypedOptions) -> Filled:
    """What was said, by the fields that questions fill."""
    parked = [parse.text(each) for each in options.each("parked")]
    taken_up = [parse.number(each) for each in options.each("taken_up")]
    columns = {FILLED[name]: value for name, value in options.columns(*FILLED).items()}
    said: Filled = {
        **cast("Filled", columns),
        **_goal(options),
        **_options(options),
        **_actions(options),
        "parked": [text for text in parked if text],
        "taken_up": [number for number in taken_up if number],
    }
    return without_empty(said)


def _goal(options: TypedOptions) -> Filled:
    """A new goal and what is said of it."""
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


def _options(options: TypedOptions) -> Filled:
    """The options, and those that were chosen, by their places."""
    found = [option_of(each) for each in options.each("options")]
    places = parse.numbers(" ".join(options.each("chosen")))
    for place in places:
        refuse_more_than("--chosen", place, "--option", len(found))
    return {
        "options": found,
        "options.chosen": [{"option": found[place - 1]["text"]} for place in places],
    }


def _actions(options: TypedOptions) -> Filled:
    """The actions, each with its day as it was typed: that counts from the day of the talk."""
    actions = options.each("actions")
    days = [parse.line(each) for each in options.each("due")] + [None] * len(actions)
    obstacle, plan = parse.text(options.one("obstacle")), parse.text(options.one("plan"))
    told: ActionPlan = {"obstacle": obstacle, "plan": plan}
    return {
        "actions": [
            {"what": what, "due_on": day} for what, day in zip(actions, days, strict=False)
        ],
        "actions.confidence": [parse.scale(each, 1, 10) for each in options.each("confidence")],
        "actions.if_then": without_empty(told),
        "actions.helper": parse.line(options.one("helper")),
    }


def refuse_links_without_goal(filled: Filled) -> None:
    """Refuse links of a goal that is not there."""
    for flag, field in LINKS.items():
        refuse_more_than(flag, field in filled, "--goal", "goal" in filled)


def refuse_parts_of_nothing(filled: Filled) -> None:
    """Refuse a part of something that is not there, and that nobody will be asked for."""
    actions = len(filled.get("actions", []))
    refuse_more_than("--confidence", len(filled.get("actions.confidence", [])), "--action", actions)
    for flag, field in OF_THE_ACTION.items():
        refuse_more_than(flag, field in filled, "--action", actions)
    for flag, name in OF_THE_GOAL.items():
        refuse_more_than(flag, f"goal.{name}" in filled, "--goal", "goal" in filled)


def refuse_more_than(option: str, given: int, needed: str, there: int) -> None:
    """Refuse an option that would be lost in silence: there are more of it than of *needed*."""
    if given > there:
        raise UsageError(
            N_("{option} also needs {needed}."),
            N_("Give both, or neither."),
            option=option,
            needed=needed,
        )
