"""What a new goal of a guided conversation is linked with: objectives, and talents."""

from typing import TYPE_CHECKING, Any

from coachlog.base.errors import NotFoundError
from coachlog.guide.leading import Guide
from coachlog.interview.conditions import CHOSEN_FROM
from coachlog.journal.coachee.queries import Person, matching
from coachlog.journal.goal.links import TALENT_NOT_FOUND, talent_id
from coachlog.journal.objective import queries as objectives
from coachlog.terminal.context import Context

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

OBJECTIVES, TALENTS = (f"goal.{name}" for name in CHOSEN_FROM)


def check(reader: "Reader", person: Person | None, name: str, filled: dict[str, Any]) -> None:
    """Refuse what options named and is not there, before anything is asked.

    Raises NotFoundError.
    """
    for number in filled.get(OBJECTIVES, []):
        objectives.OBJECTIVES.id_of(reader, number)
    for number in filled.get(TALENTS, []):
        if person is None:
            raise NotFoundError(*TALENT_NOT_FOUND, number=number, handle=name)
        talent_id(reader, number, person.id)


def look_again(context: Context, guide: Guide) -> None:
    """Leave out the objectives and talents that were removed meanwhile."""
    interview = guide.interview
    chosen = {q.fills: q.id for q in interview.path if q.fills in (OBJECTIVES, TALENTS)}
    given = {fills: interview.given.get(id_) or [] for fills, id_ in chosen.items()}
    if not any(given.values()):
        return
    with context.reader() as reader:
        people = matching(reader, guide.draft.coachee)
        left = {
            OBJECTIVES: [
                n
                for n in given.get(OBJECTIVES, [])
                if _is_there(objectives.OBJECTIVES.id_of, reader, n)
            ],
            TALENTS: [
                n
                for n in given.get(TALENTS, [])
                if any(_is_there(talent_id, reader, n, person.id) for person in people)
            ],
        }
    if any(left[fills] != numbers for fills, numbers in given.items()):
        interview.given |= {chosen[fills]: left[fills] or None for fills in chosen}
        guide.save_draft()


def _is_there(find: Any, *what: Any) -> bool:
    try:
        find(*what)
    except NotFoundError:
        return False
    return True
