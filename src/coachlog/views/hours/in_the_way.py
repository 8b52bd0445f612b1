"""What stands in the way of conversations that could count, and the command that mends each."""

from collections.abc import Iterator, Sequence

from coachlog.base.days import day_text
from coachlog.base.texts import _, language, ngettext
from coachlog.display.page import Line
from coachlog.practice.reasons import MENDABLE, REASONS
from coachlog.practice.sums import LedgerEntry
from coachlog.practice.talk import Talk
from coachlog.terminal.context import hint

MOST = 10
"""The most conversations that the page names; `hours --csv` has them all."""

_MENDS = {
    "no_minutes": "session edit {number} --minutes 60",
    "no_consent": "hours consent WHO",
    "needs_reason": "trajectory edit {trajectory} --as-mentoring TEXT",
    "training_unknown": "config set training_started_on 2024-03-01",
}
"""The command that mends each reason; the page names nobody, so who has to be filled in."""


def decisive(against: Sequence[str]) -> tuple[str, ...]:
    """Return the reasons that decide: facts, where there are some, or else what can be mended."""
    facts = tuple(reason for reason in against if reason not in MENDABLE)
    return facts or tuple(against)


def in_the_way(lines: Sequence[LedgerEntry]) -> Iterator[Line]:
    """Yield all that each conversation needs to count, the newest first; not what never counts."""
    found = [line for line in reversed(lines) if line.against and MENDABLE.issuperset(line.against)]
    for entry in found[:MOST]:
        yield Line(_title(entry.talk), "")
        for reason in entry.against:
            command = _MENDS[reason].format(**entry.talk._asdict())
            yield Line("", _(REASONS[reason]), hint(command))
    if more := len(found[MOST:]):
        text = ngettext("{n} more: {command}", "{n} more: {command}", more)
        yield Line("", text.format(n=more, command=hint("hours --csv")))


def _title(talk: Talk) -> str:
    """Return what the page calls a conversation: its number and its day, nobody's name."""
    number = _("conversation {number}").format(number=talk.number)
    return f"{number}, {day_text(talk.day, language())}"
