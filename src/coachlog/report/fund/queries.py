"""Reading a year for the report to the fund, and reports that were published."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from coachlog.store import nameless_talks

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work

REPORT = "fund"


class Scope(NamedTuple):
    """The project or the organisation that a report is about; with neither, the whole year."""

    project: str | None = None
    organisation: str | None = None

    @property
    def way(self) -> str:
        """How the year is reported: "project", "organisation" or "year"."""
        if self.project:
            return "project"
        return "organisation" if self.organisation else "year"

    def has(self, project: str | None, organisation: str | None) -> bool:
        """Return whether a conversation of this project and organisation belongs to the scope.

        Capitals and spaces make no difference. A scope without a project has those of every
        project, and so for organisations.
        """
        is_project = not self.project or same(self.project, project)
        is_organisation = not self.organisation or same(self.organisation, organisation)
        return is_project and is_organisation


class Held(NamedTuple):
    """A conversation that was held in the year; *coachee* and *trajectory* are ids."""

    coachee: str
    trajectory: str
    kind: str
    minutes: int | None
    project: str | None
    organisation: str | None


class TrajectoryTheme(NamedTuple):
    """The id of a trajectory, and a theme or an area of it."""

    trajectory: str
    theme: str


def same(name: str | None, other: str | None) -> bool:
    """Return whether two names are equal, apart from capitals and spaces."""
    return _folded(name) == _folded(other)


def held(reader: "Reader", year: int, scope: Scope) -> Iterator[Held]:
    """Yield the conversations of *scope* held in a year by their local day, oldest first.

    Those of people who were erased come last; they belong to no project and no organisation.
    """
    sql = (
        "select s.coachee_id, s.trajectory_id, t.kind, s.minutes, t.project, c.organisation"
        " from session s join trajectory t on t.id = s.trajectory_id"
        " join coachee c on c.id = s.coachee_id"
        # The index is on UTC; a local day may be another, so it gets a margin of some days.
        " where s.starts_at >= :before and s.starts_at < :after"
        " and s.held_on >= :first and s.held_on <= :last and s.status = 'held'"
        " and c.is_self is not 1"
        " order by s.starts_at, s.id"
    )
    bounds = {"before": f"{year - 1:04}-12-30", "after": f"{year + 1:04}-01-03"}
    for conversation in reader.rows(Held, sql, **bounds, **_days(year)):
        if scope.has(conversation.project, conversation.organisation):
            yield conversation
    for talk in nameless_talks.rows(reader, *_days(year).values()):
        if scope.has(None, None):
            yield Held(
                talk.person, f"{talk.person} {talk.kind}", talk.kind, talk.minutes, None, None
            )


def names(reader: "Reader", way: str) -> list[str]:
    """Return the projects or the organisations in the journal, for *way* as in `Scope.way`."""
    source = {"project": "trajectory", "organisation": "coachee"}[way]
    sql = f"select distinct {way} from {source} where {way} is not null order by {way}"  # noqa: S608 - names of our own
    return list(reader.rows(str, sql))


def goals(reader: "Reader", year: int) -> Iterator[str]:
    """Return the trajectory id of each goal that was active at some time in a year."""
    sql = (
        "select trajectory_id from goal where set_on <= :last"
        " and (closed_on is null or closed_on >= :first) order by id"
    )
    return reader.rows(str, sql, **_days(year))


def themes(reader: "Reader") -> Iterator[TrajectoryTheme]:
    """Return the themes and areas of all trajectories."""
    sql = "select trajectory_id, theme from trajectory_theme order by trajectory_id, theme"
    return reader.rows(TrajectoryTheme, sql)


def trained(reader: "Reader", year: int) -> int:
    """Return the minutes of training that the coach had in a year."""
    sql = (
        "select coalesce(sum(minutes), 0) from growth"
        " where kind = 'training' and done_on >= :first and done_on <= :last"
    )
    return int(reader.value(sql, **_days(year)))


def published(reader: "Reader", year: int) -> Iterator[str]:
    """Return the published reports of a year as JSON texts, oldest first."""
    sql = (
        "select body from published where report = :report and year = :year order by created_at, id"
    )
    return reader.rows(str, sql, report=REPORT, year=year)


def publish(work: "Work", id: str, year: int, body: str, day: str) -> None:  # noqa: A002 - its column
    """Save the report of a year.

    It gets the time of the operation that saves it: so it is the latest one, even if the clock of
    the computer was set back.
    """
    work.execute(
        "insert into published (id, report, year, body, published_on, created_at)"
        " values (:id, :report, :year, :body, :day,"
        " (select stamp from operation where id = :operation))",
        id=id,
        report=REPORT,
        year=year,
        body=body,
        day=day,
        operation=work.operation_id,
    )


def _days(year: int) -> dict[str, str]:
    """Return the first and the last day of a year, as the statements bind them."""
    return {"first": f"{year:04}-01-01", "last": f"{year:04}-12-31"}


def _folded(name: str | None) -> str:
    return " ".join((name or "").casefold().split())
