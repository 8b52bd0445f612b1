"""Tells people and scripts what an import did."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from coachlog.base.texts import _, count_text
from coachlog.intake.landing.summary import Summary
from coachlog.intake.record import Problem
from coachlog.journal.common.history_words import many
from coachlog.terminal.context import say

MOST_REASONS, MOST_PLACES = 20, 5
"""How much is shown; all of it is in the file beside, and in JSON."""


def tell(summaries: Sequence[Summary], *, done: bool, again: bool = False) -> None:
    """Say what was done, or what would be done; *again* tells only what came of it."""
    changes = list(_changes_told(summaries, done=done))
    rest = [] if again else list(_rest_told(summaries, done=done))
    for line in [*changes, *rest] or [_("There is nothing in it that the journal could take.")]:
        say(line)
    if again:
        return
    for reason in _reasons([each for summary in summaries for each in summary.problems]):
        say("  " + reason)


def _reasons(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield each reason once, with the first places that it is about."""
    places: dict[str, dict[str, None]] = {}  # a dict as an ordered set
    for each in problems:
        places.setdefault(each.reason, {})[each.place] = None
    for reason, of_reason in islice(places.items(), MOST_REASONS):
        named = [place for place in of_reason if place]
        if not named:
            yield reason
            continue
        yield _("{label}: {text}").format(label=shown_names(named, MOST_PLACES), text=reason)
    if (rest := len(places) - MOST_REASONS) > 0:
        yield count_text("… and {n} more.", "… and {n} more.", rest)


def shown_names(names: Sequence[str], most: int) -> str:
    """Return the first *most* of *names*, and how many more there are."""
    rest = len(names) - most
    more = count_text(" and {n} more", " and {n} more", rest) if rest > 0 else ""
    return ", ".join(names[:most]) + more


def _changes_told(summaries: Sequence[Summary], *, done: bool) -> Iterator[str]:
    """Yield what is another than before, a line for each kind."""
    new = _("New: {records}") if done else _("Would be new: {records}")
    changed = _("Changed: {records}") if done else _("Would change: {records}")
    yield from _counted(new, [each.new for each in summaries])
    yield from _counted(changed, [each.changed for each in summaries])


def _rest_told(summaries: Sequence[Summary], *, done: bool) -> Iterator[str]:
    """Yield what is as before, who is added on the way, and how much could not be taken."""
    yield from _counted(_("Here already: {records}"), [each.same for each in summaries])
    removed = _("Removed here since, so not brought back: {records}")
    yield from _counted(removed, [each.removed for each in summaries])
    people = [name for summary in summaries for name in summary.people]
    if people:
        added = _("People added: {names}") if done else _("People who would be added: {names}")
        yield added.format(names=", ".join(people))
    doubled = [place for summary in summaries for place in summary.doubled]
    if doubled:
        text = _("Perhaps twice, as that person has another conversation on that day: {places}")
        yield text.format(places=shown_names(doubled, MOST_PLACES))
    problems = sum(len(summary.problems) for summary in summaries)
    if problems:
        yield count_text("Not taken, or not whole: {n}", "Not taken, or not whole: {n}", problems)


def _counted(heading: str, counts: Sequence[Counter[str]]) -> Iterator[str]:
    """Yield *heading* with the records of all *counts*; nothing where there are none."""
    if total := sum(counts, Counter()):
        yield heading.format(records=", ".join(many(*each) for each in total.items()))


def summary_as_json(summary: Summary) -> dict[str, object]:
    """Return what an import did for a script."""
    return {
        "new": dict(summary.new),
        "changed": dict(summary.changed),
        "same": dict(summary.same),
        "removed": dict(summary.removed),
        "people": summary.people,
        "doubled": summary.doubled,
        "told": [{"place": each.place, "reason": each.reason} for each in summary.problems],
    }
