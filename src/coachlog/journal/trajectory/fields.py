"""Whether a trajectory shows the coach whose ideas the options were (the mirror)."""

MIRROR_KINDS = ("coaching", "manager")
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


def asks_for_third_option(kind: str, own: int | None, usual: bool | None) -> bool:
    """Return whether the guide asks for a third option.

    It does in every kind but onboarding, unless the mirror was turned off.
    """
    mirror_is_on = shows_mirror(MIRROR_KINDS[0], own, usual)  # on by default, whatever the kind
    return kind != "onboarding" and mirror_is_on
