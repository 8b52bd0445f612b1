"""Every statement of every `queries.py` is understood by the schema as it is migrated today.

Each function is called, with what it must have and with all it may have; and each place where one
asks the store for something has to have been reached, so that none can be forgotten.
"""

import ast
import inspect
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from importlib import import_module
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from coachlog.base.clock import moment_of
from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.journal.action.queries import ActionFilter
from coachlog.journal.coachee.consents.queries import ConsentFilter
from coachlog.journal.coachee.lookup import PersonFilter, find
from coachlog.journal.coachee.queries import CoacheeFilter
from coachlog.journal.common.reads import View
from coachlog.journal.contact.queries import ContactFilter
from coachlog.journal.goal.queries import GoalFilter
from coachlog.journal.growth.queries import GrowthFilter
from coachlog.journal.network.queries import NetworkFilter
from coachlog.journal.network_case.queries import CaseFilter
from coachlog.journal.network_meeting.queries import MeetingFilter
from coachlog.journal.objective.queries import ObjectiveFilter
from coachlog.journal.observation.queries import ObservationFilter
from coachlog.journal.release.queries import Copy
from coachlog.journal.request.queries import RequestFilter
from coachlog.journal.session.appointment.queries import Appointment
from coachlog.journal.session.queries import SessionFilter
from coachlog.journal.topic.queries import TopicFilter
from coachlog.journal.trajectory.queries import TRAJECTORIES, TrajectoryFilter
from coachlog.report.fund.queries import Scope
from coachlog.schema.tables import TABLES
from coachlog.store.connection import Reader, Writer
from coachlog.store.work import Work
from tests.conftest import EXAMPLE, NOW
from tests.guards.source import modules, tree

QUERIES = [name for name in modules() if name.rpartition(".")[2] == "queries"]
QUERIES += ["journal.common.corrections", "journal.release.saving"]
ASKING = ("rows", "one", "value", "count", "execute")
ON = ("reader", "work")
DAY, LATER = "2026-11-20", "2026-12-20"
MEETING = Appointment("amina", f"{LATER}T10:00:00.000Z", "UTC", 60, None, None, 9, None)

BY_NAME: dict[str, tuple[Any, ...]] = {
    "coachee": ("amina",),
    "who": ("amina", "Amina El Amrani", "aminna"),
    "handle": ("amina",),
    "day": (DAY, "2026-11-24"),
    "before": (f"{LATER}T10:00:00.000Z",),
    "at": (f"{DAY}T10:00:00.000Z",),
    "ahead_of": (DAY,),
    "zone_name": ("Europe/Brussels",),
    "view": ("sessions",),
    "whose": ("coachee",),
    "text": ("topic",),
    "prefix": ("", "1", "a"),
    "reason": ("ill",),
    "outcome": ("He agreed",),
    "closing": ("It is done",),
    "figure": (7,),
    "about": ("workability", "talks"),
    "record": ("session",),
    "table": ("goal_score", "goal_level"),
    "level": ("team",),
    "lens": ("learning",),
    "noun": ("session", "goal"),
    "whom": ("Koen",),
    "team": ("Team North",),
    "text_column": ("project", "organisation"),
    "way": ("project", "organisation"),
    "helper": ("helpline",),
}
STATUS = {
    "action": ("open", "done"),
    "goal": ("active", "dropped"),
    "session": ("planned", "held"),
    "topic": ("parked", "dropped"),
    "objective": ("active", "reached"),
    "trajectory": ("active", "closed"),
    "appointment": ("cancelled", "missed"),
    "completion": ("held", ""),
}
BY_TYPE: dict[str, tuple[Any, ...]] = {
    "int": (1, 2, 999),
    "bool": (False, True),
    "str": ("amina",),
    "date": (date(2026, 11, 24),),
    "datetime": (moment_of(f"{LATER}T10:00:00.000Z"), datetime(2000, 1, 1, tzinfo=UTC)),
    "ActionFilter": (
        ActionFilter(),
        ActionFilter("amina", "open", 1, DAY),
        ActionFilter(status="done"),
    ),
    "PersonFilter": (PersonFilter(), PersonFilter("amina")),
    "ConsentFilter": (ConsentFilter(), ConsentFilter("amina", "talks")),
    "RequestFilter": (RequestFilter(), RequestFilter("amina", "access")),
    "CoacheeFilter": (CoacheeFilter(), CoacheeFilter(True)),
    "SessionFilter": (
        SessionFilter(),
        SessionFilter("amina", "held"),
        SessionFilter(None, "planned", DAY),
    ),
    "GoalFilter": (GoalFilter(), GoalFilter("amina", "active"), GoalFilter(lens="learning")),
    "GrowthFilter": (GrowthFilter(), GrowthFilter("training", DAY, DAY)),
    "ContactFilter": (ContactFilter(), ContactFilter("internal")),
    "NetworkFilter": (NetworkFilter(), NetworkFilter("peers", "active")),
    "MeetingFilter": (MeetingFilter(), MeetingFilter(1, DAY, DAY)),
    "CaseFilter": (CaseFilter(), CaseFilter(DAY, DAY)),
    "ObjectiveFilter": (ObjectiveFilter(), ObjectiveFilter("active", "team", "Team North")),
    "TopicFilter": (TopicFilter(), TopicFilter("amina", "parked"), TopicFilter(None, "dropped")),
    "TrajectoryFilter": (
        TrajectoryFilter(),
        TrajectoryFilter("amina", "active"),
        TrajectoryFilter(None, "closed"),
    ),
    "Scope": (Scope(), Scope("Plan A"), Scope(None, "Alfa")),
    "ObservationFilter": (ObservationFilter(), ObservationFilter("amina", 1, DAY, DAY)),
    "Appointment": (MEETING, MEETING._replace(number=None, agreed_in=1)),
    "Iterator": ((),),
    "Copy": tuple(Copy("We agreed", "Koen", "Amina", DAY, file) for file in (None, True)),
}


