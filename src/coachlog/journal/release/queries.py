"""What was released: reading it by reader, and keeping, handing over or withdrawing a copy."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.base.texts import N_
from coachlog.journal.action.queries import of_goal as actions_of
from coachlog.journal.common.reads import View
from coachlog.journal.common.standing import step
from coachlog.journal.goal.queries import line as goal_line
from coachlog.journal.release.fields import folded, is_same

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


class ReleaseLine(NamedTuple):
    """A row of the view `releases`, in its order: a text of a conversation, or a goal.

    Of *session* and *goal* one is there. The fields after *goal* belong to a released goal.
    *personnel_file* is 0, 1 or not known.
    """

    number: int
    session: int | None
    coachee: str
    text: str
    to_whom: str
    agreed_by: str
    released_on: str
    handed_over_on: str | None
    withdrawn_on: str | None
    goal: int | None
    why: str | None
    steps: str | None
    signs: str | None
    milestone: str | None
    provided: str | None
    starts_on: str | None
    target_on: str | None
    personnel_file: int | None


class ReaderLine(NamedTuple):
    """Somebody to whom something was released, and how much of it.

    *released* counts all of it; *handed_over* and *withdrawn* how much of that was. *about* counts
    the people that it is about.
    """

    reader: str
    released: int
    handed_over: int
    withdrawn: int
    about: int
    first_on: str
    last_on: str


class Copy(NamedTuple):
    """The exact text that may go, to whom, who agreed and on which day; of a goal also the rest."""

    text: str
    to_whom: str
    agreed_by: str
    released_on: str
    personnel_file: bool | None = None
    why: str | None = None
    steps: str | None = None
    signs: str | None = None
    milestone: str | None = None
    provided: str | None = None
    starts_on: str | None = None
    target_on: str | None = None


NOT_FOR_THE_FILE = (
    N_("You appraise {name}: no text from these talks goes into the personnel file."),
    N_(
        "Appraisal belongs in an appraisal interview, not in coaching. A goal that you both "
        "agree on may be passed on: coachlog goal release N"
    ),
)


RELEASES = View(
    "releases",
    ReleaseLine,
    partial(
        NotFoundError,
        N_("There is no released text {number}."),
        N_("See them all: coachlog export csv releases"),
    ),
    table="release",
)
line = RELEASES.one


def of_session(reader: "Reader", number: int) -> list[ReleaseLine]:
    """The texts of a conversation that were released, in the order in which they were."""
    return RELEASES.all(reader, "where session = :number order by number", number=number)


def of_goal(reader: "Reader", number: int) -> list[ReleaseLine]:
    """The copies of a goal that were released, in the order in which they were."""
    return RELEASES.all(reader, "where goal = :number order by number", number=number)


def of_person(reader: "Reader", coachee: str) -> list[ReleaseLine]:
    """All about a person that was released and not withdrawn, to whomever, by day."""
    behind = f"where coachee = :coachee and withdrawn_on is null {_BY_DAY}"
    return RELEASES.all(reader, behind, coachee=coachee)


def to_reader(reader: "Reader", whom: str) -> list[ReleaseLine]:
    """All that was ever released to *whom*, withdrawn or not, oldest first."""
    return only_for(RELEASES.all(reader, _BY_DAY), whom)


def only_for(lines: Iterable[ReleaseLine], whom: str) -> list[ReleaseLine]:
    """Those of *lines* that were released to *whom*."""
    return [each for each in lines if is_same(each.to_whom, whom)]


def readers(reader: "Reader") -> list[ReaderLine]:
    """Everybody to whom something was released, by name, as they were called last."""
    found: dict[str, list[ReleaseLine]] = {}
    for each in RELEASES.all(reader, _BY_DAY):
        found.setdefault(folded(each.to_whom), []).append(each)
    return [_counted(found[name]) for name in sorted(found)]


def spelled(reader: "Reader", whom: str) -> str:
    """*whom* as this reader was called last; as it is where nothing was released to them."""
    found = to_reader(reader, whom)
    return found[-1].to_whom if found else whom


def release(work: "Work", session: int, copy: Copy) -> int:
    """Keep a copy of what may go of a conversation; the result is its number.

    Raises RefusedError where the coach appraises the person and it is to go into the file.
    """
    if copy.personnel_file and (name := appraised(work, "session", session)):
        raise RefusedError(*NOT_FOR_THE_FILE, name=name)
    return _keep(work, "session", session, copy)


def copied(reader: "Reader", number: int) -> dict[str, Any]:
    """What is copied of a goal: what is shared, and nothing of what somebody does not want.

    Raises NotFoundError.
    """
    goal = goal_line(reader, number)
    steps = [each for each in actions_of(reader, number) if each.status != "dropped"]
    own = [step(each) for each in steps if each.done_by != "manager"]
    provided = [each.what for each in steps if each.done_by == "manager"]
    return {
        "text": goal.statement,
        "why": goal.why,
        "steps": "\n".join(own) or None,
        "signs": goal.signs,
        "milestone": goal.milestone,
        "provided": "\n".join(provided) or None,
        "starts_on": goal.set_on,
        "target_on": goal.target_on,
    }


def release_goal(work: "Work", goal: int, copy: Copy) -> int:
    """Keep a copy of a goal that may go; the result is its number."""
    return _keep(work, "goal", goal, copy)


def appraised(reader: "Reader", noun: str, number: int) -> str | None:
    """The name of the person, where the coach of this trajectory appraises them as well.

    *noun* is `session` or `goal`, and *number* tells which one.
    """
    name = reader.value(
        f"select c.name from {noun} n join trajectory t on t.id = n.trajectory_id"  # noqa: S608 - two names of our own
        " join coachee c on c.id = n.coachee_id where n.number = :number and t.appraises = 1",
        number=number,
    )
    return None if name is None else str(name)


def hand_over(work: "Work", number: int, day: str) -> bool:
    """Note that a text was handed over on *day*; False when that is known already.

    Raises NotFoundError, or RefusedError where it was withdrawn or agreed later.
    """
    found = line(work, number)
    if found.withdrawn_on:
        noun, source = ("goal", found.goal) if found.goal else ("session", found.session)
        raise RefusedError(
            N_("Released text {number} was withdrawn on {day}: it may not be handed over."),
            N_("Agreed after all? Release it again: coachlog {noun} release {source}"),
            number=number,
            day=found.withdrawn_on,
            noun=noun,
            source=source,
        )
    if day < found.released_on:
        raise RefusedError(
            N_("The agreement on released text {number} dates from {day}, which is later."),
            N_("Give a later day with --on."),
            number=number,
            day=found.released_on,
        )
    if found.handed_over_on == day:
        return False
    work.update("release", RELEASES.id_of(work, number), {"handed_over_on": day})
    return True


def withdraw(work: "Work", number: int, day: str) -> bool:
    """Withdraw a text that was not handed over; False when it was withdrawn already.

    Raises NotFoundError, or RefusedError where it was handed over.
    """
    found = line(work, number)
    if found.handed_over_on:
        raise RefusedError(
            N_("Released text {number} was handed over on {day}: it cannot be withdrawn any more."),
            N_("Talk to the person who has it. The copy stays, so that you know what it says."),
            number=number,
            day=found.handed_over_on,
        )
    if found.withdrawn_on:
        return False
    work.update("release", RELEASES.id_of(work, number), {"withdrawn_on": day})
    return True


_BY_DAY = "order by released_on, number"


def _counted(lines: list[ReleaseLine]) -> ReaderLine:
    return ReaderLine(
        reader=lines[-1].to_whom,
        released=len(lines),
        handed_over=sum(each.handed_over_on is not None for each in lines),
        withdrawn=sum(each.withdrawn_on is not None for each in lines),
        about=len({each.coachee for each in lines}),
        first_on=lines[0].released_on,
        last_on=lines[-1].released_on,
    )


def _keep(work: "Work", noun: str, number: int, copy: Copy) -> int:
    """Keep *copy*; *noun* is `session` or `goal`."""
    source = work.value(f"select id from {noun} where number = :number", number=number)  # noqa: S608 - two names of our own
    if source is None:
        raise NotFoundError(
            N_("What you want to release is no longer there."), N_("Nothing was released.")
        )
    return work.add("release", {f"{noun}_id": source, **copy._asdict()}).number
