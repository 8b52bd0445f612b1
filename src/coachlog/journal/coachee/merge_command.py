"""The command `coachee merge`: it says what it does and asks before it merges."""

from datetime import date
from typing import Annotated

import typer

from coachlog.base.days import show_day
from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import N_, _, language, ngettext
from coachlog.journal.coachee import lookup
from coachlog.journal.coachee.merge import MergePlan, merge, plan_merge
from coachlog.journal.common.history_words import many
from coachlog.schema.tables import label
from coachlog.schema.vocabulary import BASES
from coachlog.terminal.command_options import Yes
from coachlog.terminal.confirm import confirm
from coachlog.terminal.context import context
from coachlog.terminal.output import say_done

VALUE_MOST = 240
"""The widest value that is shown, in cells of the terminal."""

LISTED_MOST = 5
"""How many texts that are in both are listed."""


def merge_(
    who: Annotated[str, typer.Argument(metavar="WHO", help=N_("The person to merge away."))],
    into: Annotated[str, typer.Argument(metavar="INTO", help=N_("The person to keep."))],
    yes: Yes = False,
) -> None:
    """Merge two entries of the same person.

    coachlog coachee merge amina-2 amina --yes
    """
    run = context()
    with run.reader() as reader:
        merging = plan_merge(reader, lookup.find(reader, who), lookup.find(reader, into))
    if not confirm(run, announcement(merging), _("Merge them?"), yes):
        return
    run.back_up_before("merge")
    with run.work("coachee merge") as work:
        merge(work, merging)
    message = _("Everything recorded for {who} is now under {name}.").format(
        who=merging.who.handle, name=merging.into.name
    )
    say_done(message, f"coachee show {merging.into.handle}", "undo")


def announcement(merging: MergePlan) -> list[str]:
    """Return the lines that say what merging does."""
    heading = _("{name} ({handle}) will be merged into {into_name} ({into}).").format(
        name=_shown(merging.who.name),
        handle=merging.who.handle,
        into_name=_shown(merging.into.name),
        into=merging.into.handle,
    )
    return [heading, *_moves(merging), *_fields(merging), *_texts(merging), *_consequences(merging)]


def _moves(merging: MergePlan) -> list[str]:
    records = ", ".join(many(table, n) for table, n in merging.moves.items())
    return [_("What moves: {what}.").format(what=records)] if records else []


def _fields(merging: MergePlan) -> list[str]:
    """Return lines about the fields that the entry to keep gets, then about those that differ."""
    lines = []
    filled = _("{field}: “{value}” is taken over.")
    for field, value in merging.filled.items():
        field_label = _(label("coachee", field))
        lines.append(filled.format(field=field_label, value=_value(field, value)))
    differing = _("{field}: “{stays}” stays, “{goes}” goes.")
    for field, stays, goes in merging.differing:
        field_label = _(label("coachee", field))
        lines.append(
            differing.format(
                field=field_label, stays=_value(field, stays), goes=_value(field, goes)
            )
        )
    return lines


def _texts(merging: MergePlan) -> list[str]:
    """Return lines about texts that are in both, for the coach may want to remove one of each."""
    nouns = {"goal": _("Goal"), "topic": _("Topic"), "talent": _("Talent")}
    lines = [
        _("{noun} “{text}”: both have it, and both stay.").format(
            noun=nouns[noun], text=_shown(text)
        )
        for noun, text in merging.same
    ]
    more = len(lines) - LISTED_MOST
    if more > 0:
        rest = ngettext("{n} more text is in both.", "{n} more texts are in both.", more)
        return [*lines[:LISTED_MOST], rest.format(n=more)]
    return lines


def _consequences(merging: MergePlan) -> list[str]:
    """Return lines about active trajectories, drafts, the archive and the handle that goes."""
    name = _shown(merging.into.name)
    lines = []
    if len(merging.active) > 1:
        numbers = ", ".join(map(str, merging.active))
        text = _("Trajectories {numbers} are active; new conversations go to {newest}.")
        lines.append(text.format(numbers=numbers, newest=merging.active[-1]))
    if merging.drafts:
        text = ngettext(
            "{n} unfinished conversation continues with {name}.",
            "{n} unfinished conversations continue with {name}.",
            merging.drafts,
        )
        lines.append(text.format(n=merging.drafts, name=name))
    if merging.into.archived_at and not merging.who.archived_at:
        lines.append(_("{name} will come back from the archive.").format(name=name))
    text = _("{handle} now refers to {name}.")
    return [*lines, text.format(handle=merging.who.handle, name=name)]


def _value(field: str, value: str) -> str:
    """Return the value of a column of a person as people read it."""
    if field.endswith("_on"):
        return show_day(date.fromisoformat(value), language())
    if field == "agreement_basis" and value in BASES:
        return _(BASES[value])
    return _shown(value)


def _shown(text: str) -> str:
    return shorten(visible_line(text), VALUE_MOST)
