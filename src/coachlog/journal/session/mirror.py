"""The mirror on options: how many came from the person, from the coach and from the network."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_, _
from coachlog.journal.trajectory.fields import shows_mirror

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

TOLD = N_("{name} {coachee}, you {coach}, network {network}")
ENOUGH = 4
"""From so many conversations on, the later half is compared with the earlier one."""

_IDEAS = (
    "select s.number, s.held_on,"
    " count(case when o.origin = 'coachee' then 1 end),"
    " count(case when o.origin = 'coach' then 1 end),"
    " count(case when o.origin = 'network' then 1 end)"
    " from session s join option o on o.session_id = s.id"
    " join trajectory t on t.id = s.trajectory_id"
)


class Ideas(NamedTuple):
    """How many options a conversation gathered, by whose idea they were."""

    session: int
    held_on: str
    coachee: int
    coach: int
    network: int

    def told(self, name: str) -> str:
        """The figures in words; *name* is that of the person coached."""
        return _(TOLD).format(
            name=name, coachee=self.coachee, coach=self.coach, network=self.network
        )


def ideas(reader: "Reader", trajectory: int) -> list[Ideas]:
    """The options of each conversation of a trajectory that gathered any, oldest first."""
    sql = _IDEAS + (
        " where t.number = :number and s.status = 'held' group by s.id order by s.starts_at"
    )
    return list(reader.rows(Ideas, sql, number=trajectory))


def ideas_between(
    reader: "Reader", first: str, last: str, coachee: str | None = None
) -> list[Ideas]:
    """The options of each conversation that begins in [first, last), oldest first."""
    whose = (
        ""
        if coachee is None
        else " and s.coachee_id = (select id from coachee where handle = :coachee)"
    )
    sql = _IDEAS + (
        f" where s.starts_at >= :first and s.starts_at < :last and s.status = 'held'{whose}"
        " group by s.id order by s.starts_at"
    )
    given = {} if coachee is None else {"coachee": coachee}
    return list(reader.rows(Ideas, sql, first=first, last=last, **given))


def ideas_in(reader: "Reader", session: int, usual: bool | None) -> Ideas | None:
    """The options of one conversation, where the mirror is shown and it gathered any."""
    found = reader.one(Ideas, _IDEAS + " where s.number = :number group by s.id", number=session)
    choice = found and reader.one(
        _Choice,
        "select t.kind, t.mirror from session s join trajectory t on t.id = s.trajectory_id"
        " where s.number = :number",
        number=session,
    )
    return found if choice and shows_mirror(choice.kind, choice.mirror, usual) else None


class _Choice(NamedTuple):
    kind: str
    mirror: int | None


def total_ideas(each: list[Ideas]) -> Ideas:
    """The sum over conversations; number and day are those of the latest."""
    return Ideas(
        each[-1].session,
        each[-1].held_on,
        sum(one.coachee for one in each),
        sum(one.coach for one in each),
        sum(one.network for one in each),
    )


def own_share_by_half(each: list[Ideas]) -> tuple[int, int] | None:
    """The person's own share in percent, in the earlier and in the later half of conversations.

    None where there are fewer than `ENOUGH` of them.
    """
    if len(each) < ENOUGH:
        return None
    half = len(each) // 2
    return _own_share(each[:half]), _own_share(each[half:])


def _own_share(each: list[Ideas]) -> int:
    total = total_ideas(each)
    return round(100 * total.coachee / (total.coachee + total.coach + total.network))
