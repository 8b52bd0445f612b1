"""The role of a coach, as it is typed: it gives the kind of trajectory."""

from coachlog.base.folding import plain
from coachlog.values.text import choice

ROLE_KINDS = ("coaching", "career", "mentoring", "onboarding", "manager")
"""The kinds of trajectory with somebody else."""

_WORDS = {
    "coaching": ("coach",),
    "career": ("loopbaan", "carriere"),
    "mentoring": ("mentor",),
    "onboarding": ("buddy", "peter", "meter", "peter_of_meter", "parrain", "marraine"),
    "manager": ("leidinggevende", "responsable"),
}
"""What a coach may type for the kind, besides its code; folded, `_` for a space."""


def role_kind(typed: str | None) -> str | None:
    """Return the kind of trajectory that *typed* names, by its code or by the role of the coach.

    None where nothing was typed. Raises KindError.
    """
    word = plain(typed or "").strip().replace(" ", "_")
    named = (kind for kind, words in _WORDS.items() if word in words)
    return next(named, None) or choice(typed, ROLE_KINDS)
