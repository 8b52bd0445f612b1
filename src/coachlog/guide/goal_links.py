"""The objectives and talents that a new goal of a guided conversation is linked with."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from coachlog.base.errors import NotFoundError
from coachlog.guide.guide import Guide
from coachlog.interview.fills import Filled
from coachlog.interview.record import filled_in
from coachlog.journal.coachee.queries import Person, matching
from coachlog.journal.goal.links import TALENT_NOT_FOUND, talent_id
from coachlog.journal.objective.queries import OBJECTIVES
from coachlog.terminal.context import Context

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


def check(reader: "Reader", person: Person | None, name: str, filled: Filled) -> None:
    """Raise NotFoundError if options name an objective or a talent that does not exist."""
    for number in filled.get("goal.objectives", []):
        OBJECTIVES.id_of(reader, number)
    for number in filled.get("goal.talent_numbers", []):
        if person is None:
            raise NotFoundError(*TALENT_NOT_FOUND, number=number, handle=name)
        talent_id(reader, number, person.id)


def refresh(context: Context, guide: Guide) -> None:
    """Leave out the objectives and talents that were removed since the conversation began.

    This changes the answers that name them, and saves the draft if anything was removed.
    """
    interview = guide.interview
    filled = filled_in(interview)
    objectives = filled.get("goal.objectives", [])
    talents = filled.get("goal.talent_numbers", [])
    if not (objectives or talents):
        return
    with context.reader() as reader:
        people = matching(reader, guide.draft.coachee)
        existing = {
            "goal.objectives": [
                n for n in objectives if _exists(partial(OBJECTIVES.id_of, reader, n))
            ],
            "goal.talent_numbers": [n for n in talents if _has_talent(reader, people, n)],
        }
    if existing != {"goal.objectives": objectives, "goal.talent_numbers": talents}:
        interview.answers |= {
            q.id: existing[q.fills] or None for q in interview.path if q.fills in existing
        }
        guide.save_draft()


def _has_talent(reader: "Reader", people: Sequence[Person], number: int) -> bool:
    """Whether one of *people* has a talent with that number."""
    return any(_exists(partial(talent_id, reader, number, person.id)) for person in people)


def _exists(find: Callable[[], object]) -> bool:
    """Whether *find* succeeds, instead of raising NotFoundError."""
    try:
        find()
    except NotFoundError:
        return False
    return True
