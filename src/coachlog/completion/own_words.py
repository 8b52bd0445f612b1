"""Words that one command alone takes, for TAB."""

from typing import TYPE_CHECKING

from coachlog.base.errors import CoachlogError
from coachlog.completion import queries
from coachlog.completion.offer import Offer, fitting
from coachlog.journal.release.fields import folded

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


def areas(word: str) -> list[Offer]:
    """The action areas that begin so."""
    from coachlog.journal.trajectory.fund import AREAS  # seldom wanted

    return fitting(word, AREAS)


def themes(word: str) -> list[Offer]:
    """The themes that begin so; the usual ones where the coach's file has a mistake."""
    from coachlog.journal.trajectory import fund  # as above

    try:
        known = fund.load()
    except CoachlogError:
        known = fund.USUAL
    return fitting(word, {theme: known.theme_name(theme) for theme in known.themes})


def searched(word: str) -> list[Offer]:
    """The nouns to search in that begin so."""
    from coachlog.views.search.places import NOUNS  # as above

    return fitting(word, NOUNS)


def stages(word: str) -> list[Offer]:
    """The stages to search in that begin so."""
    from coachlog.views.search.places import STAGE_NAMES  # as above

    return fitting(word, STAGE_NAMES)


def readers(reader: "Reader", word: str) -> list[Offer]:
    """To whom something was released before, whatever the case and accents of what was typed.

    A name like an option cannot be typed as a value, and is left out.
    """
    begin = folded(word) if word else ""
    known = {folded(name): name for name in queries.readers(reader)}
    fits = [name for key, name in sorted(known.items()) if key.startswith(begin)]
    return [Offer(name) for name in fits if not name.startswith("-")]
