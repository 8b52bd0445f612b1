"""The client coaching log of ICF: a row for each client, in the columns that ICF publishes.

Their names are those of the form, in English whatever the language. Source: `icf_log` in
`practice/credentials.toml`.
"""

from collections.abc import Iterator, Sequence

from coachlog.base.texts import _
from coachlog.export.sheet import Sheet
from coachlog.export.tables import TableColumn
from coachlog.practice.reasons import ICF
from coachlog.practice.talk import Balance
from coachlog.report.logs.request import LogRequest, counting, in_hours, opening
from coachlog.schema.field import DAY, HOURS, LINE, NAME, NUMBER
from coachlog.views.hours.clients import ClientLine, client_lines

COLUMNS = (
    TableColumn("Client name", NAME),
    TableColumn("Individual/Group", LINE),
    TableColumn("Number in group", NUMBER),
    TableColumn("Contact", LINE),
    TableColumn("Start", DAY),
    TableColumn("End", DAY),
    TableColumn("Paid hours", HOURS),
    TableColumn("Pro bono hours", HOURS),
)

Row = tuple[object, ...]


def sheets(log: LogRequest) -> list[Sheet]:
    """Return the log as one table, its total in the last row."""
    clients = client_lines(log.reader, counting(ICF, log))
    return [Sheet("icf_log", COLUMNS, list(_rows(clients, opening(log))))]


def _rows(clients: Sequence[ClientLine], before: Sequence[Balance]) -> Iterator[Row]:
    rows = [*map(_balance, before), *map(_client, clients)]
    yield from rows
    paid, pro_bono = (round(sum((_figure(row[place]) for row in rows), 0.0), 2) for place in (6, 7))
    yield (_("Total"), None, None, None, None, None, paid, pro_bono)


def _client(client: ClientLine) -> Row:
    return (
        client.client,
        "Group" if client.group else "Individual",
        client.people,
        client.contact,
        client.first_on,
        client.last_on,
        float(client.paid_hours),
        float(client.pro_bono_hours),
    )


def _balance(balance: Balance) -> Row:
    """Return a row for hours from before the journal, so that the total is that of `hours`."""
    name = _("Opening balance {n}").format(n=balance.number)
    paid = in_hours(balance.paid_minutes)
    free = in_hours(balance.minutes - balance.paid_minutes)
    return (name, None, None, None, None, balance.until_on, paid, free)


def _figure(value: object) -> float:
    return value if isinstance(value, float) else 0.0
