"""A record that is closed by its number: done twice is done."""

from typing import Any

from coachlog.terminal.context import context
from coachlog.values import parse


def close_numbered(
    command: str, queries: Any, number: str, status: str, on: str | None
) -> tuple[int, bool]:
    """Give a record its last *status*, by the `line` and `close` of the *queries* of its noun.

    The result is its number, and whether anything changed. Raises what `line` raises.
    """
    run = context()
    which = parse.number(number) or 0
    day = run.past_day(on).isoformat()
    with run.work(command) as work:
        before = queries.line(work, which)
        changed = before.status != status or (on is not None and before.closed_on != day)
        if changed:
            queries.close(work, which, status, day)
    return which, changed
