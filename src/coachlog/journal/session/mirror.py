"""The mirror on options: how many were ideas of the coachee, of the coach and of the network."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_, _
from coachlog.journal.trajectory.fields import shows_mirror

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

_TEXT = N_("{name} {coachee}, you {coach}, network {network}")
ENOUGH = 4
"""The fewest conversations of which the later half is compared with the earlier one."""

_IDEAS = (
    "select s.number, s.held_on,"
    " count(case when o.origin = 'coachee' then 1 end),"
    " count(case when o.origin = 'coach' then 1 end),"
    " count(case when o.origin = 'network' then 1 end)"
    " from session s join option o on o.session_id = s.id"
    " join trajectory t on t.id = s.trajectory_id"
)


class Ideas(NamedTuple):
    """How many options came up in a conversation, by whose idea they were."""

    session: int
    held_on: str
    coachee: int
    coach: int
    network: int

    def as_text(self, name: str) -> str:
        """Return the figures in words; *name* is that of the coachee."""
        return _(_TEXT).format(
            name=name, coachee=self.coachee, coach=self.coach, network=self.network
        )


def ideas(reader: "Reader", trajectory: int) -> list[Ideas]:
    """Return the figures of each conversation in a trajectory with options, oldest first."""
    sql = _IDEAS + (
        " where t.number = :number and s.status = 'held' group by s.id order by s.starts_at"
    )
    return list(reader.rows(Ideas, sql, number=trajectory))


def ideas_between(
    reader: "Reader", first: str, last: str, coachee: str | None = None
) -> list[Ideas]:
    """Return the figures of each conversation that begins in [first, last), oldest first.

    Only those with *coachee*, a handle, if it is given.
    """
    condition = " where s.starts_at >= :first and s.starts_at < :last and s.status = 'held'"
    values = {"first": first, "last": last}
    if coachee is not None:
        condition += " and s.coachee_id = (select id from coachee where handle = :coachee)"
        values["coachee"] = coachee
    sql = f"{_IDEAS}{condition} group by s.id order by s.starts_at"
    return list(reader.rows(Ideas, sql, **values))


def ideas_in(reader: "Reader", session: int, usual: bool | None) -> Ideas | None:
    """Return the figures of one conversation.

    None without options, or where the mirror is not shown: *usual* is the setting of the coach for
    trajectories that make no choice of their own.
    """
    sql = _IDEAS + " where s.number = :number group by s.id"
    figures = reader.one(Ideas, sql, number=session)
    if figures is None:
        return None
    trajectory = reader.one(
        _TrajectoryChoice,
        "select t.kind, t.mirror from session s join trajectory t on t.id = s.trajectory_id"
        " where s.number = :number",
        number=session,
    )
    if trajectory is None or not shows_mirror(trajectory.kind, trajectory.mirror, usual):
        return None
    return figures


class _TrajectoryChoice(NamedTuple):
    kind: str
    mirror: int | None
    """1 or 0 where the trajectory turns the mirror on or off itself."""


def total_ideas(conversations: list[Ideas]) -> Ideas:
    """Return the sum over conversations, with the number and the day of the latest."""
    latest = conversations[-1]
    return Ideas(
        latest.session,
        latest.held_on,
        sum(figures.coachee for figures in conversations),
        sum(figures.coach for figures in conversations),
        sum(figures.network for figures in conversations),
    )


def own_share_by_half(conversations: list[Ideas]) -> tuple[int, int] | None:
    """Return the percentage of ideas from the coachee in the earlier and in the later half.

    None for fewer than `ENOUGH` conversations.
    """
    if len(conversations) < ENOUGH:
        return None
    half = len(conversations) // 2
    return _own_share(conversations[:half]), _own_share(conversations[half:])


def _own_share(conversations: list[Ideas]) -> int:
    """Return which percentage of all ideas came from the coachee."""
    total = total_ideas(conversations)
    return round(100 * total.coachee / (total.coachee + total.coach + total.network))
