"""`goal edit`: by options, JSON or questions."""

from coachlog import kinds
from coachlog.dates import parse_day
from coachlog.journal.coachee.queries import find
from coachlog.journal.goal.fields import HIGH, LOW, STATUSES
from coachlog.journal.goal.queries import line
from coachlog.journal.words import GOAL_STATUSES
from coachlog.terminal.collect import Asked, collect_change, with_options
from coachlog.terminal.context import context
from coachlog.terminal.output import AsJson, done, show_json
from coachlog.texts import N_, _


def _scale(text: str) -> object:
    return kinds.scale(text, LOW, HIGH)


FIELDS = (
    Asked("statement", N_("Goal"), check=kinds.text),
    Asked("why", N_("Why"), check=kinds.text),
    Asked("signs", N_("Signs of success"), check=kinds.text),
    Asked("anti_goal", N_("Not wanted"), check=kinds.text),
    Asked("milestone", N_("Milestone"), check=kinds.text),
    Asked("talents", N_("Talents"), check=kinds.text),
    Asked(
        "serves",
        N_("Serves"),
        N_("The objective of team or organisation that it serves."),
        kinds.text,
    ),
    Asked("target_on", N_("By when"), check=lambda text: parse_day(text, context().today)),
    Asked("baseline", N_("At the start"), N_("0 to 10"), _scale),
    Asked("target", N_("Target"), N_("0 to 10"), _scale),
    Asked(
        "status",
        N_("Status"),
        N_("active, achieved or dropped."),
        lambda text: kinds.choice(text, STATUSES),
        words=GOAL_STATUSES,
    ),
)


@with_options(FIELDS, number="N", more={"as_json": AsJson})
def edit(which: str, given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Change a goal: only what you give changes.

    coachlog goal edit 1 --target 8
    """
    run = context()
    number = kinds.number(which) or 0
    with run.reader() as reader:
        present = line(reader, number)._asdict()
        name = find(reader, present["coachee"]).name
    title = _("Goal {n} of {name}").format(n=number, name=name)
    changes = collect_change(run, FIELDS, given, source, present, title)
    if not changes:
        done(_("Nothing changed."))
        return
    from coachlog.journal.answer_types import checked
    from coachlog.journal.goal.model import GoalEdit
    from coachlog.journal.goal.service import edit as change

    data = checked(GoalEdit, changes, run.today)
    with run.work("goal edit") as work:
        change(work, number, data, run.today)
    if as_json:
        with run.reader() as reader:
            show_json(line(reader, number)._asdict())
    else:
        done(_("Goal {n} is changed.").format(n=number), f"goal show {number}")
