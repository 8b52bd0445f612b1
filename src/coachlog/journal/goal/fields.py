"""The fields of a development goal: enumerations, bounds and its levels. All are shared."""

from contextlib import suppress
from typing import Any

from coachlog.base.texts import N_, _, in_each_language
from coachlog.journal.workability.fields import LENSES
from coachlog.values import parse
from coachlog.values.parse import KindError

STATUSES = ("active", "achieved", "dropped")
LOW, HIGH = 0, 10
TEXTS = ("why", "signs", "anti_goal", "milestone", "talents", "serves")

LEVELS = {
    2: N_("Much better than expected"),
    1: N_("Somewhat better than expected"),
    0: N_("As expected"),
    -1: N_("Somewhat less than expected"),
    -2: N_("Much less than expected"),
}
"""The five levels of Goal Attainment Scaling, the best one first, in words of our own."""

LEVEL_TEXTS = {
    2: "level_plus_2",
    1: "level_plus_1",
    0: "level_0",
    -1: "level_minus_1",
    -2: "level_minus_2",
}
"""The field that tells what one would see at a level."""

WEIGHT_MOST = 10


def level(value: str | int | None) -> int | None:
    """A level: `-2` to `2`, `+1`, `min 1`, or its words in any language, or how they begin."""
    if value is None or value == "":
        return None
    typed = "" if isinstance(value, bool) else str(value).strip()
    with suppress(parse.NotAScaleError):
        return parse.scale(typed, min(LEVELS), max(LEVELS))
    names = [(words, *in_each_language(words)) for words in LEVELS.values()]
    with suppress(parse.NotListedError, parse.WhichOfThemError):
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


def read_lenses(typed: str | list[Any] | None) -> list[str]:
    """The lenses in *typed*, each once, by id or by what it is called in this run."""
    return parse.words(typed, {lens: in_each_language(label) for lens, label in LENSES.items()})


def read_lens(typed: str | None) -> str | None:
    """The lens that was typed, if any."""
    found = read_lenses([typed] if typed else None)
    return found[0] if found else None
