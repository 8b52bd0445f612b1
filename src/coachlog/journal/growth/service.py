"""The input models of a learning moment of the coach, and how it is saved."""

from datetime import date

from coachlog.journal.common.input_types import Input
from coachlog.journal.common.models import changes, new_record
from coachlog.journal.common.records import Inputs, change
from coachlog.journal.growth.queries import GROWTHS
from coachlog.schema.growth import GROWTH
from coachlog.store.work import Work


@changes(GROWTH, GROWTHS)
class GrowthEdit(Input):
    """Changes to a learning moment: only the fields that are given change; an empty one is cleared.

    *minutes* is a figure, or a text such as `1:30` or `1u30`.
    """


@new_record(GROWTH, GROWTHS)
class GrowthInput(GrowthEdit):
    """A new learning moment of the coach."""


INPUTS: Inputs = {"new": GrowthInput, "edit": GrowthEdit}


def add(work: Work, data: GrowthInput, today: date) -> int:
    """Save a learning moment, of *today* unless it has a day, and return its number."""
    return work.add("growth", {"done_on": today} | data.model_dump(exclude_none=True)).number


def edit(work: Work, number: int, data: GrowthEdit, _today: date) -> None:
    """Save the fields of a learning moment that *data* sets."""
    change(work, GROWTH, GROWTHS, number, data)
