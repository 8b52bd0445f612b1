"""What an erasure would do and what it did, in words for people and as JSON."""

from collections.abc import Iterator, Mapping
from typing import Any

from coachlog.admin.erasing.choices import EraseChoices
from coachlog.admin.erasing.preview import UNREACHED, ErasePreview, counted_nouns
from coachlog.base.texts import N_, _, count_text
from coachlog.journal.common.history_words import many
from coachlog.store.erasing.order import KEEP, REMOVE, REWRITE
from coachlog.store.erasing.work import Erased
from coachlog.terminal.context import hint

DECIDED = {KEEP: N_("stays"), REWRITE: N_("the name goes"), REMOVE: N_("goes")}


def preview_lines(preview: ErasePreview, choices: EraseChoices) -> Iterator[str]:
    """Yield what would be done, line by line."""
    person = preview.person
    yield _("To be erased for good: {name} ({handle})").format(
        name=person.name, handle=person.handle
    )
    for table, n in counted_nouns(preview.records):
        if table != "coachee":
            yield f"  {many(table, n)}"
    if preview.draft_ids:
        text = count_text(
            "{n} unfinished conversation", "{n} unfinished conversations", len(preview.draft_ids)
        )
        yield "  " + text
    if preview.logged:
        text = count_text(
            "{n} removed record that the history still has",
            "{n} removed records that the history still has",
            preview.logged,
        )
        yield "  " + text
    yield _("Their steps leave the history; they can no longer be undone. Others' steps stay.")
    yield from _mention_lines(preview, choices)
    yield from _file_lines(preview)
    yield from map(_, UNREACHED)


def _mention_lines(preview: ErasePreview, choices: EraseChoices) -> Iterator[str]:
    """Yield a line for each text of others that names the person, with what happens to it."""
    if not preview.lines:
        return
    yield _("What others' records say, by the name alone:")
    for line in preview.lines:
        decision = choices.decision(line)
        notes = [_(DECIDED[decision])] if decision else []
        if not line.sure:
            notes.append(_("may be somebody else"))
        note = f" ({', '.join(notes)})" if notes else ""
        said = _("{label}: {text}").format(label=line.field, text=line.text)
        yield f"  {line.n}  {line.record} · {said}{note}"


def _file_lines(preview: ErasePreview) -> Iterator[str]:
    """Yield what happens to backups, copies and files of text that was not saved."""
    if preview.backups:
        yield count_text(
            "{n} backup is written anew without this person.",
            "{n} backups are written anew without this person.",
            preview.backups,
        )
    for path in preview.damaged:
        text = _("This backup is damaged, so that nothing can be taken out of it; it goes: {path}")
        yield text.format(path=path)
    for place in preview.places:
        text = _("The copies in {place} too; if it is not there now, once it is back.")
        yield text.format(place=place)
    for path in preview.files:
        yield _("Text that was not saved goes: {path}").format(path=path)
    for path in preview.asked_files:
        yield _("Text that was not saved, maybe about somebody else: {path}").format(path=path)


def preview_record(preview: ErasePreview, choices: EraseChoices) -> dict[str, Any]:
    """Return what would be done, for JSON."""
    return {
        "name": preview.person.name,
        "handle": preview.person.handle,
        "records": dict(counted_nouns(preview.records)),
        "history": preview.logged,
        "drafts": len(preview.draft_ids),
        "mentions": [
            line._replace(decision=choices.decision(line))._asdict() for line in preview.lines
        ],
        "hours": preview.hours,
        "backups": preview.backups,
        "damaged": [str(path) for path in preview.damaged],
        "places": list(preview.places),
        "files": [str(path) for path in preview.files],
        "undecided_files": [str(path) for path in preview.asked_files],
    }


def done_lines(erased: Erased) -> Iterator[str]:
    """Yield what was done, and what is left to do."""
    yield _("Erased. The proof without a name is number {n}: {command}").format(
        n=erased.number, command=hint("erase list")
    )
    counts = erased.counts
    if counts.backups:
        text = count_text(
            "{n} backup was written anew.", "{n} backups were written anew.", counts.backups
        )
        yield "  " + text
    if counts.hours:
        text = count_text(
            "{n} talk is still counted, without a name.",
            "{n} talks are still counted, without a name.",
            counts.hours,
        )
        yield "  " + text
    yield from waiting_lines(erased.waiting)


def waiting_lines(places: list[str]) -> Iterator[str]:
    """Yield the places in which copies still hold what was erased."""
    for place in places:
        yield _("Not done yet: the copies in {place}. Put it back, then: {command}").format(
            place=place, command=hint("erase finish")
        )


def done_record(erased: Erased) -> Mapping[str, Any]:
    """Return what was done, for JSON."""
    counts = erased.counts
    return {
        "number": erased.number,
        "records": dict(counts.records),
        "mentions": counts.mentions,
        "hours": counts.hours,
        "backups": counts.backups,
        "files": counts.files,
        "waiting": erased.waiting,
    }
