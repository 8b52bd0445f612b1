"""Saves what a conversation brings along: talents and objectives, and the end of a trajectory."""

from coachlog.journal.common.owner import RecordOwner
from coachlog.journal.goal import links
from coachlog.journal.goal.service import Refs, id_if_named
from coachlog.journal.objective.queries import OBJECTIVES
from coachlog.journal.objective.service import ObjectiveInput
from coachlog.journal.objective.service import add as add_objective
from coachlog.journal.session.model import SessionInput
from coachlog.journal.session.outcome.model import MentionedObjectiveInput, MentionedTalentInput
from coachlog.store.work import Work


def keep_outcome(work: Work, data: SessionInput, refs: Refs, owner: RecordOwner) -> None:
    """Save the talents and objectives that were named, and what ends with the conversation.

    *refs* has the ids of the goals of the conversation. Raises NotFoundError.
    """
    for talent in data.talents:
        talent_id = _talent(work, talent, owner)
        if goal_id := id_if_named(work, talent.goal, refs, owner.coachee_id):
            links.add_link(work, "goal_talent", "talent_id", goal_id, talent_id)
    for objective in data.objectives:
        objective_id = _objective(work, objective, owner)
        if goal_id := id_if_named(work, objective.goal, refs, owner.coachee_id):
            links.add_link(work, "goal_objective", "objective_id", goal_id, objective_id)
    if data.retention_on:
        work.update("coachee", owner.coachee_id, {"retention_on": data.retention_on})
    _close_trajectory(work, data, owner)


def _talent(work: Work, talent: MentionedTalentInput, owner: RecordOwner) -> str:
    """Return the id of a talent of this person: the known one, or a new record."""
    if talent.number is not None:
        return links.talent_id(work, talent.number, owner.coachee_id)
    known = work.value(
        "select id from talent where coachee_id = :coachee and lower(strength) = lower(:strength)"
        " order by number limit 1",
        coachee=owner.coachee_id,
        strength=talent.strength,
    )
    if known:
        return str(known)
    values = {"strength": talent.strength, "shows": talent.shows}
    return work.add("talent", {"coachee_id": owner.coachee_id, **values}).id


def _objective(work: Work, objective: MentionedObjectiveInput, owner: RecordOwner) -> str:
    """Return the id of an objective: the known one, or a new record of the person's team."""
    if objective.number is not None:
        return OBJECTIVES.id_of(work, objective.number)
    known = work.value(
        "select id from objective where lower(statement) = lower(:statement)"
        " and status = 'active' order by number limit 1",
        statement=objective.statement,
    )
    if known:
        return str(known)
    team = work.value("select team from coachee where id = :id", id=owner.coachee_id)
    values = {"statement": objective.statement, "team": team}
    data = ObjectiveInput.model_validate(values)
    return OBJECTIVES.id_of(work, add_objective(work, data, owner.day))


def _close_trajectory(work: Work, data: SessionInput, owner: RecordOwner) -> None:
    """Save what the trajectory brought, and close it on the day of the conversation if agreed."""
    values: dict[str, object] = {}
    if data.trajectory_closing:
        values["closing"] = data.trajectory_closing
    if data.trajectory_closed:
        values |= {"status": "closed", "closed_on": owner.day}
    if values:
        work.update("trajectory", owner.trajectory_id, values)
