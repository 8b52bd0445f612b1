"""The objectives and talents that a new goal of a guided conversation is linked with."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from coachlog.base.errors import NotFoundError
from coachlog.guide.guide import Guide
from coachlog.interview.fills import MENTION_FIELDS, FieldValues
from coachlog.interview.mentions import mentions_in
from coachlog.interview.record import field_values
from coachlog.journal.coachee.lookup import Person, matching
from coachlog.journal.goal.links import TALENT_NOT_FOUND, talent_id
from coachlog.journal.objective.queries import OBJECTIVES
from coachlog.terminal.context import Context

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


def check(reader: "Reader", person: Person | None, name: str, filled: FieldValues) -> None:
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
    _refresh_mentions(context, guide)
    filled = field_values(interview)
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


def _refresh_mentions(context: Context, guide: Guide) -> None:
    """Leave the number out of each mention of a talent or objective that was removed since.

    What was said stays, and becomes no record anew.
    """
    interview = guide.interview
    named = [q for q in interview.path if q.fills in MENTION_FIELDS and interview.answers.get(q.id)]
    with context.reader() as reader:
        people = matching(reader, guide.draft.coachee) if named else ()
        for question in named:
            answer = interview.answers[question.id]
            if not isinstance(answer, list):
                continue
            for mention in mentions_in(answer):
                number = mention.get("number")
                if number is None:
                    continue
                if question.fills == "objectives":
                    exists = _exists(partial(OBJECTIVES.id_of, reader, number))
                else:
                    exists = _has_talent(reader, people, number)
                if not exists:
                    del mention["number"]
                    mention["keep"] = False


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
