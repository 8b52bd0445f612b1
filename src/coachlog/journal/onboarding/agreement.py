"""What is agreed with a newcomer and stands on the charter: asked for, given and saved one way."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from coachlog.base.texts import N_
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.common.forms import form_field
from coachlog.journal.trajectory.queries import TRAJECTORIES, TrajectoryLine
from coachlog.schema.coachee import COACHEE
from coachlog.schema.trajectory import TRAJECTORY
from coachlog.terminal.command_options import option

if TYPE_CHECKING:
    from coachlog.journal.coachee.lookup import Person
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work

OF_PERSON = ("organisation", "retention_on")
"""The fields of the person; the others are those of the trajectory."""

AT_START = (
    form_field(TRAJECTORY.field("sponsor"))._replace(
        label=N_("Who is the manager?"), help="", option="manager"
    ),
    form_field(COACHEE.field("organisation"))._replace(label=N_("In which organisation?")),
    form_field(TRAJECTORY.field("purpose"))._replace(
        label=N_("What is the guidance for?"),
        help=N_("For example: to learn the work well and safely"),
    ),
    form_field(TRAJECTORY.field("charter_place"))._replace(
        label=N_("Where will the charter be signed?"), help="", option="place"
    ),
)
"""What is asked when somebody begins."""

FIELDS = (
    *AT_START,
    form_field(COACHEE.field("retention_on"))._replace(
        label=N_("Until which day do you keep your notes?"),
        help=N_("For example: 31 December 2027"),
    ),
)
OPTIONS: dict[str, object] = {
    "sponsor": option("--manager", N_("The name of the manager, as it stands on the charter.")),
    "organisation": option("--organisation", N_("The name of the organisation.")),
    "purpose": option("--purpose", N_("What the guidance is for.")),
    "charter_place": option("--place", N_("Where the charter is signed.")),
    "retention_on": option(
        "--retention-on", N_("The day until which you keep these notes."), "DAY"
    ),
}
NAMES = {
    "sponsor": N_("name of the manager"),
    "organisation": N_("organisation"),
    "purpose": N_("purpose"),
    "charter_place": N_("place of signing"),
    "retention_on": N_("day until which notes are kept"),
}
"""What people call each of them, within a sentence."""


def current_values(
    reader: "Reader", person: "Person | None", trajectory: TrajectoryLine | None
) -> dict[str, str]:
    """Return what the journal knows of it already, by field."""
    known = trajectory._asdict() if trajectory else {}
    if person:
        of_person = coachee_line(reader, person.handle)._asdict()
        known |= {name: of_person[name] for name in OF_PERSON}
    return {field.name: text for field in FIELDS if (text := known.get(field.name))}


def parse_texts(texts: Mapping[str, str]) -> dict[str, object]:
    """Return the values of *texts* by field, None for an empty one; raises a CoachlogError."""
    return {field.name: field.parse(texts[field.name]) for field in FIELDS if field.name in texts}


def save(work: "Work", person: "Person", number: int, values: Mapping[str, object]) -> None:
    """Save *values* in the trajectory with that number, and what is the person's there."""
    of_person = {name: value for name, value in values.items() if name in OF_PERSON}
    of_trajectory = {name: value for name, value in values.items() if name not in of_person}
    if of_trajectory:
        work.update("trajectory", TRAJECTORIES.id_of(work, number), of_trajectory)
    if of_person:
        work.update("coachee", person.id, of_person)
