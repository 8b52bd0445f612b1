"""Reading a year for the report to the fund, and reports that were published."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work

REPORT = "fund"


class Held(NamedTuple):
    """A conversation of the year; coachee and trajectory are ids."""

    coachee: str
    trajectory: str
    kind: str
    minutes: int | None


class Themed(NamedTuple):
    """A theme or an area of a trajectory."""

    trajectory: str
    theme: str


def held(reader: "Reader", year: int) -> Iterator[Held]:
    """The conversations held in a year, by the local day, oldest first."""
    sql = (
        "select s.coachee_id, s.trajectory_id, t.kind, s.minutes"
        " from session s join trajectory t on t.id = s.trajectory_id"
        # A local day may be another one than in UTC; the index knows UTC alone.
        " where s.starts_at >= :before and s.starts_at < :after"
        " and s.held_on >= :first and s.held_on <= :last and s.status = 'held'"
        " order by s.starts_at, s.id"
    )
    around = {"before": f"{year - 1:04}-12-30", "after": f"{year + 1:04}-01-03"}
    return reader.rows(Held, sql, **around, **_days(year))


def goals(reader: "Reader", year: int) -> Iterator[str]:
    """The trajectory, by id, of each goal that somebody worked on in a year, by goal."""
    sql = (
        "select trajectory_id from goal where set_on <= :last"
        " and (closed_on is null or closed_on >= :first) order by id"
    )
    return reader.rows(str, sql, **_days(year))


def themes(reader: "Reader") -> Iterator[Themed]:
    """The themes and areas of all trajectories."""
    sql = "select trajectory_id, theme from trajectory_theme order by trajectory_id, theme"
    return reader.rows(Themed, sql)


def trained(reader: "Reader", year: int) -> int:
    """The minutes of training that the coach had in a year."""
    sql = (
        "select coalesce(sum(minutes), 0) from growth"
        " where kind = 'training' and done_on >= :first and done_on <= :last"
    )
    return int(reader.value(sql, **_days(year)))


def published(reader: "Reader", year: int) -> str | None:
    """The report of a year as it was published, as JSON."""
    sql = (
        "select body from published where report = :report and year = :year"
        " order by created_at, id limit 1"
    )
    found = reader.value(sql, report=REPORT, year=year)
    return None if found is None else str(found)


def publish(work: "Work", id: str, year: int, body: str, day: str, created_at: str) -> None:  # noqa: A002 - its column
    """Keep the report of a year."""
    work.execute(
        "insert into published (id, report, year, body, published_on, created_at)"
        " values (:id, :report, :year, :body, :day, :created_at)",
        id=id,
        report=REPORT,
        year=year,
        body=body,
        day=day,
        created_at=created_at,
    )


def _days(year: int) -> dict[str, str]:
    return {"first": f"{year:04}-01-01", "last": f"{year:04}-12-31"}
