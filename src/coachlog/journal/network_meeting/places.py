"""The places where the coach used what a meeting brought: in words, and whether they exist."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from coachlog.base.errors import NotFoundError
from coachlog.base.texts import N_, _
from coachlog.journal.network_meeting.fields import PLACES, read_places, split_place

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.terminal.context import Context

TABLES = {"goal": "goal", "option": "session", "action": "action", "growth": "growth"}
"""The table of each kind of place; an idea is found by the number of its conversation."""


def places_text(places: str) -> str:
    """Return the *places* of a meeting, such as `goal 3, action 5`, in the language of the run."""
    named = map(split_place, read_places(places))
    return ", ".join(f"{_(PLACES[noun])} {number}" for noun, number in named)


def existing_places(run: "Context") -> Callable[[str], Sequence[str]]:
    """Return a check that reads places, and raises NotFoundError for one that is not there."""

    def check(typed: str) -> Sequence[str]:
        places = read_places(typed)
        with run.reader() as reader:
            for place in places:
                if not _exists(reader, place):
                    raise no_such_place(place)
        return places

    return check


def no_such_place(place: str) -> NotFoundError:
    """Return the error for a *place* that is not there."""
    return NotFoundError(
        N_("There is no {place}."),
        N_("See what there is: coachlog {noun} list --limit 0"),
        place=places_text(place),
        noun=TABLES[split_place(place)[0]],
    )


def _exists(reader: "Reader", place: str) -> bool:
    noun, number = split_place(place)
    sql = f"select 1 from {TABLES[noun]} where number = :number"  # noqa: S608 - names of our own
    return reader.value(sql, number=number) is not None
