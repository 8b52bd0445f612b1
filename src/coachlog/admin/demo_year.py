"""Saving each record of the made-up year, by its noun; imports all the code that writes."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Any

from coachlog.admin.schemas import input_of
from coachlog.journal.coachee import service as coachees
from coachlog.journal.coachee.lookup import find
from coachlog.journal.common.input_types import validated
from coachlog.journal.goal import queries as goal_scores
from coachlog.journal.goal import service as goals
from coachlog.journal.goal.levels import queries as levels
from coachlog.journal.growth.rating import queries as ratings
from coachlog.journal.onboarding import queries as checklists
from coachlog.journal.onboarding import service as onboarding
from coachlog.journal.referral.queries import save_referral
from coachlog.journal.release import saving as releases
from coachlog.journal.release.queries import Copy, goal_copy
from coachlog.journal.session import service as sessions
from coachlog.journal.trajectory import service as trajectories
from coachlog.store.work import Work

Fields = dict[str, Any]


class Keeper:
    """Saves the records of the year in *work*, as of *today*."""

    def __init__(self, work: Work, today: date, zone: str) -> None:
        self.work, self.today, self.zone = work, today, zone
        self._special: dict[str, Callable[[Fields], object]] = {
            "coachee": lambda fields: coachees.add(work, self._input("coachee", fields)),
            "talent": self._talent,
            "session": lambda fields: sessions.record(work, self._input("session", fields), zone),
            "link": lambda fields: self._edit(fields, "edit"),
            "scale": lambda fields: self._edit(fields, "scale"),
            "level": lambda fields: levels.rate(work, **fields),
            "release": lambda fields: releases.release(work, fields.pop("session"), Copy(**fields)),
            "goal_release": self._goal_release,
            "referral": self._referral,
            "onboarding": self._onboarding,
            "own_score": self._own_score,
            "self_rating": lambda fields: ratings.save_rating(work, **fields),
        }

    def keep(self, noun: str, fields: Fields) -> None:
        """Save a record of *noun*, or a change of a goal."""
        if noun in self._special:
            self._special[noun](fields)
        else:
            service = import_module(f"coachlog.journal.{noun}.service")
            service.add(self.work, self._input(noun, fields), self.today)

    def _input(self, noun: str, fields: Fields) -> Any:
        """Return the checked input of a new record of *noun*."""
        return validated(input_of(noun), fields, self.today)

    def _talent(self, fields: Fields) -> None:
        person = find(self.work, fields.pop("coachee"))
        coachees.add_talent(self.work, person, self._input("talent", fields))

    def _edit(self, fields: Fields, verb: str) -> None:
        """Change the goal whose number is in *fields*, as `goal edit` or `goal scale` does."""
        number = fields.pop("number")
        changes: Any = validated(goals.INPUTS[verb], fields, self.today)
        goals.edit(self.work, number, changes, self.today)

    def _onboarding(self, fields: Fields) -> None:
        """Give a newcomer a checklist, of which items are known, and a charter that was signed."""
        person = find(self.work, fields["coachee"])
        trajectory = checklists.trajectory_of(self.work, person).number
        onboarding.give_checklist(self.work, person, trajectory)
        number_of = {
            line.item: line.number for line in checklists.of_trajectory(self.work, trajectory)
        }
        for item, level, day in fields["ticks"]:
            checklists.tick(self.work, number_of[item], level, date.fromisoformat(day))
        changes: Any = validated(trajectories.INPUTS["edit"], fields["charter"], self.today)
        trajectories.edit(self.work, trajectory, changes, self.today)

    def _own_score(self, fields: Fields) -> None:
        """Score the goal of the coach."""
        sql = (
            "select g.number from goal g join coachee c on c.id = g.coachee_id where c.is_self = 1"
        )
        goal_scores.score(self.work, int(self.work.value(sql)), **fields)

    def _goal_release(self, fields: Fields) -> None:
        """Release a goal with the texts that it has at this point of the year."""
        goal = fields.pop("goal")
        goal_texts = goal_copy(self.work, goal)
        releases.release_goal(self.work, goal, Copy(**goal_texts, **fields))

    def _referral(self, fields: Fields) -> None:
        """Save to whom somebody was referred, and when."""
        person = find(self.work, fields["coachee"])
        save_referral(self.work, person, fields["helper"], fields["referred_on"])
