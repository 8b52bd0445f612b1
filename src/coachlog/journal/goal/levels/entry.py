"""`goal scale`: write the five levels of a goal, by options, JSON or questions."""

from coachlog.base.texts import N_
from coachlog.journal.common.entry import Records, edit_numbered
from coachlog.journal.common.forms import edit_form
from coachlog.journal.goal.queries import GOALS
from coachlog.schema.goal import GOAL, SCALE
from coachlog.terminal.collect import Change, with_change
from coachlog.terminal.output import AsJson

FIELDS = edit_form(GOAL, SCALE)
RECORDS = Records(
    GOAL,
    GOALS,
    N_("The levels of goal {n} of {name}"),
    "",
    N_("The levels of goal {n} are saved."),
    ["goal level {n} 0"],
    verb="scale",
)


@with_change(FIELDS, more={"as_json": AsJson}, always_asks=True)
def scale(which: str, change: Change, as_json: bool) -> None:
    """Describe what you would see at five levels of a goal, -2 to +2.

    coachlog goal scale 1 --level-0 "I lead the talk" --minus-1 "I lead one point of it"
    """
    edit_numbered(RECORDS, FIELDS, which, change, as_json)
