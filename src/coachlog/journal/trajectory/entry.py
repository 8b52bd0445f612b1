"""`trajectory new` and `trajectory edit`: by options, JSON or questions."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from coachlog.base.texts import N_, _
from coachlog.interview.method_files import DEFAULT, USUAL
from coachlog.interview.titles import titles
from coachlog.journal.coachee.lookup import SELF_WORDS, is_self_word
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.common.entry import Records, edit_numbered, save_and_show
from coachlog.journal.common.forms import edit_form, new_options, new_questions
from coachlog.journal.common.practice_fields import as_needed
from coachlog.journal.trajectory import fund
from coachlog.journal.trajectory.fields import OWN
from coachlog.journal.trajectory.queries import TRAJECTORIES, TrajectoryLine, line, themes
from coachlog.journal.trajectory.roles import TASKS, advice
from coachlog.journal.trajectory.template import template
from coachlog.schema.trajectory import TRAJECTORY
from coachlog.terminal.collect import Change, collect, with_change, with_options
from coachlog.terminal.command_options import option
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.fields import FormField
from coachlog.terminal.inputs import InputValue
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
CHANGED = (*as_needed(edit_form(TRAJECTORY)), AREAS, THEMES)


ASKED_OF_ONESELF = (
    *("coachee", "purpose", "starts_on", "ends_on", "rhythm_days", "planned_sessions"),
)
"""What is asked about the coach's own trajectory too: kind, roles and the fund are not."""
LIKE = option("--like", N_("Take over kind, purpose, rhythm and themes of this trajectory."), "N")


@with_options((*new_options(TRAJECTORY), AREAS, THEMES), more={"like": LIKE, "as_json": AsJson})
def new(given: dict[str, str], source: str | None, like: str | None, as_json: bool) -> None:
    """Start a trajectory with somebody: its kind, its purpose, how often you talk.

    coachlog trajectory new --coachee amina --kind mentoring --rhythm-days 3w
    """
    run = context()
    taken_over = _take_over(run, like) if like else {}
    questions = as_needed(
        [
            field if field.name in ASKED_OF_ONESELF else field._replace(when=_is_with_somebody)
            for field in (*new_questions(TRAJECTORY), *_fund_questions(run))
        ]
    )
    if not source:
        given = _with_self(taken_over | given)
    inputs = [_completed(item, taken_over) for item in collect(run, questions, given, source)]
    numbers = save_and_show(run, RECORDS, inputs, as_json)
    with run.reader() as reader:
        for number in numbers:
            trajectory = line(reader, number)
            _say_if_other_is_active(reader, trajectory)
            _say_advice(reader, trajectory)


def _is_with_somebody(values: Mapping[str, str]) -> bool:
    """Return whether the trajectory is with another person than the coach."""
    return not is_self_word(values.get("coachee", ""))


def _take_over(run: Context, like: str) -> dict[str, str]:
    """Return what the next trajectory takes over from the one typed, and say so."""
    number = parse.record_number(like)
    with run.reader() as reader:
        values, naming = template(reader, number)
    names = (AREAS.name, THEMES.name)
    labels = [TRAJECTORY.field(name).label for name in values if name not in names]
    labels += [field.label for field in (AREAS, THEMES) if field.name in values]
    text = _("Taken over from trajectory {n}: {what}.")
    say(text.format(n=number, what=", ".join(map(_, labels))))
    if naming:
        text = _("There is a name of the earlier person in: {what}. Change it if you need to.")
        say(text.format(what=", ".join(naming)))
    return values


def _with_self(values: dict[str, Any]) -> dict[str, Any]:
    """Return *values* with the coach as the person of an own trajectory that names nobody."""
    is_own = str(values.get("kind") or "").strip().casefold() == OWN
    return {"coachee": SELF_WORDS[0], **values} if is_own else values


