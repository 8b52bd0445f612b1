"""`goal level`: note at which of its own levels a goal stands."""

from typing import Annotated

import typer

from coachlog.base.errors import MissingAnswersError
from coachlog.base.texts import N_, _
from coachlog.journal.goal.levels.queries import rate
from coachlog.terminal.context import context
from coachlog.terminal.output import On, say_done
from coachlog.values import parse
from coachlog.values.level_words import LEVELS, shown_level
from coachlog.values.levels import level as level_of


def level(
    number: Annotated[str, typer.Argument(metavar="N", help=N_("The number of the goal."))],
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="LEVEL...", help=N_("-2, -1, 0, 1 or 2, or the words for that level.")
        ),
    ],
    on: On = None,
) -> None:
    """Record at which of its five levels a goal is.

    coachlog goal level 1 -1
    """
    run = context()
    goal_number = parse.record_number(number)
    level_now = level_of(" ".join(words))
    if level_now is None:  # an empty text was typed
        raise MissingAnswersError(["LEVEL"])
    day = run.past_day(on)
    with run.work("goal level") as work:
        rate(work, goal_number, level_now, day.isoformat())
    message = _("Goal {n}: {words} ({level}).").format(
        n=goal_number, words=_(LEVELS[level_now]), level=shown_level(level_now)
    )
    say_done(message, f"goal show {goal_number}")
