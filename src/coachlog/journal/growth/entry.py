"""`growth new` and `growth edit`: by options, JSON or questions."""

from collections.abc import Sequence

from coachlog.base.texts import N_
from coachlog.journal.coachee.lookup import self_or_none
from coachlog.journal.common.entry import Records, edit_numbered, save_and_show
from coachlog.journal.common.forms import edit_form, new_options, new_questions
from coachlog.journal.common.goal_question import goal_choice
from coachlog.journal.goal.queries import active
from coachlog.journal.growth.certificate import say_missing
from coachlog.journal.growth.queries import GROWTHS, line
from coachlog.schema.growth import GROWTH
from coachlog.terminal.collect import Change, collect, with_change, with_options
from coachlog.terminal.context import Context, context
from coachlog.terminal.fields import FormField
from coachlog.terminal.output import AsJson
from coachlog.values import parse

FIELDS = edit_form(GROWTH)
RECORDS = Records(
    GROWTH,
    GROWTHS,
    N_("Learning moment {n}"),
    N_("Learning moment {n} saved."),
    N_("Learning moment {n} updated."),
    ["growth show {n}"],
)


@with_options(new_options(GROWTH), more={"as_json": AsJson})
def new(given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Note something you learned yourself: a training, supervision, feedback, reading.

    coachlog growth new --kind supervision --minutes 1u30 --learned "Ask one question at a time"
    """
    run = context()
    questions = new_questions(GROWTH, _goal_question(run))
    _say_missing_certificates(
        run, save_and_show(run, RECORDS, collect(run, questions, given, source), as_json)
    )


@with_change(FIELDS, more={"as_json": AsJson})
def edit(which: str, change: Change, as_json: bool) -> None:
    """Edit a learning moment: only what you give changes.

    coachlog growth edit 1 --applied "With Amina, on Monday"
    """
    edit_numbered(RECORDS, FIELDS, which, change, as_json)
    if "certificate" in change.option_values:
        _say_missing_certificates(context(), [parse.record_number(which)])


def _goal_question(run: Context) -> tuple[FormField, ...]:
    """Return the question for which of the coach's own goals it is; () without an active one."""
    if not run.interactive:
        return ()
    with run.reader() as reader:
        coach = self_or_none(reader)
        goals = active(reader, coach.handle) if coach else []
    return goal_choice(goals, N_("Which of your own goals is it for?"))


def _say_missing_certificates(run: Context, numbers: Sequence[int]) -> None:
    """Print which certificates of these learning moments are not where they are said to be."""
    with run.reader() as reader:
        certificates = [line(reader, number).certificate for number in numbers]
    for certificate in certificates:
        say_missing(certificate)
