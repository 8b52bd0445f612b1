"""What a person enters about a coachee."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import Field, model_validator

from coachlog.journal.coachee.queries import COACHEES, TALENTS
from coachlog.journal.common.input_types import Input, Name
from coachlog.journal.common.json_schema import (
    LIST_SCHEMA,
    NUMBER_SCHEMA,
    OBJECT_SCHEMA,
    ReadOnlyFields,
    read_only_fields,
)
from coachlog.journal.common.models import edit_fields, new_fields
from coachlog.schema.coachee import COACHEE
from coachlog.schema.talent import TALENT


class AnyCoachee(Input):
    """What a new coachee and a change have in common."""

    if TYPE_CHECKING:
        handle: str | None
        agreement_basis: str | None
    read_only: ClassVar[ReadOnlyFields] = {
        **read_only_fields(NUMBER_SCHEMA, "trajectory"),
        **read_only_fields(LIST_SCHEMA, "talents", "goals", "actions", "topics", "observations"),
        **read_only_fields(LIST_SCHEMA, "consents", "referrals", "latest_sessions", "corrections"),
        **read_only_fields(OBJECT_SCHEMA, "next", "gas"),
    }

    @model_validator(mode="before")
    @classmethod
    def _allow_past_retention(cls, data: Any) -> Any:
        """Accept a past *retention_on* in an exported person, which has *name_sort*."""
        if not isinstance(data, dict) or "name_sort" not in data:
            return data
        try:
            return data | {"retention_on": date.fromisoformat(data["retention_on"])}
        except (KeyError, TypeError, ValueError):
            return data


@new_fields(COACHEE, COACHEES)
class CoacheeInput(AnyCoachee):
    """A new coachee; only the name is needed."""

    if TYPE_CHECKING:
        name: str


@edit_fields(COACHEE, COACHEES)
class CoacheeEdit(AnyCoachee):
    """Changes to a coachee: only the fields that are given change; an empty one is cleared."""


@edit_fields(TALENT, TALENTS)
class TalentEdit(Input):
    """Changes to a talent: only the fields that are given change; an empty one is cleared."""


@new_fields(TALENT, TALENTS)
class TalentInput(TalentEdit):
    """A talent of somebody."""

    coachee: Annotated[Name | None, Field(description="Whose it is, as the list tells.")] = None
