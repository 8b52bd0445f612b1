"""The learning networks of the coach, on the coach's own page."""

from datetime import date

from coachlog.base.texts import _, language
from coachlog.dates.show import show_short
from coachlog.display.page import Line, Section
from coachlog.journal.common.reads import values_of
from coachlog.journal.network.queries import NETWORKS, NetworkFilter, NetworkLine
from coachlog.store.connection import Reader
from coachlog.terminal.context import Context
from coachlog.views.me.read import MoreAboutMe


def networks(run: Context, reader: Reader) -> MoreAboutMe | None:
    """Return the active networks, each with the day it last met; None without any."""
    active = list(NETWORKS.rows(reader, NetworkFilter(status="active")))
    if not active:
        return None
    data = [values_of(line, "number", "name", "last_met_on") for line in active]
    lines = [_line(network, run.today) for network in active]
    return MoreAboutMe("networks", data, Section(_("Learning networks"), lines))


def _line(network: NetworkLine, today: date) -> Line:
    last = network.last_met_on
    note = ""
    if last:
        day = show_short(date.fromisoformat(last), language(), today)
        note = _("{label}: {text}").format(label=_("Last met"), text=day)
    return Line("", network.name, note, number=network.number)
