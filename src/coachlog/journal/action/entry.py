"""`action edit`: by options, JSON or questions."""

from coachlog import kinds
from coachlog.dates import parse_day
from coachlog.journal.action.fields import CONFIDENCE_HIGH, CONFIDENCE_LOW, STATUSES
from coachlog.journal.action.queries import line
from coachlog.journal.coachee.queries import find
from coachlog.journal.words import ACTION_STATUSES
from coachlog.terminal.collect import Asked, collect_change, with_options
from coachlog.terminal.context import context
from coachlog.terminal.output import AsJson, done, show_json
from coachlog.texts import N_, _

FIELDS = (
    Asked("what", N_("What"), check=kinds.text),
    Asked("due_on", N_("By when"), check=lambda text: parse_day(text, context().today)),
    Asked(
        "confidence",
        N_("Sure"),
        N_("1 to 10"),
        lambda text: kinds.scale(text, CONFIDENCE_LOW, CONFIDENCE_HIGH),
    ),
    Asked("obstacle", N_("If"), N_("What may get in the way."), kinds.text),
    Asked("plan", N_("then"), N_("What the person will then do."), kinds.text),
    Asked("helper", N_("Helped by"), check=kinds.line),
    Asked(
        "status",
        N_("Status"),
        N_("open, done, partly or dropped."),
        lambda text: kinds.choice(text, STATUSES),
        words=ACTION_STATUSES,
    ),
    Asked("outcome", N_("What it brought"), check=kinds.text),
)


@with_options(FIELDS, number="N", more={"as_json": AsJson})
def edit(which: str, given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Change an action: only what you give changes.

    coachlog action edit 1 --due-on 30/11
    """
    run = context()
    number = kinds.number(which) or 0
    with run.reader() as reader:
        present = line(reader, number)._asdict()
        name = find(reader, present["coachee"]).name
    title = _("Action {n} of {name}").format(n=number, name=name)
    changes = collect_change(run, FIELDS, given, source, present, title)
    if not changes:
        done(_("Nothing changed."))
        return
    from coachlog.journal.action.model import ActionEdit
    from coachlog.journal.action.service import edit as change
    from coachlog.journal.answer_types import checked

    data = checked(ActionEdit, changes, run.today)
    with run.work("action edit") as work:
        change(work, number, data, run.today)
    if as_json:
        with run.reader() as reader:
            show_json(line(reader, number)._asdict())
    else:
        done(_("Action {n} is changed.").format(n=number), "action list")
