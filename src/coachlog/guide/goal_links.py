"""What a new goal of a guided conversation is linked with: objectives, and talents."""

from collections.abc import Callable
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
    """Refuse what options named and is not there, before anything is asked.

    Raises NotFoundError.
    """
    for number in filled.get("goal.objectives", []):
        OBJECTIVES.id_of(reader, number)
    for number in filled.get("goal.talent_numbers", []):
        if person is None:
            raise NotFoundError(*TALENT_NOT_FOUND, number=number, handle=name)
        talent_id(reader, number, person.id)


def look_again(context: Context, guide: Guide) -> None:
    """Leave out the objectives and talents that were removed meanwhile."""
    interview = guide.interview
    filled = filled_in(interview)
    given = {
        "goal.objectives": filled.get("goal.objectives", []),
        "goal.talent_numbers": filled.get("goal.talent_numbers", []),
    }
    if not any(given.values()):
        return
    with context.reader() as reader:
        people = matching(reader, guide.draft.coachee)
        left = {
            "goal.objectives": [
                n
                for n in given["goal.objectives"]
                if _is_there(partial(OBJECTIVES.id_of, reader, n))
            ],
            "goal.talent_numbers": [
                n
                for n in given["goal.talent_numbers"]
                if any(_is_there(partial(talent_id, reader, n, person.id)) for person in people)
            ],
        }
    if left != given:
        interview.answers |= {
            q.id: left[q.fills] or None for q in interview.path if q.fills in left
        }
        guide.save_draft()


def _is_there(find: Callable[[], object]) -> bool:
    try:
        find()
    except NotFoundError:
        return False
    return True
