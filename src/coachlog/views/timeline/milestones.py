"""What happened on the timeline with a newcomer: a charter signed, items of the checklist noted."""

from typing import NamedTuple

from coachlog.base.texts import _, ngettext
from coachlog.store.connection import Reader


class Milestone(NamedTuple):
    """A charter that was signed, or the number of *items* of a checklist that were noted on a day.

    *kind* is `charter_signed` or `checklist`; *trajectory* is the number of the trajectory.
    """

    kind: str
    trajectory: int
    coachee: str
    on: str
    items: int | None

    @property
    def label(self) -> str:
        """What people call it."""
        if self.kind == "charter_signed":
            return _("Charter signed")
        text = ngettext("{n} item of the checklist", "{n} items of the checklist", self.items or 0)
        return text.format(n=self.items)


def read(reader: Reader, coachee: str | None, since: str, until: str) -> list[Milestone]:
    """Return what happened with *coachee*, or with everybody, from *since* until *until*."""
    person = " and c.handle = :coachee" if coachee else ""
    charters, ticks = _CHARTERS + person, _TICKS + person
    sql = f"{charters} union all {ticks} group by o.trajectory_id, o.ticked_on order by 4, 2, 1"
    return list(reader.rows(Milestone, sql, coachee=coachee, since=since, until=until))


_CHARTERS = (
    "select 'charter_signed', t.number, c.handle, t.charter_signed_on, null from trajectory t"
    " join coachee c on c.id = t.coachee_id"
    " where t.charter_signed_on >= :since and t.charter_signed_on <= :until"
)
_TICKS = (
    "select 'checklist', t.number, c.handle, o.ticked_on, count(*) from onboarding o"
    " join trajectory t on t.id = o.trajectory_id join coachee c on c.id = o.coachee_id"
    " where o.ticked_on >= :since and o.ticked_on <= :until"
)
