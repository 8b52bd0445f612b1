"""The five levels of Goal Attainment Scaling, as they are typed."""

from contextlib import suppress

from coachlog.base.texts import N_, _, in_each_language
from coachlog.values import parse
from coachlog.values.errors import KindError, NotAScaleError, NotListedError
from coachlog.values.level_words import LEVELS


def level(value: str | int | None) -> int | None:
    """Return a level: `-2` to `2`, `+1`, `min 1`, its words in any language, or their beginning.

    None if empty. Raises KindError.
    """
    if value is None or value == "":
        return None
    # In JSON, true would count as 1: it is refused, as no words of a level are True.
    typed = value if isinstance(value, bool) else str(value).strip()
    with suppress(NotAScaleError):  # it may be words instead of a figure
        return parse.scale(typed, min(LEVELS), max(LEVELS))
    names = [(words, *in_each_language(words)) for words in LEVELS.values()]
    with suppress(NotListedError, parse.WhichOfThemError):  # the error below says more
        index = parse.pick(str(typed).replace("_", " "), names, numbers=())
        return None if index is None else list(LEVELS)[index]
    raise KindError(
        N_("“{answer}” is not one of the five levels."),
        N_("Give a figure from -2 to 2, or its words: {words}"),
        answer=str(value)[:40],
        words=", ".join(map(_, LEVELS.values())),
    )
