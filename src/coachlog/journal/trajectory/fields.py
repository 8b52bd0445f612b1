"""What follows from the kind of a trajectory, and the words for it."""

from coachlog.base.errors import RefusedError
from coachlog.base.folding import plain
from coachlog.base.texts import N_, _
from coachlog.schema.vocabulary import ROLE_KINDS, TRAJECTORY_KINDS
from coachlog.values import parse

MIRROR_KINDS = ("coaching", "career", "manager")
"""The kinds of trajectory in which the mirror is on by default.

A mentor, a peter or a meter is there to show and to advise as well.
"""


def shows_mirror(kind: str, own: int | None, usual: bool | None) -> bool:
    """Return whether the mirror is shown.

    The trajectory's *own* choice counts first, then the setting *usual*, then the *kind*.
    """
    if own is not None:
        return bool(own)
    return kind in MIRROR_KINDS if usual is None else usual


_ROLE_WORDS = {
    "coaching": ("coach",),
    "career": ("loopbaan", "carriere"),
    "mentoring": ("mentor",),
    "onboarding": ("buddy", "peter", "meter", "peter_of_meter", "parrain", "marraine"),
    "manager": ("leidinggevende", "responsable"),
}
"""What a coach may type for the kind, besides its code."""


def role_kind(typed: str | None) -> str | None:
    """Return the kind of trajectory that *typed* names, by its code or by the role of the coach.

    None where nothing was typed. Raises KindError.
    """
    word = plain(typed or "").strip().replace(" ", "_")
    named = (kind for kind, words in _ROLE_WORDS.items() if word in words)
    return next(named, None) or parse.choice(typed, ROLE_KINDS)


def refuse_other_kind(kind: str, wanted: str) -> None:
    """Raise RefusedError where a trajectory that is active is not of the kind *wanted*."""
    if wanted != kind:
        raise RefusedError(
            N_("The trajectory that is active is of another kind: {kind}."),
            N_("Change it, or close it first: coachlog trajectory list"),
            kind=_(TRAJECTORY_KINDS[kind]),
        )
