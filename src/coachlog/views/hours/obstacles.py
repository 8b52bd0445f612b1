"""Why conversations do not count yet, and the command that solves each of these obstacles."""

from collections.abc import Iterator, Sequence

from coachlog.base.days import day_text
from coachlog.base.texts import _, language, ngettext
from coachlog.display.page import Line
from coachlog.journal.common.marks import conversation_text
from coachlog.practice.reasons import MENDABLE, REASONS
from coachlog.practice.sums import LedgerEntry
from coachlog.practice.talk import Talk
from coachlog.terminal.context import hint

MOST = 10
"""The most conversations that the page names; `hours --csv` has them all."""

_SOLUTIONS = {
    "no_minutes": "session edit {number} --minutes 60",
    "no_consent": "hours consent {who}",
    "needs_reason": "trajectory edit {trajectory} --as-mentoring {text}",
    "training_unknown": "config set training_started_on 2024-03-01",
}
"""The command that solves each reason; the page names nobody, so who has to be filled in."""


def deciding_reasons(against: Sequence[str]) -> tuple[str, ...]:
    """Return the reasons that decide: facts, where there are some, or else what can be alike."""
    facts = tuple(reason for reason in against if reason not in MENDABLE)
    return facts or tuple(against)


def obstacle_lines(lines: Sequence[LedgerEntry]) -> Iterator[Line]:
    """Yield each conversation that could still count, newest first, with what it lacks for that.

    Conversations that need the same commands share their lines.
    """
    found = [line for line in reversed(lines) if _could_count(line)]
    named = found[:MOST]
    for entry in named:
        alike = [each.talk for each in named if _solutions(each) == _solutions(entry)]
        if entry.talk != alike[0]:
            continue  # it shares the lines of an earlier one
        yield Line("", _title(alike))
        for reason, command in zip(entry.against, _solutions(entry), strict=True):
            yield Line("", _(REASONS[reason]), hint(command))
    if more := len(found[MOST:]):
        text = ngettext("{n} more: {command}", "{n} more: {command}", more)
        yield Line("", text.format(n=more, command=hint("hours --csv")))


def _could_count(line: LedgerEntry) -> bool:
    """Return whether everything against a conversation can still be solved."""
    return bool(line.against) and MENDABLE.issuperset(line.against) and not line.talk.erased


def _solutions(entry: LedgerEntry) -> list[str]:
    """Return the command that solves each reason against a conversation."""
    words = {"text": _("TEXT"), "who": _("WHO")}
    facts = words | entry.talk._asdict()
    return [_SOLUTIONS[reason].format_map(facts) for reason in entry.against]


def _title(talks: Sequence[Talk]) -> str:
    """Return the numbers of *talks*, and the day where it is one; names stay off the page."""
    if len(talks) > 1:
        numbers = ", ".join(str(talk.number) for talk in talks)
        return _("conversations {numbers}").format(numbers=numbers)
    number = conversation_text(talks[0].number)
    return f"{number}, {day_text(talks[0].day, language())}"
