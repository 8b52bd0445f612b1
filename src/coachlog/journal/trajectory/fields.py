"""Whether a trajectory shows the coach whose ideas the options were (the mirror)."""

MIRROR_KINDS = ("coaching", "manager")
"""The kinds of trajectory in which the mirror is on by default.

A mentor, a peter or a meter is there to show and to advise as well.
"""


def shows_mirror(kind: str, own: int | None, usual: bool | None) -> bool:
    """Return whether the mirror is shown.

    The trajectory's *own* choice counts first, then the setting *usual*, then the *kind*.
    """
    choice = usual if own is None else own
    return kind in MIRROR_KINDS if choice is None else bool(choice)


def asks_for_third_option(kind: str, own: int | None, usual: bool | None) -> bool:
    """Return whether the guide asks for a third option.

    It does in every kind but onboarding, unless the mirror was turned off.
    """
    return kind != "onboarding" and shows_mirror(MIRROR_KINDS[0], own, usual)
