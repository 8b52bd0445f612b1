"""Values that few commands take, for TAB: what they are read from is loaded for them alone."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from coachlog import settings
from coachlog.admin.schemas import SCHEMAS
from coachlog.base.errors import CoachlogError
from coachlog.base.texts import N_
from coachlog.completion import queries
from coachlog.completion.offer import FILES, Offer, fitting
from coachlog.completion.target import CompletionTarget, Source, about, out_of_the_journal
from coachlog.export.tables import TABLES
from coachlog.interview.shelf import names
from coachlog.journal.release.fields import folded
from coachlog.journal.trajectory import fund
from coachlog.store.history import steps
from coachlog.store.unfinished import unfinished
from coachlog.views.search.places import NOUNS, STAGE_NAMES

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


def _themes(spot: CompletionTarget) -> list[Offer]:
    """The themes of a fund; the usual ones where the coach's file has a mistake."""
    try:
        known = fund.load()
    except CoachlogError:
        known = fund.USUAL
    return fitting(spot.word, {theme: known.theme_name(theme) for theme in known.themes})


def _readers(spot: CompletionTarget) -> list[Offer]:
    """To whom something was released before, whatever the case and accents of what was typed.

    A name like an option cannot be typed as a value, and is left out.
    """

    def found(reader: "Reader") -> list[Offer]:
        begin = folded(spot.word) if spot.word else ""
        known = {folded(name): name for name in queries.readers(reader)}
        fits = [name for key, name in sorted(known.items()) if key.startswith(begin)]
        return [Offer(name) for name in fits if not name.startswith("-")]

    return out_of_the_journal(spot, found)


def _drafts(spot: CompletionTarget) -> list[Offer]:
    """The unfinished conversations, the one begun last first."""

    def found(reader: "Reader") -> list[Offer]:
        return [
            about(str(each.place), each.name or "", each.on)
            for each in unfinished(reader)
            if str(each.place).startswith(spot.word)
        ]

    return out_of_the_journal(spot, found)


def _steps(spot: CompletionTarget) -> list[Offer]:
    """The places of what was done lately and was not taken back."""

    def found(reader: "Reader") -> list[Offer]:
        return [
            Offer(str(place), about=f"{each.stamp[:10]} · {each.command}")
            for place, each in enumerate(steps(reader, queries.MOST_NUMBERS), 1)
            if each.holds and str(place).startswith(spot.word)
        ]

    return out_of_the_journal(spot, found)


def _methods(spot: CompletionTarget) -> list[Offer]:
    return fitting(spot.word, names(settings.own_methods()))


SELDOM: Mapping[str, Source] = {
    "session resume N": _drafts,
    "undo N": _steps,
    "READER": _readers,
    "trajectory --area": lambda spot: fitting(spot.word, fund.AREAS),
    "trajectory --theme": _themes,
    "search --noun": lambda spot: fitting(spot.word, NOUNS),
    "search --stage": lambda spot: fitting(spot.word, STAGE_NAMES),
    "--method": lambda spot: [
        *_methods(spot),
        *fitting(spot.word, {"ask": N_("See them all and choose.")}),
    ],
    "METHOD": _methods,
    "method check METHOD": lambda spot: [*_methods(spot), FILES],
    "schema NAME": lambda spot: fitting(spot.word, SCHEMAS),
    "TABLE": lambda spot: fitting(spot.word, tuple(TABLES)),
}
"""By the keys of `sources.SOURCES`."""
