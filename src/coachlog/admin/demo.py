"""`demo`: a believable year of three coachees in a throw-away journal, apart from the coach's own.

`year.jsonl` holds it: one record a line, by its noun, each text in three languages, each day as it
would be if today were REFERENCE.
"""

import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coachlog import settings
from coachlog.base.errors import UnavailableError, system_problem
from coachlog.base.texts import LANGUAGES, N_, _
from coachlog.store.files import BESIDE
from coachlog.store.turn import turn_at
from coachlog.terminal.context import Context, say
from coachlog.terminal.patience import Patience

if TYPE_CHECKING:
    from coachlog.store.work import Work

YEAR = Path(__file__).parent / "year.jsonl"
REFERENCE = date(2026, 11, 24)
PROGRAM = "demo"
_DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?")


def demo_store() -> Path:
    """The throw-away journal."""
    return settings.cache_path("demo.sqlite")


def enter(context: Context) -> None:
    """Make *context* work on the throw-away journal; its hints begin with `coachlog demo`."""
    context.thrown_away = True
    context.program = f"{context.program} {PROGRAM}"
    store = demo_store()
    context.options = context.options._replace(store=str(store))
    if not store.exists():
        with _writable(), turn_at(store):
            _fill_beside(context, store)


def renew(context: Context) -> None:
    """Throw the demonstration journal away and fill it again, in the language of this run."""
    with _writable():
        _remove(demo_store())
    enter(context)
    say(_("A made-up year of coaching, in a journal of its own: {path}").format(path=demo_store()))


@contextmanager
def _writable() -> Iterator[None]:
    """Within it, what the system refuses is told with the place. Raises DemoUnwritableError."""
    try:
        yield
    except OSError as error:
        if error.filename is None:  # of the output, which is told elsewhere
            raise
        problem = system_problem(error)
        raise UnavailableError(
            N_("The demo journal {path} cannot be written: {problem}."),
            N_("Make its folder writable for you, or name another one in XDG_CACHE_HOME."),
            path=error.filename,
            problem=problem,
        ) from error


def _fill_beside(context: Context, store: Path) -> None:
    """Nobody ever finds half a year: it comes to its place when it is whole."""
    beside = store.with_name(f"{store.name}.part")
    if store.exists():
        return
    _remove(beside)
    context.options = context.options._replace(store=str(beside))
    fill(context)
    os.replace(beside, store)  # noqa: PTH105 - it is our turn
    context.options = context.options._replace(store=str(store))


def _remove(store: Path) -> None:
    for suffix in ("", *BESIDE):
        Path(f"{store}{suffix}").unlink(missing_ok=True)


def fill(context: Context) -> None:
    """Keep the whole year in the store of *context*, as one piece of work."""
    from coachlog.base.texts import language

    today = context.today
    with context.work("demo") as work, Patience(_("A year of coaching:")) as waiting:
        keepers = _people(work, today) | _goals(work, today) | _talks(work, today, context.zone)
        for noun, given in waiting.each(year(language(), today)):
            keepers[noun](given)


Keepers = dict[str, Callable[[dict[str, Any]], object]]
"""What keeps a record, by its noun."""


def _people(work: "Work", today: date) -> Keepers:
    from coachlog.journal.coachee import service as coachees
    from coachlog.journal.coachee.model import CoacheeInput, TalentInput
    from coachlog.journal.coachee.queries import find
    from coachlog.journal.common.input_types import checked  # heavy: only where the year is made
    from coachlog.journal.trajectory import service as trajectories
    from coachlog.journal.trajectory.model import TrajectoryInput

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


def _goals(work: "Work", today: date) -> Keepers:
    from coachlog.base.clock import instant
    from coachlog.journal.common.input_types import checked
    from coachlog.journal.goal import service as goals
    from coachlog.journal.goal.levels import queries as levels
    from coachlog.journal.goal.model import GoalEdit, ScaleEdit
    from coachlog.journal.objective import service as objectives
    from coachlog.journal.objective.model import ObjectiveInput

    def edit(model: type[Any]) -> Callable[[dict[str, Any]], object]:
        return lambda given: goals.edit(
            work, given.pop("number"), checked(model, given, today), today
        )

    def level(given: dict[str, Any]) -> None:
        levels.rate(work, **given, created_at=instant(work.now))

    return {
        "objective": lambda given: objectives.add(
            work, checked(ObjectiveInput, given, today), today
        ),
        "link": edit(GoalEdit),
        "scale": edit(ScaleEdit),
        "level": level,
    }


def _talks(work: "Work", today: date, zone: str) -> Keepers:
    from coachlog.journal.common.input_types import checked
    from coachlog.journal.growth import service as growth
    from coachlog.journal.growth.model import GrowthInput
    from coachlog.journal.observation import service as observations
    from coachlog.journal.observation.model import ObservationInput
    from coachlog.journal.release import queries as releases
    from coachlog.journal.release.queries import Copy
    from coachlog.journal.session import service as sessions
    from coachlog.journal.session.model import SessionInput
    from coachlog.journal.workability import service as workability
    from coachlog.journal.workability.model import CheckInInput

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


def year(language: str, today: date) -> Iterator[tuple[str, dict[str, Any]]]:
    """The nouns and inputs of the year in order, in *language*, moved by whole weeks to *today*."""
    moved = timedelta(weeks=(today - REFERENCE).days // 7)
    for line in YEAR.read_text(encoding="utf-8").splitlines():
        record = _told(json.loads(line), language, moved)
        yield record.pop("noun"), record


def _told(value: Any, language: str, moved: timedelta) -> Any:
    if isinstance(value, dict):
        if set(value) == set(LANGUAGES):
            return value[language]
        return {key: _told(each, language, moved) for key, each in value.items()}
    if isinstance(value, list):
        return [_told(each, language, moved) for each in value]
    if isinstance(value, str) and _DAY.fullmatch(value):
        later = datetime.fromisoformat(value) + moved
        return later.isoformat(timespec="minutes") if "T" in value else later.date().isoformat()
    return value
