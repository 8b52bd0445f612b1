"""A trajectory with what belongs to it: the roles of the coach, and whose ideas options were."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from coachlog.journal.coachee import queries as coachees
from coachlog.journal.session.mirror import Ideas, ideas
from coachlog.journal.trajectory import queries as trajectories
from coachlog.journal.trajectory.queries import TrajectoryLine

if TYPE_CHECKING:
    from coachlog.pages import Page
    from coachlog.store.connection import Reader
    from coachlog.terminal.context import Context


class Known(NamedTuple):
    """A trajectory, the name of the person, what is for the coach only, and ideas, oldest first.

    *themes* has its areas and its themes, by those words.
    """

    trajectory: TrajectoryLine
    name: str
    hard_to_tell: str | None
    ideas: list[Ideas]
    themes: dict[str, list[str]]


def read(reader: "Reader", number: int) -> Known:
    """All of trajectory *number*; raises TrajectoryNotFoundError."""
    found = trajectories.line(reader, number)
    name = coachees.line(reader, found.coachee).name
    private = trajectories.hard_to_tell(reader, number)
    themes = trajectories.themes(reader, number)
    return Known(found, name, private, ideas(reader, number), themes)


def page(known: Known, context: "Context") -> "Page":
    """The page for people."""
    from coachlog.overview.trajectory_page import page as page_of  # for terminals only

    return page_of(known, context)


def as_json(known: Known) -> dict[str, Any]:
    """What the JSON has besides the columns of the view."""
    return {
        "coachee_name": known.name,
        "hard_to_tell": known.hard_to_tell,
        "options_by_origin": [each._asdict() for each in known.ideas],
        **known.themes,
    }


def rows(known: Known) -> Iterator[tuple[Any, ...]]:
    """Plain lines: what it is, and its fields."""
    yield "coachee_name", known.name
    if known.hard_to_tell:
        yield "hard_to_tell", known.hard_to_tell
    for kind, words in known.themes.items():
        if words:
            yield kind, *words
    for each in known.ideas:
        yield "options_by_origin", *each
