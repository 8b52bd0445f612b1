"""Two entries that are one person: what becomes of what each of them holds."""
# ruff: noqa: S608 - tables and columns are names of our own, values are bound

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.base.folding import plain
from coachlog.base.texts import N_
from coachlog.journal.coachee.handles import drafts_of, keep_drafts, keep_leading
from coachlog.journal.coachee.queries import Person, archive
from coachlog.store.removal import LINKS

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work

FIELDS = (
    *("name", "role", "team", "organisation", "language", "since_on", "reach", "context"),
    *("agreement", "agreement_basis", "controller", "retention_on"),
)
"""The columns of a person that a coach fills in, besides the handle."""

TEXTS = (("goal", "statement"), ("topic", "text"), ("talent", "strength"))
"""Where the same text in both entries is worth a word."""

_LINKS = [link for link in LINKS if link.to == "coachee"]


class Differing(NamedTuple):
    """A field that both entries fill, in two ways."""

    field: str
    stays: str
    goes: str


class Merger(NamedTuple):
    """What merging the entry *who* into the entry *into* does.

    *moves* counts records by table; *filled* are empty fields and what they get; *same* are texts
    that both have, by table; *active* are the numbers of trajectories that are active; *drafts*
    counts unfinished conversations with *who*.
    """

    who: Person
    into: Person
    moves: dict[str, int]
    filled: dict[str, str]
    differing: list[Differing]
    same: list[tuple[str, str]]
    active: list[int]
    drafts: int


def merger(reader: "Reader", who: Person, into: Person) -> Merger:
    """What merging does; raises RefusedError."""
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
    filled, differing = _fields(reader, who, into)
    same = [
        (table, text) for table, column in TEXTS for text in _same(reader, table, column, who, into)
    ]
    return Merger(
        who,
        into,
        _moves(reader, who),
        filled,
        differing,
        same,
        _active(reader, who, into),
        len(drafts_of(reader, who)),
    )


def merge(work: "Work", announced: Merger) -> None:
    """Move everything of one entry to the other, as *announced*; raises RefusedError.

    Whoever was not in the archive still is not, whichever entry stays.
    """
    who, into = announced.who, announced.into
    if merger(work, who, into) != announced:
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
    work.update("coachee", into.id, announced.filled)
    if into.archived_at and not who.archived_at:
        archive(work, into, None)
    work.execute("delete from coachee where id = :id", id=who.id)
    keep_leading(work, into.id, who.handle)
    keep_drafts(work, who)


def _fields(reader: "Reader", who: Person, into: Person) -> tuple[dict[str, str], list[Differing]]:
    """The fields that only *who* fills, and those that both fill differently."""
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
    counts = {
        link.table: int(
            reader.value(
                f'select count(*) from "{link.table}" where "{link.column}" = :id', id=who.id
            )
        )
        for link in _LINKS
    }
    return {table: n for table, n in counts.items() if n}


def _same(reader: "Reader", table: str, column: str, who: Person, into: Person) -> list[str]:
    """The texts of *into* that *who* has as well, whatever their case and accents."""
    sql = f'select "{column}" from "{table}" where coachee_id = :id order by number'
    theirs = {plain(text) for text in reader.rows(str, sql, id=who.id)}
    return [text for text in reader.rows(str, sql, id=into.id) if plain(text) in theirs]


def _active(reader: "Reader", who: Person, into: Person) -> list[int]:
    sql = (
        "select number from trajectory where coachee_id in (:who, :into) and status = 'active'"
        " order by number"
    )
    return list(reader.rows(int, sql, who=who.id, into=into.id))
