"""`report charter` and `report checklist`: pages for a newcomer and whoever signs."""

from typing import Annotated

from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.base.texts import N_, _, speaking
from coachlog.journal.coachee.lookup import Person, find
from coachlog.journal.onboarding.queries import of_trajectory, trajectory_of
from coachlog.journal.trajectory.queries import TrajectoryLine, latest
from coachlog.journal.trajectory.queries import line as trajectory_line
from coachlog.report.charter import checklist as checklist_page
from coachlog.report.charter import page as charter_page
from coachlog.report.charter.elements import KINDS
from coachlog.report.commands import Who, language_of, page_target, show
from coachlog.store.connection import Reader
from coachlog.terminal.command_options import FileOptions, option_info, with_file
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.output import AsCsv, AsJson
from coachlog.values import parse

Trajectory = Annotated[
    str | None,
    option_info("--trajectory", N_("Of this trajectory; if left out, the present one."), "N"),
]


@with_file
def charter(
    who: Who,
    trajectory: Trajectory = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    *,
    file: FileOptions,
) -> None:
    """Make the agreement between you, the person and the manager, to sign on paper.

    coachlog report charter jonas
    """
    target = page_target(as_json, as_csv, file)
    run = target.run
    with run.reader() as reader:
        person = find(reader, who)
        chosen_trajectory = _trajectory(reader, person, trajectory)
        if chosen_trajectory.kind not in KINDS:
            raise RefusedError(
                N_(
                    "Trajectory {number} has no charter: talks by a manager, and your own "
                    "development, need none."
                ),
                N_("See the trajectories: coachlog trajectory list --coachee {handle}"),
                number=chosen_trajectory.number,
                handle=person.handle,
            )
        with speaking(language_of(reader, person)):
            page = charter_page.page(reader, chosen_trajectory, run.settings.name)
            show(target, page)
    _say_missing_names(run, chosen_trajectory)  # after the page, in the language of the coach


def _say_missing_names(run: Context, trajectory: TrajectoryLine) -> None:
    """Say which names are not on the charter yet, and what to type to have them there."""
    if not run.settings.name:
        command = hint("config set name")
        say(_("Your name is not on it yet: {command}").format(command=command))
    if not trajectory.sponsor:
        own = f"trajectory edit {trajectory.number} --sponsor"
        is_newcomer = trajectory.kind == "onboarding"
        command = hint(f"onboarding charter {trajectory.coachee} --manager" if is_newcomer else own)
        text = _("The name of the manager is not on it yet: {command}")
        say(text.format(command=f"{command} {_('NAME')}"))


@with_file
def checklist(
    who: Who, as_json: AsJson = False, as_csv: AsCsv = False, *, file: FileOptions
) -> None:
    """Make the checklist of a newcomer to print: what they know by now, and what comes.

    coachlog report checklist jonas
    """
    target = page_target(as_json, as_csv, file)
    with target.run.reader() as reader:
        person = find(reader, who)
        trajectory = trajectory_of(reader, person)
        with speaking(language_of(reader, person)):
            items = of_trajectory(reader, trajectory.number)
            page = checklist_page.page(person.name, trajectory, items)
            show(target, page)


def _trajectory(reader: Reader, person: Person, typed: str | None) -> TrajectoryLine:
    """Return the trajectory that was typed, or the present one; raises NotFoundError."""
    if typed:
        chosen_trajectory = trajectory_line(reader, parse.record_number(typed))
        if chosen_trajectory.coachee == person.handle:
            return chosen_trajectory
    present = None if typed else latest(reader, person.handle)
    if present is None:
        raise NotFoundError(
            N_("{name} has no such trajectory."),
            N_("Start one: coachlog trajectory new --coachee {handle}"),
            name=person.name,
            handle=person.handle,
        )
    return present
