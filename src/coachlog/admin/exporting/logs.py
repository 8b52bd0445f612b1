"""The logs that can be exported in the place of tables."""

from collections.abc import Callable, Mapping

from coachlog.admin.exporting.request import ExportRequest
from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _
from coachlog.export.sheet import Sheet
from coachlog.report.logs import emcc, fund, icf
from coachlog.report.logs.request import LogRequest
from coachlog.store.connection import Reader
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.period import period_in_days

LOGS: Mapping[str, Callable[[LogRequest], list[Sheet]]] = {
    "icf": icf.sheets,
    "emcc": emcc.sheets,
    "fund": fund.sheets,
}


def log_sheets(run: Context, reader: Reader, request: ExportRequest) -> list[Sheet]:
    """Return the tables of the log that was asked for; raises UsageError."""
    name = (request.log or "").strip().casefold()
    if name not in LOGS:
        raise UsageError(
            N_("There is no log called {name}."),
            N_("Choose from: {names}"),
            name=request.log,
            names=", ".join(LOGS),
        )
    if request.tables or request.coachee or request.private:
        raise UsageError(
            N_(
                "A log is about all of your practice: it takes no table, no --coachee "
                "and no --private."
            ),
            N_("For example: {example}"),
            example=f"coachlog export csv --log {name} --since 2026",
        )
    since, until = period_in_days(request.since, request.until, run.today)
    log_request = LogRequest(reader, run.settings, run.today)
    sheets = LOGS[name](log_request._replace(since=since or "", until=until or log_request.until))
    if name != "fund" and len(list(sheets[0].rows)) <= 1:
        say(_("Nothing counts yet. To see why: {command}").format(command=hint("hours --csv")))
    return sheets
