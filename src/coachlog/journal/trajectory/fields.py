"""What follows from the kind of a trajectory, and the words for it."""

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_, _
from coachlog.schema.vocabulary import TRAJECTORY_KINDS

OWN = "own"
"""The kind of the coach's own trajectory, which has no other person."""

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


def refuse_other_kind(kind: str, required: str) -> None:
    """Raise RefusedError where a trajectory that is active is not of the kind *required*."""
    if required != kind:
        raise RefusedError(
            N_("The trajectory that is active is of another kind: {kind}."),
            N_("Change it, or close it first: coachlog trajectory list"),
            kind=_(TRAJECTORY_KINDS[kind]),
        )
