"""`growth new` and `growth edit`: by options, JSON or questions."""

from coachlog.base.texts import N_
from coachlog.journal.common.entry import Records, adds, changes
from coachlog.journal.growth.queries import GROWTHS
from coachlog.schema.growth import GROWTH

RECORDS = Records(
    GROWTH,
    GROWTHS,
    N_("Learning moment {n}"),
    N_("Learning moment {n} saved."),
    N_("Learning moment {n} updated."),
    ["growth show {n}"],
)


@adds(RECORDS)
def new() -> None:
    """Note something you learned as a coach: a training, supervision, reading.

    coachlog growth new --kind supervision --minutes 1u30 --learned "Ask one question at a time"
    """


@changes(RECORDS)
def edit() -> None:
    """Edit a learning moment: only what you give changes.

    coachlog growth edit 1 --applied "With Amina, on Monday"
    """
