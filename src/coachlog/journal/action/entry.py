"""`action new` and `action edit`: by options, JSON or questions."""

from coachlog.base.texts import N_
from coachlog.journal.action.queries import ACTIONS
from coachlog.journal.common.entry import Records, edit_command, new_command
from coachlog.journal.common.goal_question import which_goal
from coachlog.schema.action import ACTION

RECORDS = Records(
    ACTION,
    ACTIONS,
    N_("Action {n} of {name}"),
    N_("Action {n} saved."),
    N_("Action {n} updated."),
    ["action show {n}", "action done {n}"],
    "action list",
)


@new_command(RECORDS, which_goal)
def new() -> None:
    """Agree on an action with somebody, outside a conversation.

    coachlog action new --coachee amina --what "Call Koen"
    """


@edit_command(RECORDS)
def edit() -> None:
    """Edit an action: only what you give changes.

    coachlog action edit 1 --due-on 30/11
    """
