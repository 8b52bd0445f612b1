"""The page of what was rescued: how much, what is lost of which record, and what to do with it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from coachlog.admin.history_text import HistoryText
from coachlog.base.safe import visible_line
from coachlog.base.texts import N_, _, count_text, ngettext
from coachlog.display.page import Line, Page, Section
from coachlog.journal.common.history_words import many, name
from coachlog.schema.tables import TABLES, label
from coachlog.store.connection import Reader, open_reader
from coachlog.store.rescue import Rescue
from coachlog.store.salvage.losses import DOUBTFUL, HALF, MISSING, UNLINKED, UNSURE, RecordLoss
from coachlog.store.salvage.reading import BROKEN, FOREIGN
from coachlog.terminal.context import Context, hint

TITLES = {
    MISSING: N_("Missing"),
    HALF: N_("Only in part"),
    UNLINKED: N_("No longer linked to what it belonged to"),
    DOUBTFUL: N_("To be read again: two places in the file tell different things"),
    UNSURE: N_("Not found: removed earlier, or lost"),
}
_LOGS = {
    FOREIGN: N_("The file beside it (-wal) is of another journal or another day: it was left out."),
    BROKEN: N_("The file beside it (-wal) is damaged: what could be read of it was used."),
}
_MOST_FIELDS = 5
"""If more fields than this are lost, the page names those that were kept instead."""

_HISTORY = ("operation", "change")


def page(run: Context, file: Path, rescued: Rescue) -> Page:
    """Return the page of what was read out of the journal of *run* into *file*."""
    n = rescued.kept
    count = count_text("{n} record brought back", "{n} records brought back", n)
    with open_reader(file) as reader:
        words = _LossWords(reader, HistoryText(reader, run))
        sections = [
            Section(_(title), [Line("", visible_line(text)) for text in words.lines(of_state)])
            for state, title in TITLES.items()
            if (of_state := [loss for loss in rescued.losses if loss.state == state])
        ]
    sections.append(Section("", [Line("", text) for text in _remarks(run, rescued)]))
    return Page(_("What was rescued"), (str(file), count), sections, hints(file))


def hints(file: Path) -> list[tuple[str, str]]:
    """Return what can be done with the new journal: commands with their meaning."""
    return [
        (hint(f"--store {file} today"), _("To look into it")),
        (hint(f"restore {file}"), _("To put it in the place of the journal, which is kept")),
    ]


def _remarks(run: Context, rescued: Rescue) -> Iterator[str]:
    """Yield what is said below the losses: about gaps, the log, and the old journal."""
    if not rescued.losses and not rescued.gaps:
        yield _("Nothing is missing.")
    if rescued.gaps:
        yield count_text(
            "{n} place of the file cannot be read: what stood there may be more than is listed.",
            "{n} places of the file cannot be read: what stood there may be more than is listed.",
            rescued.gaps,
        )
    if rescued.log in _LOGS:
        yield _(_LOGS[rescued.log])
    yield _("Nothing was changed in {path}.").format(path=run.store)


class _LossWords:
    """Puts losses into words, by the names that the records have in the new journal."""

    def __init__(self, reader: Reader, history_text: HistoryText) -> None:
        self._reader = reader
        self._history_text = history_text

    def lines(self, losses: Sequence[RecordLoss]) -> Iterator[str]:
        """Yield a line for each record, and one for all parts of a record that are missing."""
        nameless: Counter[tuple[str, tuple[str, str] | None]] = Counter()
        numbers: dict[str, list[int]] = {}
        for loss in losses:
            if loss.state == UNSURE and loss.number is not None:
                numbers.setdefault(loss.noun, []).append(loss.number)
            elif loss.noun in TABLES and (loss.state != MISSING or loss.number is not None):
                yield self._line(loss)
            else:
                nameless[loss.noun, loss.near if loss.noun in TABLES else None] += 1
        for noun, given in numbers.items():
            yield f"{many(noun, len(given))}: {_ranges(given)}"
        for (noun, near), count in nameless.items():
            yield _of(_several(noun, count), self._name(*near) if near else "")

    def _line(self, loss: RecordLoss) -> str:
        """Return a loss in words: the record, and its lost fields, or the few that were kept."""
        fields = [_(label(loss.noun, column)) for column in loss.columns]
        known = [text for text, column in zip(fields, loss.columns, strict=True) if text != column]
        if loss.state == MISSING:
            return _of(_numbered(loss), self._name(*loss.near) if loss.near else "")
        record = self._name(loss.noun, loss.key)
        if loss.state == HALF and len(known) > _MOST_FIELDS:
            kept = [
                _(field.label)
                for field in TABLES[loss.noun].fields
                if field.label and field.name not in loss.columns
            ]
            return _of(record, _("kept: {fields}").format(fields=", ".join(kept) or _("nothing")))
        return _of(record, ", ".join(known))

    def _name(self, noun: str, key: str) -> str:
        """Return the name of a record of the new journal."""
        return self._history_text.name(noun, key) if noun in TABLES else noun


def _numbered(loss: RecordLoss) -> str:
    """Return the name of a record of which only the number is known."""
    if TABLES[loss.noun].naming.brief:
        return name(loss.noun, [loss.number], brief=True)
    return f"{many(loss.noun, 1)} ({loss.number})"


def _several(noun: str, count: int) -> str:
    """Return how many records or lines of *noun* are missing, in words."""
    if noun in TABLES:
        return many(noun, count)
    if noun in _HISTORY:
        text = ngettext("{n} line of the history", "{n} lines of the history", count)
    else:
        text = ngettext("{n} unfinished text", "{n} unfinished texts", count)
    return text.format(n=count)


def _of(record: str, rest: str) -> str:
    return f"{record} ({rest})" if rest else record


def _ranges(numbers: Iterable[int]) -> str:
    """Return numbers with those that follow one another as a range: `3, 5-9`."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in found)
