"""What a person enters about a conversation: the one input of prompts, options and JSON."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import Field, model_validator

from coachlog.base.errors import InputRefusedError
from coachlog.base.texts import _
from coachlog.journal.action.model import ActionInput, ReviewInput
from coachlog.journal.common.input_types import (
    Input,
    Name,
    Number,
    Text,
    one_of,
    words_by,
)
from coachlog.journal.common.json_schema import (
    LIST_SCHEMA,
    NUMBER_SCHEMA,
    TEXT_SCHEMA,
    ReadOnlyFields,
    read_only_fields,
)
from coachlog.journal.common.models import changes, some
from coachlog.journal.goal.model import GoalInput, ScoreInput
from coachlog.journal.release.model import GoalReleaseInput, ReleaseInput
from coachlog.journal.session.fields import COMMUNICATION, GIVEN, REALITY, communication
from coachlog.journal.trajectory.model import RolesInput
from coachlog.schema.session import ANSWER, OPTION, REALITY_PREFIX, SESSION

Communication = Annotated[
    list[Annotated[str, one_of(COMMUNICATION)]],
    Field(max_length=100, description="The forms of communication that the coach used."),
    words_by(
        lambda given: communication(given) if isinstance(given, str) else given,
        COMMUNICATION,
        100,
    ),
]


@some(SESSION, *REALITY, but=REALITY_PREFIX)
class RealityInput(Input):
    """How things are now."""

    if TYPE_CHECKING:
        score: int | None = None


@some(OPTION, "text", "origin", "contact", "pros", "cons", "chosen")
class OptionInput(Input):
    """One way that came up, and whose idea it was."""


@some(ANSWER, "stage", "question", "asked", "text")
class AnswerInput(Input):
    """What was said to a question of the method that fills no field of its own."""

    if TYPE_CHECKING:
        stage: str
        question: str
        asked: str | None
    layer: Annotated[
        str | None,
        one_of(("private", "shared")),
        Field(
            description="As the question has it in its method when left out; a private question"
            " keeps its answer private whatever is given."
        ),
    ] = None


@some(SESSION, *(name for name in GIVEN if name not in REALITY))
class SessionInput(Input):
    """One whole conversation."""

    refused: ClassVar[type[InputRefusedError]] = InputRefusedError
    read_only: ClassVar[ReadOnlyFields] = {
        **read_only_fields(
            NUMBER_SCHEMA, "number", "trajectory", "options_by_coachee", "actions_done"
        ),
        **read_only_fields(TEXT_SCHEMA, "starts_at", "held_on", "handle"),
        **read_only_fields(LIST_SCHEMA, "parked_numbers"),
    }

    if TYPE_CHECKING:
        coachee: str
        date: str | None
        time_zone: str | None = None
        status: str
        method: str | None = None
        next_at: str | None = None
        reason: str | None = None
    coachee_name: Annotated[
        Name | None, Field(description="The name of a new coachee, when *coachee* is a handle.")
    ] = None
    planned: Annotated[
        Number | None,
        Field(description="The number of the planned conversation that this one is."),
    ] = None
    method_version: Number | None = None
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
        fields |= {name: {"type": ["string", "integer", "null"]} for name in REALITY}
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


def _as_given(data: dict[str, object]) -> dict[str, object]:
    """*data* as somebody would give it, where it is as a list of conversations tells it.

    Where it tells the start in no other way than the journal does, that is the date.
    """
    left_out = {name for name in COUNTED if isinstance(data.get(name), int)}
    kept = {key: data[key] for key in data if key not in left_out and key not in REALITY}
    reality = {key.removeprefix(REALITY_PREFIX): data[key] for key in data if key in REALITY}
    if reality and isinstance(told := data.get("reality", {}), dict):
        kept["reality"] = reality | told
    start = data.get("date") or data.get("starts_at") or data.get("held_on")
    return kept | ({"date": start} if start else {})


@changes(SESSION, None)
class SessionEdit(Input):
    """Changes to a conversation: only the fields that are given change; an empty one is cleared."""

    if TYPE_CHECKING:
        status: str | None
    communication: Communication | None = None
    options: Annotated[
        list[OptionInput] | None,
        Field(max_length=500, description="All options, in the place of those there are."),
    ] = None
    answers: Annotated[
        list[AnswerInput] | None,
        Field(max_length=500, description="All answers, in the place of those there are."),
    ] = None
