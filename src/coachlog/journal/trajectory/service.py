"""Use cases of coaching trajectories: the one that a conversation belongs to."""

from datetime import date

from coachlog.ids import new_id
from coachlog.journal.trajectory.rows import TrajectoryRow
from coachlog.store.work import Work


def current(work: Work, coachee_id: str, on: date) -> str:
    """The id of a coachee's latest active trajectory; made from the day *on* if there is none."""
    found = work.value(
        "select id from trajectory where coachee_id = :coachee and status = 'active'"
        " order by number desc limit 1",
        coachee=coachee_id,
    )
    if found:
        return str(found)
    row = TrajectoryRow(
        id=new_id(),
        number=work.next_number("trajectory"),
        coachee_id=coachee_id,
        kind="coaching",
        starts_on=on,
        status="active",
        created_at=work.now,
    )
    work.orm.add(row)
    work.orm.flush()
    return row.id
