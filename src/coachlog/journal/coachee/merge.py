"""Merges two entries of the same person into one."""
# ruff: noqa: S608 - tables and columns are names of our own, values are bound

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.base.folding import plain
from coachlog.base.texts import N_
from coachlog.journal.coachee.handles import drafts_of, rename_in_drafts, save_former
from coachlog.journal.coachee.lookup import Person, is_self
from coachlog.journal.coachee.queries import archive
from coachlog.store.removal import LINKS

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work

FIELDS = (
    *("name", "role", "team", "organisation", "language", "since_on", "reach", "context"),
    *("agreement", "agreement_basis", "controller", "retention_on", "retention_reason"),
)
"""The columns of a person that a coach fills in, besides the handle."""

TEXTS = (("goal", "statement"), ("topic", "text"), ("talent", "strength"))
"""The columns of which a text that is in both entries is announced."""

_LINKS = [link for link in LINKS if link.to == "coachee"]


class Differing(NamedTuple):
    """A field that has another value in each entry."""

    field: str
    stays: str
    goes: str


class MergePlan(NamedTuple):
    """What merging the entry *who* into the entry *into* does.

    *moves* counts the records that move, by table; *filled* has the values for empty fields of
    *into*; *same* are texts that are in both, each with its table; *active* are the numbers of the
    active trajectories of both; *drafts* counts unfinished conversations with *who*.
    """

    who: Person
    into: Person
    moves: dict[str, int]
    filled: dict[str, str]
    differing: list[Differing]
    same: list[tuple[str, str]]
    active: list[int]
    drafts: int


def plan_merge(reader: "Reader", who: Person, into: Person) -> MergePlan:
    """Return what merging two people does; raises RefusedError if they are the same entry."""
    if who.id == into.id:
        raise RefusedError(
            N_("That is the same person twice: {name} ({handle})."),
            N_(
                "Give the short names of two different people. See them all: coachlog coachee list "
                "--archived"
            ),
            name=into.name,
            handle=into.handle,
        )
    if is_self(reader, who.id) or is_self(reader, into.id):
        raise RefusedError(
            N_("Your own development cannot be merged with somebody else."),
            N_("To take it away: coachlog coachee remove me"),
        )
    filled, differing = _fields(reader, who, into)
    same = [
        (table, text)
        for table, column in TEXTS
        for text in _texts_in_both(reader, table, column, who, into)
    ]
    return MergePlan(
        who,
        into,
        _moves(reader, who),
        filled,
        differing,
        same,
        _active_trajectories(reader, who, into),
        len(drafts_of(reader, who)),
    )


def merge(work: "Work", announced: MergePlan) -> None:
    """Move everything of one entry to the other; raises RefusedError if that is not as *announced*.

    If either entry is outside the archive, so is the one that stays.
    """
    who, into = announced.who, announced.into
    if plan_merge(work, who, into) != announced:
        raise RefusedError(
            N_("Something was added or changed in the meantime."),
            N_("Nothing was merged. Try again, and see what it does."),
        )
    for link in _LINKS:
        work.execute(
            f'update "{link.table}" set "{link.column}" = :into where "{link.column}" = :who',
            who=who.id,
            into=into.id,
        )
    work.execute(
        "update correction set record_id = :into where noun = 'coachee' and record_id = :who",
        who=who.id,
        into=into.id,
    )
    work.update("coachee", into.id, announced.filled)
    if into.archived_at and not who.archived_at:
        archive(work, into, None)
    work.execute("delete from coachee where id = :id", id=who.id)
    save_former(work, into.id, who.handle)
    rename_in_drafts(work, who)  # they get the earlier handle, which leads to *into* from now on


def _fields(reader: "Reader", who: Person, into: Person) -> tuple[dict[str, str], list[Differing]]:
    """Return the fields that only *who* has, and those that differ."""
    filled, differing = {}, []
    for field in FIELDS:
        sql = f'select "{field}" from coachee where id = :id'
        goes, stays = (reader.value(sql, id=person.id) for person in (who, into))
        if goes and not stays:
            filled[field] = str(goes)
        elif goes and goes != stays:
            differing.append(Differing(field, stays, goes))
    return filled, differing


def _moves(reader: "Reader", who: Person) -> dict[str, int]:
    """Count the records that refer to a person, by table; tables without any are left out."""
    counts = {
        link.table: int(
            reader.value(
                f'select count(*) from "{link.table}" where "{link.column}" = :id', id=who.id
            )
        )
        for link in _LINKS
    }
    return {table: n for table, n in counts.items() if n}


def _texts_in_both(
    reader: "Reader", table: str, column: str, who: Person, into: Person
) -> list[str]:
    """Return the texts of *into* that *who* has too, compared without case and accents."""
    sql = f'select "{column}" from "{table}" where coachee_id = :id order by number'
    texts_of_who = {plain(text) for text in reader.rows(str, sql, id=who.id)}
    return [text for text in reader.rows(str, sql, id=into.id) if plain(text) in texts_of_who]


def _active_trajectories(reader: "Reader", who: Person, into: Person) -> list[int]:
    sql = (
        "select number from trajectory where coachee_id in (:who, :into) and status = 'active'"
        " order by number"
    )
    return list(reader.rows(int, sql, who=who.id, into=into.id))
