"""Saving each record of the made-up year, by its noun; imports all the code that writes."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Any

from coachlog.admin.schemas import input_of
from coachlog.journal.coachee import service as coachees
from coachlog.journal.coachee.queries import find
from coachlog.journal.common.input_types import checked
from coachlog.journal.goal import service as goals
from coachlog.journal.goal.levels import queries as levels
from coachlog.journal.release import queries as releases
from coachlog.journal.release.queries import Copy
from coachlog.journal.session import service as sessions
from coachlog.store.work import Work

Given = dict[str, Any]


class Keeper:
    """Saves the records of the year in *work*, as of *today*."""

    def __init__(self, work: Work, today: date, zone: str) -> None:
        self.work, self.today, self.zone = work, today, zone
        self._special: dict[str, Callable[[Given], object]] = {
            "coachee": lambda given: coachees.add(work, self._input("coachee", given)),
            "talent": self._talent,
            "session": lambda given: sessions.record(work, self._input("session", given), zone),
            "link": lambda given: self._edit(given, "edit"),
            "scale": lambda given: self._edit(given, "scale"),
            "level": lambda given: levels.rate(work, **given),
            "release": lambda given: releases.release(work, given.pop("session"), Copy(**given)),
            "goal_release": self._goal_release,
        }

    def keep(self, noun: str, given: Given) -> None:
        """Save a record of *noun*, or a change of a goal."""
        if noun in self._special:
            self._special[noun](given)
        else:
            service = import_module(f"coachlog.journal.{noun}.service")
            service.add(self.work, self._input(noun, given), self.today)

    def _input(self, noun: str, given: Given) -> Any:
        """Return the checked input of a new record of *noun*."""
        return checked(input_of(noun), given, self.today)

    def _talent(self, given: Given) -> None:
        person = find(self.work, given.pop("coachee"))
        coachees.add_talent(self.work, person, self._input("talent", given))

    def _edit(self, given: Given, verb: str) -> None:
        """Change the goal whose number is in *given*, as `goal edit` or `goal scale` does."""
        number = given.pop("number")
        changes: Any = checked(goals.INPUTS[verb], given, self.today)
        goals.edit(self.work, number, changes, self.today)

    def _goal_release(self, given: Given) -> None:
        """Release a goal with the texts that it has at this point of the year."""
        goal = given.pop("goal")
        goal_texts = releases.copied(self.work, goal)
        releases.release_goal(self.work, goal, Copy(**goal_texts, **given))
