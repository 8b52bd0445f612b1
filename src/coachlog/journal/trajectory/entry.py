"""`trajectory new` and `trajectory edit`: by options, JSON or questions."""

import sys

from coachlog import kinds
from coachlog.dates import parse_day
from coachlog.journal.coachee.queries import find
from coachlog.journal.trajectory.fields import KINDS, SESSIONS_MOST, STATUSES, rhythm
from coachlog.journal.trajectory.queries import TrajectoryLine, active, line
from coachlog.journal.words import TRAJECTORY_KINDS, TRAJECTORY_STATUSES
from coachlog.terminal.collect import Asked, collect, collect_change, with_options
from coachlog.terminal.context import Context, context, say
from coachlog.terminal.output import AsJson, done, show_json, show_json_line
from coachlog.texts import N_, _


def _somebody(text: str) -> object:
    with context().reader() as reader:
        return find(reader, text)


FIELDS = (
    Asked(
        "kind",
        N_("Kind"),
        N_("coaching, mentoring, onboarding, manager or own."),
        lambda text: kinds.choice(text, KINDS),
        words=TRAJECTORY_KINDS,
    ),
    Asked("purpose", N_("Purpose"), N_("What it is for."), kinds.text),
    Asked(
        "starts_on", N_("Start"), check=lambda text: parse_day(text, context().today, prefer="past")
    ),
    Asked("ends_on", N_("Planned end"), check=lambda text: parse_day(text, context().today)),
    Asked(
        "rhythm_days",
        N_("Days between talks"),
        N_("How often you agreed to talk: 21, 3w, 3 weeks."),
        rhythm,
    ),
    Asked(
        "planned_sessions",
        N_("Agreed conversations"),
        check=lambda text: kinds.scale(text, 1, SESSIONS_MOST),
    ),
    Asked("sponsor", N_("Asked for by"), check=kinds.line),
    Asked("sharing", N_("What is shared"), N_("What is shared with whom."), kinds.text),
)
COACHEE = Asked("coachee", N_("With whom"), N_("Handle or name."), _somebody, required=True)
CHANGED = (
    *FIELDS,
    Asked("closing", N_("What it brought"), check=kinds.text),
    Asked(
        "status",
        N_("Status"),
        N_("active or closed."),
        lambda text: kinds.choice(text, STATUSES),
        words=TRAJECTORY_STATUSES,
    ),
)


@with_options((COACHEE, *FIELDS), more={"as_json": AsJson})
def new(given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Begin a trajectory with somebody: its kind, what it is for, how often you talk.

    coachlog trajectory new --coachee amina --kind mentoring --rhythm-days 3w
    """
    run = context()
    inputs = collect(run, (COACHEE, *FIELDS), given, source)
    from coachlog.journal.answer_types import checked
    from coachlog.journal.lines import at_line
    from coachlog.journal.trajectory.model import TrajectoryInput
    from coachlog.journal.trajectory.service import add

    data, numbers = [], []
    for each in inputs:
        with at_line(each.line):
            data.append(checked(TrajectoryInput, each.value, run.today))
    with run.work("trajectory new") as work:
        for each, one in zip(inputs, data, strict=True):
            with at_line(each.line):
                before = active(work, find(work, one.coachee).handle)
                numbers.append((add(work, one, run.today), before, each.line))
    for number, before, row in numbers:
        _tell(run, number, before, as_json, several=row is not None)


def _tell(
    run: Context, number: int, before: TrajectoryLine | None, as_json: bool, *, several: bool
) -> None:
    with run.reader() as reader:
        kept = line(reader, number)
    if as_json:
        (show_json_line if several else show_json)(kept._asdict())
    elif several or not sys.stdout.isatty():
        sys.stdout.write(f"{number}\t{kept.coachee}\n")
    else:
        done(_("Trajectory {n} is kept.").format(n=number), f"trajectory show {number}")
    if before and kept.status == "active":
        told = _("Trajectory {old} is active as well; new conversations belong to {new}.")
        say(told.format(old=before.number, new=number))


@with_options(CHANGED, number="N", more={"as_json": AsJson})
def edit(which: str, given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Change a trajectory: only what you give changes.

    coachlog trajectory edit 1 --rhythm-days "4 weeks"
    """
    run = context()
    number = kinds.number(which) or 0
    with run.reader() as reader:
        present = line(reader, number)._asdict()
        name = find(reader, present["coachee"]).name
    title = _("Trajectory {n} of {name}").format(n=number, name=name)
    changes = collect_change(run, CHANGED, given, source, present, title)
    if not changes:
        done(_("Nothing changed."))
        return
    from coachlog.journal.answer_types import checked
    from coachlog.journal.trajectory.model import TrajectoryEdit
    from coachlog.journal.trajectory.service import edit as change

    data = checked(TrajectoryEdit, changes, run.today)
    with run.work("trajectory edit") as work:
        change(work, number, data, run.today)
    if as_json:
        with run.reader() as reader:
            show_json(line(reader, number)._asdict())
    else:
        done(_("Trajectory {n} is changed.").format(n=number), f"trajectory show {number}")
