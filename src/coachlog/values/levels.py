"""The five levels of Goal Attainment Scaling, as they are typed and shown."""

from contextlib import suppress

from coachlog.base.texts import N_, _, in_each_language
from coachlog.values import parse
from coachlog.values.errors import KindError, NotAScaleError, NotListedError

LEVELS = {
    2: N_("Much better than expected"),
    1: N_("Somewhat better than expected"),
    0: N_("As expected"),
    -1: N_("Somewhat less than expected"),
    -2: N_("Much less than expected"),
}
"""The five levels of Goal Attainment Scaling, the best one first, in words of our own."""


def level(value: str | int | None) -> int | None:
    """A level: `-2` to `2`, `+1`, `min 1`, or its words in any language, or how they begin."""
    if value is None or value == "":
        return None
    typed = "" if isinstance(value, bool) else str(value).strip()
    with suppress(NotAScaleError):
        return parse.scale(typed, min(LEVELS), max(LEVELS))
    names = [(words, *in_each_language(words)) for words in LEVELS.values()]
    with suppress(NotListedError, parse.WhichOfThemError):
        place = parse.pick(typed.replace("_", " "), names, ())
        return None if place is None else list(LEVELS)[place]
    raise KindError(
        N_("“{answer}” is not one of the five levels."),
        N_("Give a figure from -2 to 2, or its words: {words}"),
        answer=str(value)[:40],
        words=", ".join(map(_, LEVELS.values())),
    )


def shown_level(figure: int) -> str:
    """A level as people write it: with its sign, and 0 without one."""
    return f"{figure:+d}" if figure else "0"
