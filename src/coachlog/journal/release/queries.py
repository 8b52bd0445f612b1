"""Reads released copies, by conversation, goal, person and reader."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from coachlog.base.errors import NotFoundError
from coachlog.base.texts import N_
from coachlog.journal.action.queries import of_goal as actions_of
from coachlog.journal.common.marks import action_text, coach_word
from coachlog.journal.common.reads import View
from coachlog.journal.goal.queries import line as goal_line
from coachlog.journal.release.charters import signed
from coachlog.journal.release.fields import folded, is_same
from coachlog.journal.trajectory.queries import TRAJECTORIES, TrajectoryLine

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class ReleaseLine(NamedTuple):
    """A row of the view `releases`, in its order: a text of a conversation, or a goal.

    Either *session* or *goal* is None. The fields after *goal* are those of a released goal.
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
    """A reader, somebody to whom something was released, with the number of copies.

    *released* counts all copies, *handed_over* and *withdrawn* count some of them; *about* counts
    the people they are about. *charters* counts those that the reader signed, who may have no copy.
    """

    reader: str
    released: int
    handed_over: int
    withdrawn: int
    about: int
    first_on: str | None
    last_on: str | None
    charters: int = 0


class Copy(NamedTuple):
    """What is released: the exact text, the reader, who agreed and when; more fields of a goal."""

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
        "Appraisal belongs in an appraisal interview, not in these talks. A goal that you "
        "both agree on may be passed on: coachlog goal release N"
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
    """Return the released texts of a conversation, in the order of release."""
    return RELEASES.all(reader, "where session = :number order by number", number=number)


def of_goal(reader: "Reader", number: int) -> list[ReleaseLine]:
    """Return the released copies of a goal, in the order of release."""
    return RELEASES.all(reader, "where goal = :number order by number", number=number)


def of_person(reader: "Reader", coachee: str) -> list[ReleaseLine]:
    """Return the copies about a person that were not withdrawn, for any reader, by day."""
    behind = f"where coachee = :coachee and withdrawn_on is null {_BY_DAY}"
    return RELEASES.all(reader, behind, coachee=coachee)


def to_reader(reader: "Reader", whom: str) -> list[ReleaseLine]:
    """Return the copies ever released to *whom*, withdrawn or not, oldest first."""
    return only_for(RELEASES.all(reader, _BY_DAY), whom)


def only_for(lines: Iterable[ReleaseLine], whom: str) -> list[ReleaseLine]:
    """Return those of *lines* that were released to *whom*."""
    return [copy for copy in lines if is_same(copy.to_whom, whom)]


def readers(reader: "Reader") -> list[ReaderLine]:
    """Return everybody to whom something was released, by name, as they were called last."""
    copies_by_name: dict[str, list[ReleaseLine]] = {}
    for copy in RELEASES.all(reader, _BY_DAY):
        copies_by_name.setdefault(folded(copy.to_whom), []).append(copy)
    charters_by_name: dict[str, list[TrajectoryLine]] = {}
    for charter in signed(reader):
        charters_by_name.setdefault(folded(charter.sponsor or ""), []).append(charter)
    return [
        _counted(copies_by_name.get(name, []), charters_by_name.get(name, []))
        for name in sorted(copies_by_name.keys() | charters_by_name.keys())
    ]


def latest_spelling(reader: "Reader", whom: str) -> str:
    """Return the name of the reader *whom* as it was written last.

    Unchanged where nothing was released to them.
    """
    copies = to_reader(reader, whom)
    return copies[-1].to_whom if copies else whom


def goal_copy(reader: "Reader", number: int) -> dict[str, Any]:
    """Return what a copy of a goal holds, by field of `Copy`; raises NotFoundError.

    Its actions are steps, or for the manager to provide; a dropped one is no part of it.
    """
    goal = goal_line(reader, number)
    actions = [action for action in actions_of(reader, number) if action.status != "dropped"]
    role = coach_word(TRAJECTORIES.one(reader, goal.trajectory).kind)
    steps = [action_text(action, role) for action in actions if action.done_by != "manager"]
    provided = [action.what for action in actions if action.done_by == "manager"]
    return {
        "text": goal.statement,
        "why": goal.why,
        "steps": "\n".join(steps) or None,
        "signs": goal.signs,
        "milestone": goal.milestone,
        "provided": "\n".join(provided) or None,
        "starts_on": goal.set_on,
        "target_on": goal.target_on,
    }


def name_if_appraised(reader: "Reader", noun: str, number: int) -> str | None:
    """Return the name of the person if the coach of that trajectory also appraises them, or None.

    *noun* is `session` or `goal`, of which *number* is the number.
    """
    name = reader.value(
        f"select c.name from {noun} n join trajectory t on t.id = n.trajectory_id"  # noqa: S608 - two names of our own
        " join coachee c on c.id = n.coachee_id where n.number = :number and t.appraises = 1",
        number=number,
    )
    return None if name is None else str(name)


_BY_DAY = "order by released_on, number"


def _counted(copies: list[ReleaseLine], charters: list[TrajectoryLine]) -> ReaderLine:
    """Return the row of one reader, given all *copies* for them and their *charters*, by day."""
    people = {copy.coachee for copy in copies} | {charter.coachee for charter in charters}
    return ReaderLine(
        reader=copies[-1].to_whom if copies else charters[-1].sponsor or "",
        released=len(copies),
        handed_over=sum(copy.handed_over_on is not None for copy in copies),
        withdrawn=sum(copy.withdrawn_on is not None for copy in copies),
        about=len(people),
        first_on=copies[0].released_on if copies else None,
        last_on=copies[-1].released_on if copies else None,
        charters=len(charters),
    )
