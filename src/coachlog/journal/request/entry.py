"""`request new` and `request edit`: by options, JSON or questions."""

from coachlog.base.texts import N_
from coachlog.journal.common.entry import Records, edit_command, new_command
from coachlog.journal.request.queries import REQUESTS
from coachlog.schema.request import REQUEST

RECORDS = Records(
    REQUEST,
    REQUESTS,
    N_("Request {n}"),
    N_("Request {n} saved: to be answered within a month."),
    N_("Request {n} updated."),
    ["request show {n}", "dossier {whose}"],
)


@new_command(RECORDS)
def new() -> None:
    """Note what somebody asks for about the notes; it has to be answered within a month.

    coachlog request new --coachee amina --about access --on monday
    """


@edit_command(RECORDS)
def edit() -> None:
    """Edit a request: only what you give changes.

    coachlog request edit 1 --words "All that you wrote about me"
    """
