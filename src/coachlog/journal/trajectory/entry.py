"""`trajectory new` and `trajectory edit`: by options, JSON or questions."""

from typing import TYPE_CHECKING

from coachlog.base.texts import N_, _
from coachlog.journal.common.entry import Records, change_numbered, keep_new
from coachlog.journal.common.forms import changed_fields, new_options, new_questions
from coachlog.journal.trajectory import fund
from coachlog.journal.trajectory.queries import TRAJECTORIES, TrajectoryLine, line, themes
from coachlog.journal.trajectory.roles import advice
from coachlog.schema.trajectory import TRAJECTORY
from coachlog.terminal.collect import Change, FormField, collect, with_options
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.output import AsJson
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

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
CHANGED = (*changed_fields(TRAJECTORY), AREAS, THEMES)


@with_options((*new_options(TRAJECTORY), AREAS, THEMES), more={"as_json": AsJson})
def new(given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Start a trajectory with somebody: its kind, its purpose, how often you talk.

    coachlog trajectory new --coachee amina --kind mentoring --rhythm-days 3w
    """
    run = context()
    asked = (*new_questions(TRAJECTORY), *_asked_of_fund(run))
    numbers = keep_new(run, RECORDS, collect(run, asked, given, source), as_json)
    with run.reader() as reader:
        for number in numbers:
            kept = line(reader, number)
            _tell_other(reader, kept)
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
    change_numbered(RECORDS, CHANGED, which, Change(given, source, guided), as_json)
    with context().reader() as reader:
        _tell_gone(number, before, themes(reader, number))
        _advise(line(reader, number))


def _tell_other(reader: "Reader", kept: TrajectoryLine) -> None:
    """Say that one of before is still active, where the new one is."""
    behind = "where coachee = :coachee and status = 'active' and number < :n order by number desc"
    other = TRAJECTORIES.first(reader, behind, coachee=kept.coachee, n=kept.number)
    if other and kept.status == "active":
        told = _("Trajectory {old} is still active too; new conversations go to {new}.")
        say(told.format(old=other.number, new=kept.number))


def _asked_of_fund(run: Context) -> tuple[FormField, ...]:
    """The questions about the report to the fund, with what can be answered."""
    if not run.interactive:
        return AREAS, THEMES
    known = fund.load()
    areas = [f"  {area}  {_(name)}" for area, name in fund.AREAS.items()]
    found = [f"  {theme}  {known.theme_name(theme)}" for theme in known.themes]
    told = _("For the yearly report to the fund. Separate them with commas; press Enter to skip.")
    return AREAS._replace(help=told, hints=areas), THEMES._replace(help=told, hints=found)


def _format_themes(reader: "Reader", number: int) -> dict[str, str]:
    """Return the current areas and themes of a trajectory, as they would be typed."""
    return {name: ", ".join(words) for name, words in themes(reader, number).items()}


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


RECORDS = Records(
    TRAJECTORY,
    TRAJECTORIES,
    N_("Trajectory {n} of {name}"),
    N_("Trajectory {n} saved."),
    N_("Trajectory {n} updated."),
    ["trajectory show {n}"],
    linked_values=_format_themes,
)