def _completed(item: InputValue, taken_over: dict[str, str]) -> InputValue:
    """Return *item* with what is taken over, and with the coach in an own trajectory."""
    if not isinstance(item.value, dict):
        return item
    return item._replace(value=_with_self(taken_over | item.value))


@with_change(CHANGED, more={"as_json": AsJson})
def edit(which: str, change: Change, as_json: bool) -> None:
    """Edit a trajectory: only what you give changes.

    coachlog trajectory edit 1 --rhythm-days "4 weeks"
    """
    number = parse.record_number(which)
    with context().reader() as reader:
        before = themes(reader, number)
        kind_before = line(reader, number).kind
    edit_numbered(RECORDS, CHANGED, which, change, as_json)
    with context().reader() as reader:
        _say_replaced(number, before, themes(reader, number))
        trajectory = line(reader, number)
        if trajectory.kind != kind_before:
            _say_kind(trajectory.kind)
        _say_advice(reader, trajectory)


def _say_if_other_is_active(reader: "Reader", new_trajectory: TrajectoryLine) -> None:
    """Print that an earlier trajectory of the person is still active, if the new one is too."""
    clauses = "where coachee = :coachee and status = 'active' and number < :n order by number desc"
    coachee, number = new_trajectory.coachee, new_trajectory.number
    earlier = TRAJECTORIES.first(reader, clauses, coachee=coachee, n=number)
    if earlier and new_trajectory.status == "active":
        text = _("Trajectory {old} is still active too; new conversations go to {new}.")
        say(text.format(old=earlier.number, new=number))


def _fund_questions(run: Context) -> tuple[FormField, ...]:
    """Return the questions for the areas and themes of the fund; on a terminal, with hints."""
    if not run.interactive:
        return AREAS, THEMES
    current_fund = fund.load()
    area_hints = [f"  {area}  {_(name)}" for area, name in fund.AREAS.items()]
    theme_hints = [f"  {theme}  {current_fund.theme_name(theme)}" for theme in current_fund.themes]
    text = _("For the yearly report to the fund. Separate them with commas; press Enter to skip.")
    return (
        AREAS._replace(help=text, hints=area_hints),
        THEMES._replace(help=text, hints=theme_hints),
    )


def _format_themes(reader: "Reader", number: int) -> dict[str, str]:
    """Return the current areas and themes of a trajectory, as they would be typed."""
    return {name: ", ".join(words) for name, words in themes(reader, number).items()}


def _say_replaced(number: int, before: dict[str, list[str]], after: dict[str, list[str]]) -> None:
    """Print which areas and themes were replaced by others, and how to have all of them."""
    for field in (AREAS, THEMES):
        new_words = after[field.name]
        replaced = [word for word in before[field.name] if word not in new_words]
        if replaced and new_words:  # without new ones, the field was emptied on purpose
            text = _("No longer there: {gone}. What you give replaces what was there.")
            say(text.format(gone=", ".join(replaced)))
            options = " ".join(f"{field.flag} {word}" for word in (*replaced, *new_words))
            command = hint(f"trajectory edit {number} {options}")
            say(_("To have them all: {command}").format(command=command))


def _say_kind(kind: str) -> None:
    """Print what follows from another kind: what the coach does, and the usual method."""
    say(_(TASKS[kind]))
    method = USUAL.get(kind, DEFAULT)
    name = titles([method])[method]
    say(_("The usual method of conversations from now on: {name}.").format(name=name))


def _say_advice(reader: "Reader", trajectory: TrajectoryLine) -> None:
    """Print what to mind about the roles of the coach, if anything."""
    name = coachee_line(reader, trajectory.coachee).name
    for sentence in advice(trajectory.roles, trajectory.kind, name):
        say(sentence)


RECORDS = Records(
    TRAJECTORY,
    TRAJECTORIES,
    N_("Trajectory {n} of {name}"),
    N_("Trajectory {n} saved."),
    N_("Trajectory {n} updated."),
    ["trajectory show {n}"],
    linked_values=_format_themes,
)
