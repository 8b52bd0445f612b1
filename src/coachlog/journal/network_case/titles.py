"""What people call a case: its number and its question."""

from coachlog.base.texts import _
from coachlog.journal.network_case.queries import CaseLine
from coachlog.schema.network_case import NETWORK_CASE


def case_title(line: CaseLine) -> str:
    """Return the heading of a case."""
    number = _(NETWORK_CASE.naming.found_as).format(n=line.number)
    return f"{number} · {line.question}"
