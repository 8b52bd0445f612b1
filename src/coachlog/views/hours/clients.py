"""The client log of ICF: a row for each client, in the columns that its form has."""

from collections.abc import Sequence
from typing import NamedTuple

from coachlog.base.texts import N_
from coachlog.practice.sums import Client, LedgerEntry, clients, hours
from coachlog.store.connection import Reader
from coachlog.terminal.column import Column

COLUMNS = (
    Column("client", N_("Client"), "text"),
    Column("contact", N_("Contact"), "text", 3),
    Column("people", N_("People"), "number"),
    Column("first_on", N_("First"), "day", 2),
    Column("last_on", N_("Last"), "day", 2),
    Column("paid_hours", N_("Paid hours"), "number"),
    Column("pro_bono_hours", N_("Free of charge"), "number"),
)


class ClientLine(NamedTuple):
    """A client, as `hours clients --json` and `--csv` give one; hours are decimals.

    client      the name of who agreed to be named; else `client 1`, `client 2` by first talk
    contact     how to reach who agreed to be named: ICF wants the e-mail address
    group       1 for a group, of which *people* were there at most
    """

    client: str
    contact: str | None
    group: int
    people: int
    first_on: str
    last_on: str
    paid_hours: str
    pro_bono_hours: str


class _Named(NamedTuple):
    handle: str
    name: str
    reach: str | None


def client_lines(reader: Reader, entries: Sequence[LedgerEntry]) -> list[ClientLine]:
    """Return the clients whose talks count, by the day of the first; named where they agreed."""
    sql = "select handle, name, reach from coachees"
    known = {person.handle: person for person in reader.rows(_Named, sql)}
    nameless = 0
    lines = []
    for client in clients(entries):
        person = known.get(client.coachee or "")
        nameless += person is None
        lines.append(_line(client, person, nameless))
    return lines


def _line(client: Client, person: _Named | None, nameless: int) -> ClientLine:
    return ClientLine(
        person.name if person else f"client {nameless}",
        person.reach if person else None,
        int(client.people > 1),
        client.people,
        client.first_on,
        client.last_on,
        hours(client.paid),
        hours(client.pro_bono),
    )
