"""`network meeting new` and `edit`: by options, JSON or questions."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from coachlog.base.texts import N_
from coachlog.journal.common.entry import Records, edit_command, save_and_show
from coachlog.journal.common.forms import new_options, new_questions
from coachlog.journal.common.several_values import several_values
from coachlog.journal.network.fields import NEW_CONTACTS, contacts_field
from coachlog.journal.network.new_names import with_location_of_new_names
from coachlog.journal.network.queries import NETWORKS, NetworkFilter
from coachlog.journal.network_meeting.fields import USED_IN
from coachlog.journal.network_meeting.places import existing_places
from coachlog.journal.network_meeting.queries import MEETINGS, question_of
from coachlog.schema.network_meeting import NETWORK_MEETING
from coachlog.terminal.collect import collect, with_options
from coachlog.terminal.context import Context, context
from coachlog.terminal.fields import FormField
from coachlog.terminal.output import AsJson

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


def _private_values(reader: "Reader", number: int) -> Mapping[str, Any]:
    return {"question": question_of(reader, number)}


RECORDS = Records(
    NETWORK_MEETING,
    MEETINGS,
    N_("Meeting {n}"),
    N_("Meeting {n} saved."),
    N_("Meeting {n} updated."),
    ["network meeting show {n}"],
    linked_values=_private_values,
)
PRESENT = contacts_field(
    "present", N_("Present"), N_("A contact who was there, by name or number. Repeatable."), ""
)
ASKED = (
    PRESENT._replace(
        label=N_("Who was there?"),
        help=N_("Names or numbers of contacts, with commas between them."),
    ),
    USED_IN._replace(
        label=N_("Where did you use it?"),
        help=N_("For example: goal 3, action 5. Enter if you have not yet."),
    ),
)
LINKS = (
    several_values(PRESENT, N_("A contact who was not there after all. Repeatable.")),
    several_values(USED_IN, N_("A place where it was not used after all. Repeatable.")),
)


@with_options(
    (*new_options(NETWORK_MEETING), PRESENT, USED_IN, NEW_CONTACTS), more={"as_json": AsJson}
)
def new(given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Note a meeting of a learning network. It counts once as own development.

    coachlog network meeting new --network 1 --take-along "Ask what is wanted"
    """
    run = context()
    questions = new_questions(NETWORK_MEETING, ASKED)
    inputs = collect(run, _with_journal(run, questions), given, source)
    if run.interactive and not source:
        inputs = with_location_of_new_names(run, inputs, "present")
    save_and_show(run, RECORDS, inputs, as_json)


def _with_journal(run: Context, questions: Sequence[FormField]) -> Sequence[FormField]:
    """Return *questions* with the active networks listed under the first, to choose from.

    The last one, where it was used, is checked against the journal while it can be corrected.
    """
    if not run.interactive:
        return questions
    with run.reader() as reader:
        networks = NETWORKS.rows(reader, NetworkFilter(status="active"))
        hints = [f"  {network.number}  {network.name}" for network in networks]
    first, *others, used_in = questions
    return [first._replace(hints=hints), *others, used_in._replace(check=existing_places(run))]


@edit_command(RECORDS, links=LINKS, more_options=[NEW_CONTACTS])
def edit() -> None:
    """Edit a meeting: only what you give changes.

    coachlog network meeting edit 1 --used-in "goal 1"
    """
