"""What a person enters about a conversation: the one input of prompts, options and JSON."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from coachlog.base.errors import InputRefusedError
from coachlog.base.texts import _
from coachlog.journal.action.model import ActionInput, ReviewInput
from coachlog.journal.common.input_types import (
    Flag,
    Input,
    Line,
    Name,
    Number,
    Scale,
    Text,
    figure_from,
    one_of,
    words_by,
)
from coachlog.journal.common.json_schema import TELLS_LIST, TELLS_NUMBER, TELLS_TEXT, Told, told
from coachlog.journal.goal.model import GoalInput, ScoreInput
from coachlog.journal.release.model import GoalReleaseInput, ReleaseInput
from coachlog.journal.session.fields import (
    COMMUNICATION,
    FORMS,
    MINUTES_MOST,
    ORIGINS,
    REALITY,
    STATUSES,
    communication,
)
from coachlog.journal.trajectory.model import RolesInput

Minutes = Annotated[int, figure_from(1, MINUTES_MOST)]
Communication = Annotated[
    list[Annotated[str, one_of(COMMUNICATION)]],
    Field(max_length=100, description="The forms of communication that the coach used."),
    words_by(
        lambda given: communication(given) if isinstance(given, str) else given,
        COMMUNICATION,
        100,
    ),
]
Moment = Annotated[
    Line | None,
    Field(
        description="A moment: 2026-09-14T14:00 in the time zone of the conversation,"
        " with an offset, or in words."
    ),
]


class RealityInput(Input):
    """How things are now."""

    now: Text | None = None
    score: Annotated[Scale | None, Field(description="Where the person stands, 0 to 10.")] = None
    why_not_lower: Text | None = None
    tried: Text | None = None
    exceptions: Annotated[Text | None, Field(description="When it already goes better.")] = None
    people: Text | None = None
    obstacles: Text | None = None


class OptionInput(Input):
    """One way that came up, and whose idea it was."""

    text: Text
    origin: Annotated[str, one_of(ORIGINS)] = "coachee"
    contact: Annotated[Line | None, Field(description="Who of the network brought it up.")] = None
    pros: Text | None = None
    cons: Text | None = None
    chosen: Flag = False


class AnswerInput(Input):
    """What was said to a question of the method that fills no field of its own."""

    stage: Line
    question: Line
    asked: Annotated[Text | None, Field(description="The question as it was put.")] = None
    text: Text
    layer: Annotated[
        str | None,
        one_of(("private", "shared")),
        Field(
            description="As the question has it in its method when left out; a private question"
            " keeps its answer private whatever is given."
        ),
    ] = None


class SessionInput(Input):
    """One whole conversation."""

    refused: ClassVar[type[InputRefusedError]] = InputRefusedError
    read_only: ClassVar[Told] = {
        **told(TELLS_NUMBER, "number", "trajectory", "options_by_coachee", "actions_done"),
        **told(TELLS_TEXT, "starts_at", "held_on", "handle"),
        **told(TELLS_LIST, "parked_numbers"),
    }

    coachee: Annotated[
        Name, Field(description="A handle or a name; an unknown name is a new coachee.")
    ]
    coachee_name: Annotated[
        Name | None, Field(description="The name of a new coachee, when *coachee* is a handle.")
    ] = None
    date: Moment = None
    time_zone: Annotated[
        Line | None,
        Field(description="For example Europe/Brussels; the coach's own when left out."),
    ] = None
    minutes: Minutes | None = None
    form: Annotated[str, one_of(FORMS)] | None = None
    status: Annotated[str, one_of(STATUSES)] = "held"
    planned: Annotated[
        Number | None,
        Field(description="The number of the planned conversation that this one is."),
    ] = None
    method: Line | None = None
    method_version: Number | None = None
    topic: Text | None = None
    better: Annotated[Text | None, Field(description="What has improved since last time.")] = None
    goals: list[GoalInput] = Field(default_factory=list, max_length=100)
    scores: list[ScoreInput] = Field(default_factory=list, max_length=100)
    reality: RealityInput = Field(default_factory=RealityInput)
    options: list[OptionInput] = Field(default_factory=list, max_length=500)
    actions: list[ActionInput] = Field(default_factory=list, max_length=100)
    reviews: list[ReviewInput] = Field(default_factory=list, max_length=100)
    parked: Annotated[
        list[Text], Field(max_length=100, description="Topics left for a later conversation.")
    ] = Field(default_factory=list)
    taken_up: Annotated[
        list[Number],
        Field(max_length=100, description="The numbers of topics that this conversation took up."),
    ] = Field(default_factory=list)
    roles: Annotated[
        RolesInput | None, Field(description="Answers for the trajectory that it belongs to.")
    ] = None
    answers: list[AnswerInput] = Field(default_factory=list, max_length=500)
    releases: Annotated[
        list[ReleaseInput],
        Field(max_length=100, description="What of it was released, where it comes from."),
    ] = Field(default_factory=list)
    goal_releases: Annotated[
        list[GoalReleaseInput],
        Field(max_length=100, description="Which goals that it set were released there."),
    ] = Field(default_factory=list)
    summary: Text | None = None
    private_note: Annotated[Text | None, Field(description="For the coach only.")] = None
    reflection: Annotated[
        Text | None, Field(description="The coach's own reflection, for the coach only.")
    ] = None
    next_at: Moment = None
    reason: Annotated[Text | None, Field(description="Why it was cancelled or missed.")] = None
    communication: Communication | None = None

    @model_validator(mode="before")
    @classmethod
    def _an_object(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            # Only a ValueError becomes a problem of the input.
            raise ValueError(  # noqa: TRY004 - above
                _("one conversation as an object is expected.")
            )
        return _as_given(data)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> Any:
        """As a list tells of conversations, too: with counts, and reality in columns."""
        reference = super().__get_pydantic_json_schema__(core, handler)
        fields = handler.resolve_ref_schema(reference)["properties"]
        for name in COUNTED:
            fields[name] = {"anyOf": [fields[name], {"type": "integer", "readOnly": True}]}
        fields |= {name: {"type": ["string", "integer", "null"]} for name in _COLUMNS}
        return reference

    @model_validator(mode="after")
    def _refer_to_goals_once(self) -> "SessionInput":
        refs = [goal.ref for goal in self.goals if goal.ref]
        for path, ref in self._goals_named():
            if isinstance(ref, str) and ref not in refs:
                problem = _("no goal of this conversation has the ref “{ref}”.").format(ref=ref)
                raise InputRefusedError(path, problem)
        named = [(f"goals.{n}.ref", goal.ref) for n, goal in enumerate(self.goals) if goal.ref]
        _refuse_second(named, _("two goals have the same ref."))
        number_of = {goal.ref: goal.number or goal.ref for goal in self.goals if goal.ref}
        scored = [
            (f"scores.{n}.goal", number_of.get(str(score.goal), score.goal))
            for n, score in enumerate(self.scores)
        ]
        _refuse_second(scored, _("this goal already has a score."))
        reviewed = [(f"reviews.{n}.action", each.action) for n, each in enumerate(self.reviews)]
        _refuse_second(reviewed, _("this action was already reviewed."))
        return self

    def _goals_named(self) -> Iterator[tuple[str, str | int | None]]:
        """Where the input names a goal, and which one."""
        yield from (
            (f"goal_releases.{n}.goal", each.goal) for n, each in enumerate(self.goal_releases)
        )
        yield from ((f"scores.{n}.goal", score.goal) for n, score in enumerate(self.scores))
        yield from ((f"actions.{n}.goal", action.goal) for n, action in enumerate(self.actions))


def _refuse_second(named: Sequence[tuple[str, object]], problem: str) -> None:
    seen = set()
    for path, name in named:
        if name in seen:
            raise InputRefusedError(path, problem)
        seen.add(name)


COUNTED = ("options", "actions")
"""Of them a list of conversations tells how many there were."""

_COLUMNS = {f"reality_{name}": name for name in REALITY}


def _as_given(data: dict[str, object]) -> dict[str, object]:
    """*data* as somebody would give it, where it is as a list of conversations tells it.

    Where it tells the start in no other way than the journal does, that is the date.
    """
    left_out = {name for name in COUNTED if isinstance(data.get(name), int)}
    kept = {key: data[key] for key in data if key not in left_out and key not in _COLUMNS}
    reality = {_COLUMNS[key]: data[key] for key in data if key in _COLUMNS}
    if reality and isinstance(told := data.get("reality", {}), dict):
        kept["reality"] = reality | told
    start = data.get("date") or data.get("starts_at") or data.get("held_on")
    return kept | ({"date": start} if start else {})


class SessionEdit(Input):
    """Changes to a conversation: only the fields that are given change; an empty one is cleared."""

    date: Moment = None
    minutes: Minutes | None = None
    form: Annotated[str, one_of(FORMS)] | None = None
    status: Annotated[str, one_of(STATUSES)] | None = None
    topic: Text | None = None
    better: Text | None = None
    reality_now: Text | None = None
    reality_score: Scale | None = None
    reality_why_not_lower: Text | None = None
    reality_tried: Text | None = None
    reality_exceptions: Text | None = None
    reality_people: Text | None = None
    reality_obstacles: Text | None = None
    summary: Text | None = None
    private_note: Text | None = None
    reflection: Text | None = None
    next_at: Moment = None
    reason: Text | None = None
    communication: Communication | None = None
    options: Annotated[
        list[OptionInput] | None,
        Field(max_length=500, description="All options, in the place of those there are."),
    ] = None
    answers: Annotated[
        list[AnswerInput] | None,
        Field(max_length=500, description="All answers, in the place of those there are."),
    ] = None
