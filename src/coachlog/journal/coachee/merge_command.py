"""`coachee merge`: what it does is told in words and asked about first."""

from datetime import date
from typing import Annotated

import typer

from coachlog.base.days import show_day
from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import N_, _, language, ngettext
from coachlog.journal.coachee import queries
from coachlog.journal.coachee.merge import Merger, merge, merger
from coachlog.journal.common.history_words import many
from coachlog.schema.tables import label
from coachlog.schema.vocabulary import BASES
from coachlog.terminal.command_options import Yes
from coachlog.terminal.confirm import confirm
from coachlog.terminal.context import context
from coachlog.terminal.output import say_done

VALUE_MOST = 240
"""How many cells of a value are shown."""

LISTED = 5
"""How many texts that are in both are shown."""


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
        found = merger(reader, queries.find(reader, who), queries.find(reader, into))
    if not confirm(run, announcement(found), _("Merge them?"), yes):
        return
    with run.work("coachee merge") as work:
        merge(work, found)
    told = _("Everything recorded for {who} is now under {name}.").format(
        who=found.who.handle, name=found.into.name
    )
    say_done(told, f"coachee show {found.into.handle}", "undo")


def announcement(found: Merger) -> list[str]:
    """What merging does, for people."""
    head = _("{name} ({handle}) will be merged into {into_name} ({into}).").format(
        name=_shown(found.who.name),
        handle=found.who.handle,
        into_name=_shown(found.into.name),
        into=found.into.handle,
    )
    return [head, *_moves(found), *_fields(found), *_twice(found), *_goes_on(found)]


def _moves(found: Merger) -> list[str]:
    what = ", ".join(many(table, n) for table, n in found.moves.items())
    return [_("What moves: {what}.").format(what=what)] if what else []


def _fields(found: Merger) -> list[str]:

    taken = _("{field}: “{value}” is taken over.")
    differs = _("{field}: “{stays}” stays, “{goes}” goes.")
    return [
        *(
            taken.format(field=_(label("coachee", field)), value=_value(field, value))
            for field, value in found.filled.items()
        ),
        *(
            differs.format(
                field=_(label("coachee", each.field)),
                stays=_value(each.field, each.stays),
                goes=_value(each.field, each.goes),
            )
            for each in found.differing
        ),
    ]


def _twice(found: Merger) -> list[str]:
    """Texts that are in both: the coach may want to remove one of the two afterwards."""
    nouns = {"goal": _("Goal"), "topic": _("Topic"), "talent": _("Talent")}
    told = [
        _("{noun} “{text}”: both have it, and both stay.").format(
            noun=nouns[noun], text=_shown(text)
        )
        for noun, text in found.same
    ]
    more = len(told) - LISTED
    if more > 0:
        rest = ngettext("{n} more text is in both.", "{n} more texts are in both.", more)
        return [*told[:LISTED], rest.format(n=more)]
    return told


def _goes_on(found: Merger) -> list[str]:
    name, told = _shown(found.into.name), []
    if len(found.active) > 1:
        numbers = ", ".join(map(str, found.active))
        belong = _("Trajectories {numbers} are active; new conversations go to {newest}.")
        told.append(belong.format(numbers=numbers, newest=found.active[-1]))
    if found.drafts:
        drafts = ngettext(
            "{n} unfinished conversation continues with {name}.",
            "{n} unfinished conversations continue with {name}.",
            found.drafts,
        )
        told.append(drafts.format(n=found.drafts, name=name))
    if found.into.archived_at and not found.who.archived_at:
        told.append(_("{name} will come back from the archive.").format(name=name))
    leads = _("{handle} now refers to {name}.")
    return [*told, leads.format(handle=found.who.handle, name=name)]


def _value(field: str, value: str) -> str:
    if field.endswith("_on"):
        return show_day(date.fromisoformat(value), language())
    return _(BASES[value]) if value in BASES and field == "agreement_basis" else _shown(value)


def _shown(text: str) -> str:
    return shorten(visible_line(text), VALUE_MOST)
