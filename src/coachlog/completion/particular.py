"""Words that one command alone takes, for TAB."""

from coachlog.completion.offer import Offer, fitting
from coachlog.errors import CoachlogError


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
    from coachlog.overview.search.places import NOUNS  # as above

    return fitting(word, NOUNS)


def stages(word: str) -> list[Offer]:
    """The stages to search in that begin so."""
    from coachlog.overview.search.places import STAGE_NAMES  # as above

    return fitting(word, STAGE_NAMES)
