"""The logs that EMCC asks for: who the clients are, their hours, development, and supervision.

EMCC publishes what they have to tell and no form: these columns are ours.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from coachlog.base.texts import N_, _
from coachlog.export.sheet import Sheet
from coachlog.export.tables import TableColumn, described
from coachlog.practice.reasons import EMCC
from coachlog.practice.sums import LedgerEntry
from coachlog.report.logs.request import LogRequest, counting, in_hours, opening
from coachlog.schema.field import DAY, HOURS, NAME, NUMBER
from coachlog.schema.growth import GROWTH
from coachlog.schema.trajectory import TRAJECTORY

SUPERVISION = "supervision"

_CLIENT = TableColumn("client", NAME, N_("Client"))
_SESSIONS = TableColumn("sessions", NUMBER, N_("Conversations"))
_HOURS = TableColumn("hours", HOURS, N_("Hours"))
PROFILE = (
    _CLIENT,
    TableColumn("group", "flag"),
    TableColumn("people", NUMBER, N_("People")),
    *described(TRAJECTORY, "kind", "setting"),
    TableColumn("first_on", DAY, N_("First")),
    TableColumn("last_on", DAY, N_("Last")),
)
HOURS_SUMMARY = (
    _CLIENT,
    TableColumn("year", NUMBER),
    _SESSIONS,
    _HOURS,
    TableColumn("paid_hours", HOURS, N_("Paid hours")),
    TableColumn("pro_bono_hours", HOURS, N_("Free of charge")),
)
LEARNING = (
    *described(GROWTH, "done_on", "kind"),
    _HOURS,
    *described(GROWTH, "provider", "learned", "applied"),
)

Row = tuple[object, ...]


class _NamedClient(NamedTuple):
    handle: str
    name: str


class _Setting(NamedTuple):
    number: int
    setting: str | None


class _Learned(NamedTuple):
    done_on: str
    kind: str
    minutes: int | None
    provider: str | None
    learned: str | None
    applied: str | None


class _Client(NamedTuple):
    """A client by name or code, with the conversations that count, oldest first."""

    called: str
    entries: list[LedgerEntry]


def sheets(log: LogRequest) -> list[Sheet]:
    """Return the four logs; that of the hours has its total in the last row."""
    clients = _clients(log)
    settings = dict(log.reader.rows(_Setting, "select number, setting from trajectories"))
    moments = _moments(log)
    development = [moment for moment in moments if moment.kind != SUPERVISION]
    supervision = [moment for moment in moments if moment.kind == SUPERVISION]
    return [
        Sheet("client_profile", PROFILE, [_profile(client, settings) for client in clients]),
        Sheet("client_hours", HOURS_SUMMARY, list(_hours(clients, log))),
        Sheet("cpd_log", LEARNING, list(_learning(development))),
        Sheet("supervision_log", LEARNING, list(_learning(supervision))),
    ]


def _clients(log: LogRequest) -> list[_Client]:
    """Return the clients by the day of the first conversation; named where they agreed to it."""
    by_person: dict[str, list[LedgerEntry]] = {}
    for entry in counting(EMCC, log):
        by_person.setdefault(entry.talk.person, []).append(entry)
    names = dict(log.reader.rows(_NamedClient, "select handle, name from coachees"))
    clients: list[_Client] = []
    nameless = 0
    for entries in by_person.values():
        name = names.get(entries[0].talk.coachee or "") if _may_be_named(entries) else None
        nameless += name is None
        clients.append(_Client(name or f"client {nameless}", entries))
    return clients


def _may_be_named(entries: Iterable[LedgerEntry]) -> bool:
    return all(entry.talk.consent and not entry.talk.policy for entry in entries)


def _profile(client: _Client, settings: dict[int, str | None]) -> Row:
    last = client.entries[-1].talk
    people = max(entry.talk.people for entry in client.entries)
    setting = settings.get(last.trajectory or 0)
    days = [entry.talk.day for entry in client.entries]
    return (client.called, int(people > 1), people, last.kind, setting, min(days), max(days))


def _hours(clients: Sequence[_Client], log: LogRequest) -> Iterator[Row]:
    """Yield a row for each client and year, one for each opening balance, and the total."""
    rows: list[tuple[str, int | None, int | None, int, int]] = [
        (
            _("Opening balance {n}").format(n=before.number),
            int(before.until_on[:4]),
            None,
            before.minutes,
            before.paid_minutes,
        )
        for before in opening(log)
    ]
    for client in clients:
        years = dict.fromkeys(entry.talk.day[:4] for entry in client.entries)
        for year in years:
            own = [entry for entry in client.entries if entry.talk.day[:4] == year]
            minutes = sum(entry.minutes for entry in own)
            paid = sum(entry.minutes for entry in own if entry.is_paid)
            rows.append((client.called, int(year), len(own), minutes, paid))
    total = (sum(row[2] or 0 for row in rows), sum(row[3] for row in rows), sum(r[4] for r in rows))
    rows.append((_("Total"), None, *total))
    for called, in_year, sessions, minutes, paid in rows:
        amounts = (in_hours(minutes), in_hours(paid), in_hours(minutes - paid))
        yield (called, in_year, sessions, *amounts)


def _moments(log: LogRequest) -> list[_Learned]:
    sql = (
        "select done_on, kind, minutes, provider, learned, applied from learning_moments"
        " where done_on between :since and :until order by done_on, number"
    )
    return list(log.reader.rows(_Learned, sql, since=log.since, until=log.until))


def _learning(moments: Sequence[_Learned]) -> Iterator[Row]:
    for moment in moments:
        hours = None if moment.minutes is None else in_hours(moment.minutes)
        yield (
            *(moment.done_on, moment.kind, hours),
            *(moment.provider, moment.learned, moment.applied),
        )
