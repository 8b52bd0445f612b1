"""What a person enters about a coachee."""

from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from coachlog.journal.coachee.fields import BASES, LANGUAGES
from coachlog.journal.coachee.retention import keep_until
from coachlog.journal.common.input_types import (
    Flag,
    Input,
    Line,
    Name,
    PastDay,
    Text,
    day_by,
    one_of,
)
from coachlog.journal.common.json_schema import (
    TELLS_LIST,
    TELLS_NUMBER,
    TELLS_OBJECT,
    TELLS_TEXT,
    Told,
    told,
)


class CoacheeInput(Input):
    """A new coachee; only the name is needed."""

    read_only: ClassVar[Told] = {
        **told(TELLS_NUMBER, "sessions", "open_actions", "trajectory"),
        **told(TELLS_TEXT, "name_sort", "archived_at", "last_session_at"),
        **told(TELLS_LIST, "talents", "goals", "actions", "topics", "observations"),
        **told(TELLS_LIST, "consents", "latest_sessions"),
        **told(TELLS_OBJECT, "next", "gas"),
    }

    name: Name
    handle: Annotated[
        Line | None, Field(description="A short name to type; made from the name when left out.")
    ] = None
    role: Line | None = None
    team: Line | None = None
    organisation: Line | None = None
    language: Annotated[str, one_of(LANGUAGES)] | None = None
    since: Annotated[PastDay | None, Field(description="Since when this person is coached.")] = None
    reach: Annotated[Line | None, Field(description="How to reach this person.")] = None
    context: Annotated[
        Text | None, Field(description="The work around this person: tasks, team, hours, place.")
    ] = None
    agreement: Annotated[
        Text | None,
        Field(description="What was agreed: that it is voluntary, what stays between you."),
    ] = None
    agreement_basis: Annotated[
        Annotated[str, one_of(BASES)] | None,
        Field(description="On what keeping notes rests; never assumed."),
    ] = None
    controller: Annotated[
        Line | None, Field(description="Who answers for the notes: an organisation or a person.")
    ] = None
    retention_on: Annotated[
        Annotated[date, day_by(keep_until)] | None,
        Field(description="The day until which the notes are kept."),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _kept_until_then(cls, data: Any) -> Any:
        """A journal tells of people whose notes were kept until a day that is over by now."""
        if not isinstance(data, dict) or "name_sort" not in data:
            return data
        try:
            return data | {"retention_on": date.fromisoformat(data["retention_on"])}
        except (KeyError, TypeError, ValueError):
            return data


class CoacheeEdit(CoacheeInput):
    """Changes to a coachee: only the fields that are given change; an empty one is cleared."""

    name: Name | None = None  # type: ignore[assignment]


class TalentEdit(Input):
    """Changes to a talent: only the fields that are given change; an empty one is cleared."""

    read_only: ClassVar[Told] = told(TELLS_NUMBER, "number")

    strength: Annotated[Line | None, Field(description="What somebody is good at.")] = None
    shows: Annotated[Text | None, Field(description="Where or when it shows.")] = None
    gives_energy: Annotated[
        Flag | None, Field(description="Whether it gives this person energy.")
    ] = None
    wanted_context: Annotated[
        Text | None, Field(description="The context in which it would be used, where it is not.")
    ] = None


class TalentInput(TalentEdit):
    """A talent of somebody."""

    strength: Annotated[Line, Field(description="What somebody is good at.")]
    coachee: Annotated[Name | None, Field(description="Whose it is, as the list tells.")] = None
