"""The input models of a learning moment of the coach, and how it is saved."""

from datetime import date
from typing import Any

from coachlog.base.texts import N_
from coachlog.journal.coachee.lookup import self_or_none
from coachlog.journal.common.input_types import Input
from coachlog.journal.common.models import edit_fields, new_fields
from coachlog.journal.common.reads import not_found
from coachlog.journal.common.records import Inputs, changed_values
from coachlog.journal.goal.service import id_if_named
from coachlog.journal.growth.queries import GROWTHS
from coachlog.schema.growth import GROWTH
from coachlog.settings import whole_path
from coachlog.store.work import Work


@edit_fields(GROWTH, GROWTHS)
class GrowthEdit(Input):
    """Changes to a learning moment: only the fields that are given change; an empty one is cleared.

    *minutes* is a figure, or a text such as `1:30` or `1u30`.
    """


@new_fields(GROWTH, GROWTHS)
class GrowthInput(GrowthEdit):
    """A new learning moment of the coach."""


INPUTS: Inputs = {"new": GrowthInput, "edit": GrowthEdit}


def add(work: Work, data: GrowthInput, today: date) -> int:
    """Save a learning moment, of *today* unless it has a day, and return its number.

    Raises for its goal what `id_if_named` raises: it is one of the coach.
    """
    values = {"done_on": today} | data.model_dump(exclude_none=True)
    return work.add("growth", _with_links(work, values)).number


def edit(work: Work, number: int, data: GrowthEdit, _today: date) -> None:
    """Save the fields of a learning moment that *data* sets; raises what `add` raises."""
    row = GROWTHS.record(work, number)
    work.update("growth", row["id"], _with_links(work, changed_values(GROWTH, data)))


def _with_links(work: Work, values: dict[str, Any]) -> dict[str, Any]:
    """Return *values* with the ids of goal and network, and the whole path of the certificate."""
    if "goal" in values:
        coach = self_or_none(work)
        goal = values.pop("goal")
        values["goal_id"] = id_if_named(work, goal, {}, coach.id if coach else "")
    if "network" in values:
        network = values.pop("network")
        values["network_id"] = None if network is None else _id_of_network(work, network)
    if values.get("certificate"):
        values["certificate"] = str(whole_path(values["certificate"]))
    return values


def _id_of_network(work: Work, number: int) -> str:
    """Return the id of network *number*; raises NotFoundError."""
    network_id = work.value("select id from network where number = :number", number=number)
    if network_id is None:
        raise not_found("network", N_("There is no network {number}."))(number=number)
    return str(network_id)