@pytest.fixture
def reached(call, program, prepared, monkeypatch) -> Iterator[tuple[Work, set[tuple[str, int]]]]:
    """A unit of work in a journal with some of all, and the places that asked it for something."""

    def fill() -> None:
        assert call("session", "new", "--from", EXAMPLE).code == 0
        for words in (
            ("session", "plan", "amina", "2026-12-20 14:00"),
            ("topic", "park", "amina", "Holidays"),
            ("session", "release", 1, "--to", "Koen", "--agreed-by", "Amina"),
            ("objective", "new", "--statement", "Answer within a day", "--team", "Team North"),
            ("coachee", "talent", "amina", "Stays calm"),
            ("goal", "edit", 1, "--objective", 1, "--talent", 1),
            ("goal", "scale", 1, "--level-0", "I lead one talk"),
            ("workability", "consent", "amina"),
            ("workability", "withdraw", "amina", "--yes"),
            ("coachee", "rename", "amina", "amina-e"),
            ("coachee", "rename", "amina-e", "amina"),
        ):
            assert call(*words, "--no-input").code == 0, words

    prepared(fill)
    places: set[tuple[str, int]] = set()
    for name in ASKING:
        owner = Writer if name == "execute" else Reader
        monkeypatch.setattr(owner, name, _noting(getattr(owner, name), places))
    with Work(program.store, "test", moment_of(NOW.replace("Z", ".000Z"))) as work:
        yield work, places


@pytest.mark.parametrize("name", QUERIES)
def test_each_statement_is_understood_and_none_is_forgotten(reached, name):
    work, places = reached
    module = import_module(f"coachlog.{name}")

    for function in _public(module):
        work.execute("savepoint one")
        for arguments in _arguments(function, name, work):
            with suppress(NotFoundError, RefusedError):
                found = function(work, **arguments)
                if isinstance(found, Iterator):
                    list(found)
        work.execute("rollback to one")

    for view in vars(module).values():
        if isinstance(view, View) and view.every:
            for wanted in BY_TYPE[type(view.every).__name__]:
                list(view.rows(work, wanted, 2))
                view.total(work, wanted, 2)
            for number in BY_TYPE["int"] if "number" in view.line._fields else ():
                with suppress(NotFoundError):
                    view.one(work, number)

    asked = {(modules()[name], line) for line in _askings(name)}
    assert asked - {(Path(file), line) for file, line in places} == set()


def _noting(method: Any, places: set[tuple[str, int]]) -> Any:
    def noted(self: Reader, *given: Any, **values: Any) -> Any:
        frame = sys._getframe(1)
        places.add((frame.f_code.co_filename, frame.f_lineno))
        return method(self, *given, **values)

    return noted


def _public(module: ModuleType) -> list[Any]:
    return [
        function
        for name, function in vars(module).items()
        if inspect.isfunction(function)
        and function.__module__ == module.__name__
        and not name.startswith("_")
        and next(iter(inspect.signature(function).parameters), "") in ON
    ]


def _arguments(function: Any, module: str, work: Work) -> Iterator[dict[str, Any]]:
    """Every choice of what the parameters may be; None where they may be left out."""
    _first, *others = inspect.signature(function).parameters.values()
    choices = [_choices(each, module, work) for each in others]
    for chosen in product(*choices):
        yield {each.name: value for each, value in zip(others, chosen, strict=True)}


def _choices(parameter: inspect.Parameter, module: str, work: Work) -> tuple[Any, ...]:
    told = str(getattr(parameter.annotation, "__name__", parameter.annotation))
    kind, optional = told.removesuffix(" | None"), told.endswith(" | None")
    found: tuple[Any, ...]
    if parameter.name == "status":
        found = next(words for noun, words in reversed(STATUS.items()) if noun in module)
    elif parameter.name == "coachee_id":
        found = (find(work, "amina").id,)
    elif kind == "Table":
        found = (TABLES["session"], TABLES["goal"])
    elif kind == "Person":
        found = (find(work, "amina"),)
    elif kind == "TrajectoryLine":
        found = (TRAJECTORIES.one(work, 1),)
    else:
        found = BY_NAME.get(parameter.name) or BY_TYPE[kind]
    return (None, *found) if optional else found


def _askings(name: str) -> Iterator[int]:
    """The lines on which a module asks a reader or a unit of work for something."""
    for node in ast.walk(tree(name)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ASKING
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id in ON
        ):
            yield node.lineno
