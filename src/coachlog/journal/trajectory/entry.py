"""`trajectory new` and `trajectory edit`: by options, JSON or questions."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from coachlog.base.texts import N_, _
from coachlog.journal.coachee.queries import find
from coachlog.journal.common.checks import day, past_day, somebody
from coachlog.journal.common.edit import Changing, change_numbered
from coachlog.journal.trajectory import fund
from coachlog.journal.trajectory.fields import KINDS, SESSIONS_MOST, STATUSES, rhythm
from coachlog.journal.trajectory.queries import TrajectoryLine, active, line, themes
from coachlog.journal.trajectory.roles import LABELS, advice
from coachlog.schema.trajectory import TRAJECTORY
from coachlog.terminal.collect import Change, FormField, collect, with_options
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.new_record import tell_kept
from coachlog.terminal.output import AsJson
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work

FIELDS = (
    FormField(
        "kind",
        TRAJECTORY.field("kind").label,
        N_("coaching, mentoring, onboarding, manager or own."),
        lambda text: parse.choice(text, KINDS),
        words=TRAJECTORY.field("kind").words,
    ),
    FormField("purpose", TRAJECTORY.field("purpose").label, N_("What it is for."), parse.text),
    FormField("starts_on", TRAJECTORY.field("starts_on").label, check=past_day),
    FormField("ends_on", TRAJECTORY.field("ends_on").label, check=day),
    FormField(
        "rhythm_days",
        TRAJECTORY.field("rhythm_days").label,
        N_("How often you agreed to talk: 21 (days), 3w, 3 weeks."),
        rhythm,
    ),
    FormField(
        "planned_sessions",
        TRAJECTORY.field("planned_sessions").label,
        check=lambda text: parse.scale(text, 1, SESSIONS_MOST),
    ),
    FormField("sponsor", TRAJECTORY.field("sponsor").label, check=parse.line),
    FormField(
        "project",
        TRAJECTORY.field("project").label,
        N_("The project or plan of a fund that it belongs to."),
        parse.line,
        metavar="NAME",
    ),
    FormField(
        "sharing", TRAJECTORY.field("sharing").label, N_("What is shared with whom."), parse.text
    ),
    FormField(
        "appraises",
        LABELS["appraises"],
        N_("Do you also appraise this person, or have a say in pay, contract or promotion?"),
        parse.yes_no,
    ),
    FormField(
        "asked_for_opinion",
        LABELS["asked_for_opinion"],
        N_("Will anyone ask you for an opinion about this person?"),
        parse.yes_no,
    ),
    FormField(
        "close_or_in_conflict",
        LABELS["close_or_in_conflict"],
        N_("Family, friendship or a conflict with this person or the manager?"),
        parse.yes_no,
    ),
    FormField(
        "hard_to_tell",
        TRAJECTORY.field("hard_to_tell").label,
        N_("What will be hard to tell you because of your role? Only for you."),
        parse.text,
    ),
    FormField(
        "kept_out",
        LABELS["kept_out"],
        N_("What is kept out of these talks, and where it belongs."),
        parse.text,
    ),
    FormField(
        "freely_chosen",
        LABELS["freely_chosen"],
        N_("Knowing this, do you both choose freely to work together?"),
        parse.yes_no,
    ),
    FormField(
        "turn_to",
        LABELS["turn_to"],
        N_("Who the person can turn to if it does not click."),
        parse.text,
    ),
)
AREAS = FormField(
    "areas",
    N_("Action areas"),
    N_("An action area of the fund: work, health, competences, career. Repeatable."),
    fund.areas,
    option="area",
    several=True,
    metavar="WORD",
)
THEMES = FormField(
    "themes",
    N_("Themes"),
    N_("A theme of the fund, for example career_support. Repeatable."),
    fund.themes,
    option="theme",
    several=True,
    metavar="WORD",
)
MIRROR = FormField(
    "mirror",
    TRAJECTORY.field("mirror").label,
    N_("Show whose ideas the options were: yes, no; empty: depends on the kind."),
    parse.yes_no,
)
COACHEE = FormField("coachee", N_("With"), N_("Short name or full name."), somebody, required=True)
CHANGED = (
    *FIELDS,
    AREAS,
    THEMES,
    MIRROR,
    FormField("closing", TRAJECTORY.field("closing").label, check=parse.text),
    FormField(
        "status",
        TRAJECTORY.field("status").label,
        N_("active or closed."),
        lambda text: parse.choice(text, STATUSES),
        words=TRAJECTORY.field("status").words,
    ),
)


@with_options((COACHEE, *FIELDS, AREAS, THEMES, MIRROR), more={"as_json": AsJson})
def new(given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Start a trajectory with somebody: its kind, its purpose, how often you talk.

    coachlog trajectory new --coachee amina --kind mentoring --rhythm-days 3w
    """
    run = context()
    inputs = collect(run, (COACHEE, *FIELDS, *_asked_of_fund(run)), given, source)
    from coachlog.journal.common.new import add_all
    from coachlog.journal.trajectory.model import TrajectoryInput
    from coachlog.journal.trajectory.service import add

    before: list[TrajectoryLine | None] = []

    def begin(work: "Work", data: TrajectoryInput) -> int:
        before.append(active(work, find(work, data.coachee).handle))
        return add(work, data, run.today)

    numbers = add_all(run, "trajectory new", TrajectoryInput, inputs, begin)
    with run.reader() as reader:
        for each, number, other in zip(inputs, numbers, before, strict=True):
            kept, several = line(reader, number), each.line is not None
            told = N_("Trajectory {n} saved.")
            tell_kept(kept, told, "trajectory show {n}", as_json=as_json, several=several)
            if other and kept.status == "active":
                told = _("Trajectory {old} is still active too; new conversations go to {new}.")
                say(told.format(old=other.number, new=number))
            _advise(kept)


