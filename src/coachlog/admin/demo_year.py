"""What keeps each record of the made-up year, by its noun: all that writes, imported at once."""

from collections.abc import Callable
from datetime import date
from typing import Any

from coachlog.journal.coachee import service as coachees
from coachlog.journal.coachee.model import CoacheeInput, TalentInput
from coachlog.journal.coachee.queries import find
from coachlog.journal.common.input_types import checked
from coachlog.journal.goal import service as goals
from coachlog.journal.goal.levels import queries as levels
from coachlog.journal.goal.model import GoalEdit, ScaleEdit
from coachlog.journal.growth import service as growth
from coachlog.journal.growth.service import GrowthInput
from coachlog.journal.objective import service as objectives
from coachlog.journal.objective.service import ObjectiveInput
from coachlog.journal.observation import service as observations
from coachlog.journal.observation.service import ObservationInput
from coachlog.journal.release import queries as releases
from coachlog.journal.release.queries import Copy
from coachlog.journal.session import service as sessions
from coachlog.journal.session.model import SessionInput
from coachlog.journal.trajectory import service as trajectories
from coachlog.journal.trajectory.model import TrajectoryInput
from coachlog.journal.workability import service as workability
from coachlog.journal.workability.model import CheckInInput
from coachlog.store.work import Work

Keepers = dict[str, Callable[[dict[str, Any]], object]]
"""What keeps a record, by its noun."""


def keepers(work: Work, today: date, zone: str) -> Keepers:
    """The functions that save a record of each noun in *work*, as of *today*, by noun."""
    return _people(work, today) | _goals(work, today) | _talks(work, today, zone)


def _people(work: Work, today: date) -> Keepers:
    def talent(given: dict[str, Any]) -> object:
        person = find(work, given.pop("coachee"))
        return coachees.add_talent(work, person, checked(TalentInput, given, today))

    return {
        "coachee": lambda given: coachees.add(work, checked(CoacheeInput, given, today)),
        "talent": talent,
        "trajectory": lambda given: trajectories.add(
            work, checked(TrajectoryInput, given, today), today
        ),
    }


def _goals(work: Work, today: date) -> Keepers:
    def edit(model: type[Any]) -> Callable[[dict[str, Any]], object]:
        return lambda given: goals.edit(
            work, given.pop("number"), checked(model, given, today), today
        )

    def level(given: dict[str, Any]) -> None:
        levels.rate(work, **given)

    return {
        "objective": lambda given: objectives.add(
            work, checked(ObjectiveInput, given, today), today
        ),
        "link": edit(GoalEdit),
        "scale": edit(ScaleEdit),
        "level": level,
    }


def _talks(work: Work, today: date, zone: str) -> Keepers:
    def release_goal(given: dict[str, Any]) -> None:
        goal = given.pop("goal")
        releases.release_goal(work, goal, Copy(**releases.copied(work, goal), **given))

    return {
        "session": lambda given: sessions.record(work, checked(SessionInput, given, today), zone),
        "release": lambda given: releases.release(work, given.pop("session"), Copy(**given)),
        "goal_release": release_goal,
        "observation": lambda given: observations.add(
            work, checked(ObservationInput, given, today), today
        ),
        "checkin": lambda given: workability.add(work, checked(CheckInInput, given, today), today),
        "growth": lambda given: growth.add(work, checked(GrowthInput, given, today), today),
    }
