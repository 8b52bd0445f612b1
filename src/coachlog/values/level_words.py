"""The five levels of Goal Attainment Scaling in words, and as they are shown."""

from coachlog.base.texts import N_

LEVELS = {
    2: N_("Much better than expected"),
    1: N_("Somewhat better than expected"),
    0: N_("As expected"),
    -1: N_("Somewhat less than expected"),
    -2: N_("Much less than expected"),
}
"""The five levels of Goal Attainment Scaling, the best one first, in words of our own."""


def shown_level(figure: int) -> str:
    """Return a level as people write it: `+1`, `-2`, and 0 without a sign."""
    return f"{figure:+d}" if figure else "0"
