"""The fields that a question may fill, the type of each, and the kinds of question for it."""

from typing import Annotated, TypedDict

from coachlog.interview.conversation import IfThen, Option, Review


class ChosenGoal(TypedDict, total=False):
    """A new goal by its statement, or an earlier one by its number."""

    number: int
    statement: str


class WeighedOption(TypedDict, total=False):
    """A chosen option, by its text, with its pros and cons."""

    option: str
    pros: str | None
    cons: str | None


class AgreedAction(TypedDict, total=False):
    """An action, and the text of the *option* it came from; without *due_on*, ask for it.

    Without *done_by*, it may be asked who does it; None is the person coached.
    """

    what: str
    option: str | None
    due_on: str | None
    done_by: str | None


class ActionPlan(IfThen, total=False):
    """What may get in the way of one action, the plan for that case, and who helps."""

    helper: str


class ActionReview(Review, total=False):
    """The outcome of an action; *asking* names its fields that still have to be asked."""

    asking: list[str]


class GoalScore(TypedDict, total=False):
    """The score of a goal, by its number, and its new status if it ended."""

    goal: int
    score: int | None
    status: str


class Mention(TypedDict, total=False):
    """A talent or an objective that was named: a known one has a *number*.

    *keep*: whether a new one becomes a record; missing until that was asked. *shows* tells where
    a talent shows.
    """

    number: int
    text: str
    shows: str
    keep: bool


class AgreedText(TypedDict):
    """The exact words that one reader may be given, as the person agreed."""

    to_whom: str
    text: str


class Aside(TypedDict):
    """A line that was noted at the end, and the field to add it to."""

    field: str
    text: str


_Text = Annotated[str | None, "text"]
_Scale = Annotated[int | None, "scale_0_10"]
_YesNo = Annotated[bool, "yes_no"]

FieldValues = TypedDict(
    "FieldValues",
    {
        "better": Annotated[list[str] | str | None, "lines", "text"],
        "topic": _Text,
        "goal": Annotated[ChosenGoal | None, "goal"],
        "goal.why": _Text,
        "goal.signs": _Text,
        "goal.anti_goal": _Text,
        "goal.milestone": _Text,
        "goal.talents": Annotated[list[Mention] | str | None, "text", "lines"],
        "goal.serves": _Text,
        "goal.objectives": Annotated[list[int], "objectives"],
        "goal.talent_numbers": Annotated[list[int], "talents"],
        "goal.mentioned": Annotated[list[str], "mentioned"],
        "goal.target": _Scale,
        "goal.target_on": Annotated[str | None, "date"],
        "reality.now": _Text,
        "reality.score": _Scale,
        "reality.why_not_lower": _Text,
        "reality.tried": _Text,
        "reality.exceptions": _Text,
        "reality.people": _Text,
        "reality.obstacles": _Text,
        "options": Annotated[list[Option], "options"],
        "options.chosen": Annotated[list[WeighedOption], "weigh"],
        "actions": Annotated[list[AgreedAction], "actions"],
        "actions.confidence": Annotated[list[int | None], "scale_1_10"],
        "actions.confidence_before": list[int | None],
        "actions.if_then": Annotated[ActionPlan, "if_then"],
        "actions.helper": _Text,
        "talents": Annotated[list[Mention], "lines"],
        "objectives": Annotated[list[Mention], "lines"],
        "passing_on": _Text,
        "release": Annotated[list[AgreedText], "release"],
        "trajectory_kind": Annotated[str | None, "choice", "yes_no"],
        "roles.appraises": _YesNo,
        "roles.asked_for_opinion": _YesNo,
        "roles.close_or_in_conflict": _YesNo,
        "roles.hard_to_tell": _Text,
        "roles.kept_out": Annotated[list[str], "lines"],
        "roles.freely_chosen": _YesNo,
        "roles.turn_to": _Text,
        "trajectory_closing": _Text,
        "trajectory_closed": _YesNo,
        "retention_on": Annotated[str | None, "date"],
        "reviews": Annotated[list[ActionReview], "action_review"],
        "scores": Annotated[list[GoalScore], "goal_scores"],
        "summary": _Text,
        "private_note": _Text,
        "reflection": _Text,
        "next_at": Annotated[str | None, "moment"],
        "parked": Annotated[list[str], "lines"],
        "taken_up": list[int],
        "communication": Annotated[list[str], "communication"],
        "asides": Annotated[list[Aside], "asides"],
    },
    total=False,
)
"""Answers by field; each type is annotated with the kinds of question that fill the field."""

FILLS: dict[str, tuple[str, ...]] = {
    field: shape.__metadata__
    for field, shape in FieldValues.__annotations__.items()
    if hasattr(shape, "__metadata__")
}
"""The kinds of question that may fill each field; a field without any is never asked."""

PRIVATE_FIELDS = ("private_note", "reflection", "roles.hard_to_tell", "asides")
"""Fields for the coach only: a question that fills one is private. All others are shared.

*asides* are lines of several fields: what of them is parked is shared all the same.
"""

ANY_LAYER = ("release",)
"""Fields whose question may be private too: shared are only the words that were agreed."""

LIST_FIELDS = ("options", "parked")
"""Fields that more than one question of a method may fill: their answers are added up."""

LAST_ANSWER_COUNTS = ("trajectory_kind", "roles.turn_to")
"""Fields that more than one question may fill, of which the last answer holds."""

MENTION_FIELDS = ("talents", "objectives", "goal.talents")
"""Fields whose answers name talents or objectives, which may be kept as records."""

KEPT_WORD_FOR_WORD = ("talents", "objectives", "passing_on")
"""Fields that keep their answer beside its question too, word for word."""

DISCREET_FIELDS = ("release", "next_at", "private_note", "reflection")
"""The only fields that a discreet method may fill: all others stand on pages of their own."""

ANSWERS = ("text", "lines", "scale_0_10", "scale_1_10", "yes_no", "date")
"""Kinds that need no field: the answer is kept beside its question."""

KINDS = (
    *ANSWERS,
    "moment",
    "missing",
    *dict.fromkeys(k for kinds in FILLS.values() for k in kinds if k not in ANSWERS),
)
