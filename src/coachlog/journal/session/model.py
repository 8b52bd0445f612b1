"""The input models of conversations: prompts, options and JSON are all checked by these."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import Field, model_validator

from coachlog.base.errors import InputRefusedError
from coachlog.base.texts import _
from coachlog.dates.parse import keep_until
from coachlog.journal.action.model import ActionInput, ReviewInput
from coachlog.journal.common.input_types import (
    Flag,
    Input,
    Name,
    Number,
    Text,
    day_by,
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
from coachlog.journal.common.models import chosen_fields, edit_fields
from coachlog.journal.goal.model import GoalInput, ScoreInput
from coachlog.journal.release.model import GoalReleaseInput, ReleaseInput
from coachlog.journal.session.fields import ENTERED_COLUMNS, REALITY, communication
from coachlog.journal.session.outcome.model import MentionedObjectiveInput, MentionedTalentInput
from coachlog.journal.trajectory.model import RolesInput
from coachlog.schema.session import ANSWER, OPTION, REALITY_PREFIX, SESSION
from coachlog.schema.vocabulary import COMMUNICATION_FORMS
from coachlog.values.roles import ROLE_KINDS

KeptUntil = Annotated[date, day_by(keep_until)]
"""A day that is not over: until then notes are kept."""

Communication = Annotated[
    list[Annotated[str, one_of(COMMUNICATION_FORMS)]],
    Field(max_length=100, description="The forms of communication that the coach used."),
    words_by(
        lambda value: communication(value) if isinstance(value, str) else value,
        tuple(COMMUNICATION_FORMS),
        100,
    ),
]


def _many(most: int, about: str | None = None) -> Any:
    """Return the default of a field that holds at most *most* items: none of them."""
    return Field(default_factory=list, max_length=most, description=about)


_LAYERS = one_of(("private", "shared"))


@chosen_fields(SESSION, *REALITY, but=REALITY_PREFIX)
class RealityInput(Input):
    """How things are now."""

    if TYPE_CHECKING:
        score: int | None = None


@chosen_fields(OPTION, "text", "origin", "contact", "pros", "cons", "chosen")
class OptionInput(Input):
    """One option that was considered, and whose idea it was."""

    if TYPE_CHECKING:
        text: str
        origin: str
        contact: str | None
    layer: Annotated[str | None, _LAYERS] = Field(
        default=None, description="Whether it is for you only; shared when left out."
    )


@chosen_fields(ANSWER, "stage", "question", "asked", "text")
class AnswerInput(Input):
    """The answer to a question of the method that fills no field of the conversation."""

    if TYPE_CHECKING:
        stage: str
        question: str
        asked: str | None
    layer: Annotated[str | None, _LAYERS] = Field(
        default=None,
        description="As the question has it in its method when left out; a private question"
        " keeps its answer private whatever is given.",
    )


@chosen_fields(SESSION, *(name for name in ENTERED_COLUMNS if name not in REALITY))
class SessionInput(Input):
    """One whole conversation."""

    refused: ClassVar[type[InputRefusedError]] = InputRefusedError
    read_only: ClassVar[ReadOnlyFields] = {
        **read_only_fields(
            NUMBER_SCHEMA, "number", "trajectory", "options_by_coachee", "actions_done"
        ),
        **read_only_fields(TEXT_SCHEMA, "starts_at", "held_on", "handle"),
        **read_only_fields(LIST_SCHEMA, "parked_numbers", "corrections"),
    }

    if TYPE_CHECKING:
        coachee: str
        date: str | None
        time_zone: str | None = None
        status: str
        method: str | None = None
        next_at: str | None = None
        reason: str | None = None
    coachee_name: Name | None = Field(
        default=None, description="The name of a new coachee, when *coachee* is a handle."
    )
    planned: Number | None = Field(
        default=None, description="The number of the planned conversation that this one is."
    )
    kind: Annotated[str, one_of(ROLE_KINDS)] | None = Field(
        default=None, description="The kind of the trajectory that a first conversation begins."
    )
    method_version: Number | None = None
    goals: list[GoalInput] = _many(100)
    scores: list[ScoreInput] = _many(100)
    reality: RealityInput = Field(default_factory=RealityInput)
    options: list[OptionInput] = _many(500)
    actions: list[ActionInput] = _many(100)
    reviews: list[ReviewInput] = _many(100)
    parked: list[Text] = _many(100, "Topics left for a later conversation.")
    taken_up: list[Number] = _many(100, "The numbers of topics that this conversation took up.")
    roles: RolesInput | None = Field(
        default=None, description="Answers for the trajectory that it belongs to."
    )
    answers: list[AnswerInput] = _many(500)
    releases: list[ReleaseInput] = _many(100, "What of it was released, where it comes from.")
    goal_releases: list[GoalReleaseInput] = _many(
        100, "Which goals that it set were released there."
    )
    communication: Communication | None = None
    talents: list[MentionedTalentInput] = _many(
        100, "Talents that were named; new ones become records."
    )
    objectives: list[MentionedObjectiveInput] = _many(
        100, "Objectives that were named; new ones become records."
    )
    trajectory_closing: Text | None = Field(
        default=None, description="What came of the trajectory, which it belongs to."
    )
    trajectory_closed: Flag = Field(
        default=False, description="Whether the trajectory ends with this conversation."
    )
    retention_on: KeptUntil | None = Field(
        default=None, description="The day until which the notes about the person are kept."
    )

    @model_validator(mode="before")
    @classmethod
    def _accept_exported_row(cls, raw_input: Any) -> Any:
        """Accept a row of `session list --json` as well as the JSON of one conversation."""
        if not isinstance(raw_input, dict):
            # Only a ValueError becomes a problem of the input.
            raise ValueError(  # noqa: TRY004 - above
                _("one conversation as an object is expected.")
            )
        return _nested(raw_input)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> Any:
        """Return the JSON Schema, which allows what `_nested` accepts too."""
        reference = super().__get_pydantic_json_schema__(core, handler)
        fields = handler.resolve_ref_schema(reference)["properties"]
        for name in COUNTED:
            fields[name] = {"anyOf": [fields[name], {"type": "integer", "readOnly": True}]}
        fields |= {name: {"type": ["string", "integer", "null"]} for name in REALITY}
        return reference

    @model_validator(mode="after")
    def _check_references(self) -> "SessionInput":
        """Refuse refs to goals that are not here, and what is scored, reviewed or named twice."""
        refs = [goal.ref for goal in self.goals if goal.ref]
        for path, goal_key in self._goal_references():
            # A number instead of a ref is an earlier goal, which is looked up when it is saved.
            if isinstance(goal_key, str) and goal_key not in refs:
                problem = _("no goal of this conversation has the ref “{ref}”.")
                raise InputRefusedError(path, problem.format(ref=goal_key))
        refs_by_path = [
            (f"goals.{n}.ref", goal.ref) for n, goal in enumerate(self.goals) if goal.ref
        ]
        _refuse_repeated(refs_by_path, _("two goals have the same ref."))
        # One goal may be scored by its ref and by its number: that is twice, too.
        number_of = {goal.ref: goal.number or goal.ref for goal in self.goals if goal.ref}
        scored_goals = [
            (f"scores.{n}.goal", number_of.get(str(score.goal), score.goal))
            for n, score in enumerate(self.scores)
        ]
        _refuse_repeated(scored_goals, _("this goal already has a score."))
        reviewed_actions = [
            (f"reviews.{n}.action", review.action) for n, review in enumerate(self.reviews)
        ]
        _refuse_repeated(reviewed_actions, _("this action was already reviewed."))
        return self

    def _goal_references(self) -> Iterator[tuple[str, str | int | None]]:
        """Yield each reference to a goal: its path in the input, and the ref or the number."""
        for n, copy in enumerate(self.goal_releases):
            yield f"goal_releases.{n}.goal", copy.goal
        for n, score in enumerate(self.scores):
            yield f"scores.{n}.goal", score.goal
        for n, action in enumerate(self.actions):
            yield f"actions.{n}.goal", action.goal
        for n, talent in enumerate(self.talents):
            yield f"talents.{n}.goal", talent.goal
        for n, objective in enumerate(self.objectives):
            yield f"objectives.{n}.goal", objective.goal


def _refuse_repeated(values: Sequence[tuple[str, object]], problem: str) -> None:
    """Raise InputRefusedError with *problem* at the path of the first value that occurs again."""
    earlier_values = set()
    for path, value in values:
        if value in earlier_values:
            raise InputRefusedError(path, problem)
        earlier_values.add(value)


COUNTED = ("options", "actions")
"""The fields of which a list of conversations has only the number of items."""


def _nested(raw_input: dict[str, object]) -> dict[str, object]:
    """Return an input in the shape of one conversation, if it is a row of a list.

    Such a row has counts in place of lists, and columns such as `reality_now` in place of an
    object. An exported conversation without a date gets the moment at which it started.
    """
    counts = {name for name in COUNTED if isinstance(raw_input.get(name), int)}
    values = {
        key: value for key, value in raw_input.items() if key not in counts and key not in REALITY
    }
    reality_columns = {
        key.removeprefix(REALITY_PREFIX): value
        for key, value in raw_input.items()
        if key in REALITY
    }
    reality = raw_input.get("reality", {})
    if reality_columns and isinstance(reality, dict):
        values["reality"] = reality_columns | reality
    start = raw_input.get("date") or raw_input.get("starts_at") or raw_input.get("held_on")
    if start:
        values["date"] = start
    return values


@edit_fields(SESSION, None)
class SessionEdit(Input):
    """Changes to a conversation: only the fields that are given change; an empty one is cleared."""

    if TYPE_CHECKING:
        status: str | None
    communication: Communication | None = None
    options: list[OptionInput] | None = Field(
        default=None, max_length=500, description="All options, in the place of those there are."
    )
    answers: list[AnswerInput] | None = Field(
        default=None, max_length=500, description="All answers, in the place of those there are."
    )
