"""What stands in the way of conversations that could count, and the command that mends each."""

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

_MENDS = {
    "no_minutes": "session edit {number} --minutes 60",
    "no_consent": "hours consent {who}",
    "needs_reason": "trajectory edit {trajectory} --as-mentoring {text}",
    "training_unknown": "config set training_started_on 2024-03-01",
}
"""The command that mends each reason; the page names nobody, so who has to be filled in."""


def deciding_reasons(against: Sequence[str]) -> tuple[str, ...]:
    """Return the reasons that decide: facts, where there are some, or else what can be mended."""
    facts = tuple(reason for reason in against if reason not in MENDABLE)
    return facts or tuple(against)


def obstacle_lines(lines: Sequence[LedgerEntry]) -> Iterator[Line]:
    """Yield all that conversations need to count, the newest first; not what never counts.

    Those that one command mends together stand together.
    """
    found = [
        line
        for line in reversed(lines)
        if line.against and MENDABLE.issuperset(line.against) and not line.talk.erased
    ]
    named = found[:MOST]
    for entry in named:
        mended = [each.talk for each in named if _mends(each) == _mends(entry)]
        if entry.talk != mended[0]:
            continue  # it stands with an earlier one
        yield Line("", _title(mended))
        for reason, command in zip(entry.against, _mends(entry), strict=True):
            yield Line("", _(REASONS[reason]), hint(command))
    if more := len(found[MOST:]):
        text = ngettext("{n} more: {command}", "{n} more: {command}", more)
        yield Line("", text.format(n=more, command=hint("hours --csv")))


def _mends(entry: LedgerEntry) -> list[str]:
    """Return the command that mends each reason against a conversation."""
    words = {"text": _("TEXT"), "who": _("WHO")}
    facts = words | entry.talk._asdict()
    return [_MENDS[reason].format_map(facts) for reason in entry.against]


def _title(talks: Sequence[Talk]) -> str:
    """Return what the page calls conversations: their numbers, of one also its day; no name."""
    if len(talks) > 1:
        numbers = ", ".join(str(talk.number) for talk in talks)
        return _("conversations {numbers}").format(numbers=numbers)
    number = conversation_text(talks[0].number)
    return f"{number}, {day_text(talks[0].day, language())}"
