"""`goal scale`: write the five levels of a goal, by options, JSON or questions."""

from collections.abc import Callable
from typing import Any

from coachlog.base.texts import N_
from coachlog.journal.common.edit import Changing, change_numbered
from coachlog.journal.goal.fields import LEVELS, WEIGHT_MOST, level
from coachlog.journal.goal.queries import line
from coachlog.schema.goal import GOAL
from coachlog.terminal.collect import Change, FormField, with_options
from coachlog.terminal.output import AsJson
from coachlog.values import parse


def _weight(text: str) -> object:
    return parse.scale(text, 0, WEIGHT_MOST)


FIELDS = (
    FormField(
        "level_0",
        LEVELS[0],
        N_("0: what you would see"),
        parse.text,
        option="level_0",
        hints=(
            N_("Describe for each level what you would see at work."),
            N_("Start with 0: what would be a reasonable result by the target date?"),
        ),
    ),
    FormField(
        "level_minus_1", LEVELS[-1], N_("-1: what you would see"), parse.text, option="minus_1"
    ),
    FormField(
        "level_minus_2", LEVELS[-2], N_("-2: what you would see"), parse.text, option="minus_2"
    ),
    FormField("level_plus_1", LEVELS[1], N_("+1: what you would see"), parse.text, option="plus_1"),
    FormField("level_plus_2", LEVELS[2], N_("+2: what you would see"), parse.text, option="plus_2"),
    FormField(
        "level_baseline",
        GOAL.field("level_baseline").label,
        N_("-2 to 2; usually -1, or -2 if it cannot get worse"),
        level,
        option="baseline_level",
    ),
    FormField("weight", GOAL.field("weight").label, N_("0 to 10; 1 when left out"), _weight),
)
"""In the order in which they are written: what is fair comes first."""


@with_options(FIELDS, number="N", more={"as_json": AsJson}, always_asks=True)
def scale(which: str, given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Describe what you would see at five levels of a goal, -2 to +2.

    coachlog goal scale 1 --level-0 "I lead the talk" --minus-1 "I lead one point of it"
    """
    change_numbered(CHANGING, FIELDS, which, Change(given, source, True), as_json)


def _saving() -> tuple[Any, Callable[..., Any]]:
    from coachlog.journal.goal.model import ScaleEdit
    from coachlog.journal.goal.service import edit

    return ScaleEdit, edit


CHANGING = Changing(
    "goal scale",
    N_("The levels of goal {n} of {name}"),
    N_("The levels of goal {n} are saved."),
    "goal level {n} 0",
    line,
    _saving,
)
