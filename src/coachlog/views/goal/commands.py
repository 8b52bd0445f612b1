"""One goal on the command line."""

from typing import TYPE_CHECKING, Annotated

import typer

from coachlog.base.texts import N_
from coachlog.journal.common.show import page_command
from coachlog.schema.goal import GOAL
from coachlog.terminal.context import context
from coachlog.views.goal.page import page
from coachlog.views.goal.read import GoalView, read, record

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

Gas = Annotated[bool, typer.Option("--gas", help=N_("Also the T-score of its levels."))]


def _read(reader: "Reader", number: int, *, gas: bool) -> GoalView:
    return read(reader, number, context().today, with_gas=gas)


@page_command(GOAL, _read, record, page, {"gas": Gas})
def show() -> None:
    """Show one goal: its trend, its actions, what is wanted and what is not.

    coachlog goal show 1
    """
