"""`consent new` and `consent edit`: by options, JSON or questions."""

from coachlog.base.texts import N_
from coachlog.journal.coachee.consents.queries import CONSENTS
from coachlog.journal.common.entry import Records, edit_command, new_command
from coachlog.schema.consent import CONSENT

RECORDS = Records(
    CONSENT,
    CONSENTS,
    N_("Consent {n}"),
    N_("Consent {n} saved."),
    N_("Consent {n} updated."),
    ["consent show {n}"],
)


@new_command(RECORDS)
def new() -> None:
    """Note what somebody agreed to, on which day and in which words.

    coachlog consent new --coachee amina --about talks --words "You may stop at any time"
    """


@edit_command(RECORDS)
def edit() -> None:
    """Edit a consent: only what you give changes.

    coachlog consent edit 1 --words "May I note that you are on sick leave? Yes."
    """
