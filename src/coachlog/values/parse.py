"""One parser for each kind of answer, for prompts, options and input models alike.

A parser takes what a person typed or a script gave, and returns the clean value, or None for an
empty one. It raises a KindError for anything else.
"""

from coachlog.values.choices import (
    is_numbers,
    numbered,
    numbers,
    pick,
    picks,
    words,
)
from coachlog.values.codes import choice
from coachlog.values.errors import (
    BetweenError,
    KindError,
    Known,
    NotALengthError,
    NotAScaleError,
    NotKnownError,
    NotListedError,
    NotYesOrNoError,
    WhichOfThemError,
    format_known,
)
from coachlog.values.figures import NUMBER_MAX, TEN, number, record_number, scale
from coachlog.values.lengths import MINUTES_MOST, minutes
from coachlog.values.text import LINE_MAX, NAME_MOST, TEXT_MAX, flag, line, name, text
from coachlog.values.yes_no import remark, yes_no

__all__ = [
    "LINE_MAX", "MINUTES_MOST", "NAME_MOST", "NUMBER_MAX", "TEN", "TEXT_MAX", "BetweenError",
    "KindError", "Known", "NotALengthError", "NotAScaleError",
    "NotKnownError", "NotListedError", "NotYesOrNoError",
    "WhichOfThemError", "choice", "flag", "format_known", "is_numbers", "line", "minutes",
    "name", "number", "numbered", "numbers", "pick", "picks", "record_number", "remark",
    "scale", "text", "words", "yes_no",
]  # fmt: skip
