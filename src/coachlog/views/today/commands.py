"""`coachlog today`."""

from coachlog.terminal.context import context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_list
from coachlog.views.start import TodayLine, show_start, today_lines


def today(as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show appointments, overdue actions and unfinished conversations.

    coachlog today
    """
    run = context()
    if as_json or as_csv:
        output = OutputFormat(as_json, as_csv)
        show_list(run, output, TodayLine._fields, today_lines(run), (), "")
    else:
        show_start(run)