@with_options(CHANGED, number="N", more={"as_json": AsJson})
def edit(
    which: str, given: dict[str, str], source: str | None, guided: bool, as_json: bool
) -> None:
    """Edit a trajectory: only what you give changes.

    coachlog trajectory edit 1 --rhythm-days "4 weeks"
    """
    number = parse.number(which) or 0
    with context().reader() as reader:
        before = themes(reader, number)
    change_numbered(CHANGING, CHANGED, which, Change(given, source, guided), as_json)
    with context().reader() as reader:
        _tell_gone(number, before, themes(reader, number))
        _advise(line(reader, number))


def _asked_of_fund(run: Context) -> tuple[FormField, ...]:
    """The questions about the report to the fund, with what can be answered."""
    if not run.interactive:
        return AREAS, THEMES
    known = fund.load()
    areas = [f"  {area}  {_(name)}" for area, name in fund.AREAS.items()]
    found = [f"  {theme}  {known.theme_name(theme)}" for theme in known.themes]
    told = _("For the yearly report to the fund. Separate them with commas; press Enter to skip.")
    return AREAS._replace(help=told, hints=areas), THEMES._replace(help=told, hints=found)


def _present(reader: "Reader", number: int) -> dict[str, str]:
    return {name: ", ".join(found) for name, found in themes(reader, number).items()}


def _tell_gone(number: int, before: dict[str, list[str]], now: dict[str, list[str]]) -> None:
    """Which areas and themes others took the place of, and how to have all of them."""
    for field in (AREAS, THEMES):
        gone = [each for each in before[field.name] if each not in now[field.name]]
        if gone and now[field.name]:
            told = _("No longer there: {gone}. What you give replaces what was there.")
            say(told.format(gone=", ".join(gone)))
            every = " ".join(f"{field.flag} {each}" for each in (*gone, *now[field.name]))
            say(
                _("To have them all: {command}").format(
                    command=hint(f"trajectory edit {number} {every}")
                )
            )


def _advise(kept: TrajectoryLine) -> None:
    """What follows from the roles, where there is something to mind."""
    for advised in advice(kept.roles):
        say(advised)


def _saving() -> tuple[Any, Callable[..., Any]]:
    from coachlog.journal.trajectory.model import TrajectoryEdit
    from coachlog.journal.trajectory.service import edit as change

    return TrajectoryEdit, change


CHANGING = Changing(
    "trajectory edit",
    N_("Trajectory {n} of {name}"),
    N_("Trajectory {n} updated."),
    "trajectory show {n}",
    line,
    _saving,
    _present,
)
