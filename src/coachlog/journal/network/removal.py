"""Removes meetings with the learning moments that they made."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from coachlog.base.texts import ngettext
from coachlog.journal.common.remove import remove
from coachlog.store.removal import plan_removal
from coachlog.store.removal import remove as remove_rows
from coachlog.terminal.context import Context

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work

OF_NETWORK = (
    "select m.growth_id from network_meeting m join network n on n.id = m.network_id"
    " where n.number = :number and m.growth_id is not null order by m.number"
)
OF_MEETING = (
    "select growth_id from network_meeting where number = :number and growth_id is not null"
)


def remove_with_growth(
    run: Context, table: str, title: str, yes: bool, number: int, learning_moments: str
) -> None:
    """Remove a network or a meeting, and the *learning_moments*, an SQL query for their ids."""
    with run.reader() as reader:
        ids = list(reader.rows(str, learning_moments, number=number))
    lines = _lines(len(ids))
    remove(run, table, title, yes, more_lines=lines, remove_more=_remover(ids), number=number)


def _lines(n: int) -> Sequence[str]:
    text = ngettext(
        "{n} learning moment that came of it goes too.",
        "{n} learning moments that came of it go too.",
        n,
    )
    return [text.format(n=n)] if n else []


def _remover(ids: Sequence[str]) -> "Callable[[Work], None]":
    def remove_growth(work: "Work") -> None:
        for growth_id in ids:
            if _is_there(work, growth_id):
                remove_rows(work, plan_removal(work, "growth", growth_id))

    return remove_growth


def _is_there(reader: "Reader", growth_id: str) -> bool:
    return bool(reader.value("select 1 from growth where id = :id", id=growth_id))
