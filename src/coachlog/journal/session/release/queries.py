"""Released texts, one statement each: a copy that somebody agreed to, handed over or withdrawn."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.clock import instant
from coachlog.errors import NotFoundError, RefusedError
from coachlog.ids import new_id
from coachlog.journal.session.queries import ReleaseLine, SessionNotFoundError, released
from coachlog.journal.trajectory.roles import is_personnel_file
from coachlog.texts import N_

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


class ReleaseNotFoundError(NotFoundError):
    """No released text of that number."""

    cause = N_("There is no released text {number}.")
    remedy = N_("See them all: coachlog export csv releases")


class HandedOverError(RefusedError):
    """What somebody has in hands cannot be taken back."""

    cause = N_("Released text {number} was handed over on {day}: it cannot be withdrawn any more.")
    remedy = N_("Talk with the one who has it. The copy stays, so that you know what it says.")


class WithdrawnError(RefusedError):
    """A withdrawn text may not go anywhere."""

    cause = N_("Released text {number} was withdrawn on {day}: it may not be handed over.")
    remedy = N_("Is it agreed after all? Release it anew: coachlog session release {session}")


class BeforeAgreedError(RefusedError):
    """Nothing is handed over before somebody agreed."""

    cause = N_("Released text {number} was agreed on {day}, which is later.")
    remedy = N_("Give a later day with --on.")


class NotForTheFileError(RefusedError):
    """A coach who appraises somebody puts nothing of these talks in the personnel file."""

    cause = N_("You appraise {name} as well: nothing of these talks goes to the personnel file.")
    remedy = N_("What has to be appraised belongs in an appraisal interview, not in coaching.")


class Copy(NamedTuple):
    """The exact text that may go, to whom, who agreed, and on which day."""

    text: str
    to_whom: str
    agreed_by: str
    released_on: str


def line(reader: "Reader", number: int) -> ReleaseLine:
    """One released text; raises ReleaseNotFoundError."""
    found = released(reader, number)
    if found is None:
        raise ReleaseNotFoundError(number=number)
    return found


def release(work: "Work", session: int, copy: Copy) -> int:
    """Keep a copy of what may go; the result is its number.

    Raises SessionNotFoundError, or NotForTheFileError where the coach appraises the person.
    """
    session_id = work.value("select id from session where number = :number", number=session)
    if session_id is None:
        raise SessionNotFoundError(number=session)
    if is_personnel_file(copy.to_whom) and (name := _appraised(work, str(session_id))):
        raise NotForTheFileError(name=name)
    number = work.next_number("release")
    work.execute(
        "insert into release (id, number, session_id, text, to_whom, agreed_by, released_on,"
        " created_at) values (:id, :number, :session, :text, :to_whom, :agreed_by, :released_on,"
        " :now)",
        id=new_id(),
        number=number,
        session=session_id,
        now=instant(work.now),
        **copy._asdict(),
    )
    return number


def hand_over(work: "Work", number: int, day: str) -> bool:
    """Note that a text was handed over on *day*; False when that is known already.

    Raises ReleaseNotFoundError, WithdrawnError or BeforeAgreedError.
    """
    found = line(work, number)
    if found.withdrawn_on:
        raise WithdrawnError(number=number, day=found.withdrawn_on, session=found.session)
    if day < found.released_on:
        raise BeforeAgreedError(number=number, day=found.released_on)
    if found.handed_over_on == day:
        return False
    work.execute(
        "update release set handed_over_on = :day where number = :number", day=day, number=number
    )
    return True


def withdraw(work: "Work", number: int, day: str) -> bool:
    """Withdraw a text that was not handed over; False when it was withdrawn already.

    Raises ReleaseNotFoundError or HandedOverError.
    """
    found = line(work, number)
    if found.handed_over_on:
        raise HandedOverError(number=number, day=found.handed_over_on)
    if found.withdrawn_on:
        return False
    work.execute(
        "update release set withdrawn_on = :day where number = :number", day=day, number=number
    )
    return True


def _appraised(work: "Work", session_id: str) -> str | None:
    """The name of the person, where the coach of this trajectory appraises them as well."""
    name = work.value(
        "select c.name from session s join trajectory t on t.id = s.trajectory_id"
        " join coachee c on c.id = s.coachee_id where s.id = :session and t.appraises = 1",
        session=session_id,
    )
    return None if name is None else str(name)
