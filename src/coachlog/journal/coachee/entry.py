"""`coachee new` and `coachee edit`: by options, JSON or questions."""

from coachlog import kinds
from coachlog.dates import parse_day
from coachlog.journal.coachee.fields import LANGUAGES
from coachlog.journal.coachee.queries import find, line
from coachlog.terminal.collect import Asked, collect, shown, with_options
from coachlog.terminal.context import context
from coachlog.terminal.output import AsJson, done, show_json
from coachlog.texts import N_, _


def _language(text: str) -> object:
    return kinds.choice(text, LANGUAGES)


def _day(text: str) -> object:
    return parse_day(text, context().today, prefer="past")


FIELDS = (
    Asked("name", N_("Name"), check=lambda text: kinds.line(text, 200), required=True),
    Asked("handle", N_("Handle"), N_("A short name to type; made from the name when left out.")),
    Asked("role", N_("Role"), check=kinds.line),
    Asked("team", N_("Team"), check=kinds.line),
    Asked("organisation", N_("Organisation"), check=kinds.line),
    Asked(
        "language", N_("Language"), N_("nl, fr or en: for pages made for this person."), _language
    ),
    Asked("since", N_("Since"), N_("Since when you talk with this person."), _day),
    Asked("reach", N_("How to reach"), check=kinds.line),
    Asked(
        "context",
        N_("Context"),
        N_("The work around this person: tasks, team, hours, place."),
        kinds.text,
    ),
)


@with_options(FIELDS, more={"as_json": AsJson})
def new(given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Add somebody.

    coachlog coachee new --name "Amina El Idrissi" --role teamlead
    """
    run = context()
    inputs = collect(run, FIELDS, given, source)
    from coachlog.journal.answer_types import checked
    from coachlog.journal.coachee.model import CoacheeInput
    from coachlog.journal.coachee.service import add

    data = [checked(CoacheeInput, each, run.today) for each in inputs]
    with run.work("coachee new") as work:
        people = [add(work, each) for each in data]
    for person in people:
        _tell(person.handle, as_json, _("{name} is kept.").format(name=person.name))


@with_options(
    tuple(field._replace(required=False) for field in FIELDS),
    number="WHO",
    more={"as_json": AsJson},
)
def edit(which: str, given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Change what is kept about somebody: only what you give changes.

    coachlog coachee edit amina --team "Team Noord"
    """
    run = context()
    with run.reader() as reader:
        present = line(reader, find(reader, which).handle)._asdict()
    fields = tuple(field._replace(required=False) for field in FIELDS)
    changes = collect(run, fields, given, source, shown(present))[0]
    if not changes:
        done(_("Nothing changed."))
        return
    from coachlog.journal.answer_types import checked
    from coachlog.journal.coachee.model import CoacheeEdit
    from coachlog.journal.coachee.service import edit as change

    data = checked(CoacheeEdit, changes, run.today)
    with run.work("coachee edit") as work:
        person = change(work, which, data)
    _tell(person.handle, as_json, _("{name} is changed.").format(name=person.name))


def _tell(handle: str, as_json: bool, text: str) -> None:
    if as_json:
        with context().reader() as reader:
            show_json(line(reader, handle)._asdict())
    else:
        done(text, f"coachee show {handle}")
