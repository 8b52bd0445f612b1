"""Which kinds of trajectory show the coach whose ideas the options were."""

MIRRORED = ("coaching", "manager")
"""The kinds in which the coach is shown whose ideas the options were, unless that is put off.

A mentor, a peter or a meter is there to show and to advise as well.
"""


def mirrored(kind: str, own: int | None, usual: bool | None) -> bool:
    """Whether the mirror on options is shown: as the trajectory says, else the setting *usual*."""
    chosen = usual if own is None else own
    return kind in MIRRORED if chosen is None else bool(chosen)


def nudged(kind: str, own: int | None, usual: bool | None) -> bool:
    """Whether the guide asks for a third option: not where that was put off, nor a newcomer."""
    return kind != "onboarding" and mirrored(MIRRORED[0], own, usual)
