"""Keeps where a peer consultation is, so that a stop or a crash loses only seconds of it."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base import clock
from coachlog.base.ids import new_id
from coachlog.store.work import Work

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

COMMAND = "network intervision"


class Consultation(NamedTuple):
    """A peer consultation that is going on: the *step*, from 1 on, and the seconds left in it."""

    id: str
    method: str
    case: int | None
    step: int
    seconds_left: int


_UNFINISHED = (
    "select u.id, u.method, c.number, u.step, u.seconds_left"
    " from consultation u left join network_case c on c.id = u.case_id"
    " where u.method = :method order by u.saved_at desc limit 1"
)
_SAVE = (
    "insert into consultation(id, method, case_id, step, seconds_left, started_at, saved_at)"
    " values (:id, :method, (select id from network_case where number = :case),"
    " :step, :left, :now, :now)"
    " on conflict (id) do update set step = excluded.step, seconds_left = excluded.seconds_left,"
    " saved_at = excluded.saved_at"
)


def unfinished(reader: "Reader", method: str) -> Consultation | None:
    """Return the consultation by this method that was stopped last, or None."""
    return reader.one(Consultation, _UNFINISHED, method=method)


def begin(store: Path, method: str, case: int | None, seconds: int) -> Consultation:
    """Save a new consultation at its first step, in place of an unfinished one by this method."""
    consultation = Consultation(new_id(), method, case, 1, seconds)
    with Work(store, COMMAND) as work:
        work.execute("delete from consultation where method = :method", method=method)
    save(store, consultation)
    return consultation


def save(store: Path, consultation: Consultation) -> None:
    """Save where a consultation is; it is on disk when this returns."""
    with Work(store, COMMAND) as work:
        work.execute(
            _SAVE,
            id=consultation.id,
            method=consultation.method,
            case=consultation.case,
            step=consultation.step,
            left=max(consultation.seconds_left, 0),
            now=clock.instant(clock.now()),
        )


def end(store: Path, consultation: Consultation) -> None:
    """Forget a consultation that came to its end."""
    with Work(store, COMMAND) as work:
        work.execute("delete from consultation where id = :id", id=consultation.id)
