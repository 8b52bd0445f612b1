"""`network new` and `network edit`: by options, JSON or questions."""

from coachlog.base.texts import N_
from coachlog.journal.common.entry import Records, edit_command, save_and_show
from coachlog.journal.common.forms import new_options, new_questions
from coachlog.journal.common.several_values import several_values
from coachlog.journal.network.fields import NEW_CONTACTS, contacts_field
from coachlog.journal.network.new_names import with_location_of_new_names
from coachlog.journal.network.queries import NETWORKS
from coachlog.schema.network import NETWORK
from coachlog.terminal.collect import collect, with_options
from coachlog.terminal.context import context
from coachlog.terminal.output import AsJson

RECORDS = Records(
    NETWORK,
    NETWORKS,
    N_("Network {n}"),
    N_("Network {n} saved."),
    N_("Network {n} updated."),
    ["network show {n}", "network meeting new --network {n}"],
)
MEMBERS = contacts_field(
    "members",
    N_("Members"),
    N_("A contact who takes part, by name or number. Repeatable."),
    "member",
)
MEMBERS_LINK = several_values(MEMBERS, N_("A contact who no longer takes part. Repeatable."))
ASK_MEMBERS = MEMBERS._replace(
    label=N_("Who takes part?"), help=N_("Names or numbers of contacts, with commas between them.")
)


@with_options((*new_options(NETWORK), MEMBERS, NEW_CONTACTS), more={"as_json": AsJson})
def new(given: dict[str, str], source: str | None, as_json: bool) -> None:
    """Note a learning network that you take part in. Its members are contacts.

    coachlog network new --name "Mentors East" --kind cross_company --rhythm-days 6w
    """
    run = context()
    inputs = collect(run, new_questions(NETWORK, [ASK_MEMBERS]), given, source)
    if not (given or source):
        inputs = with_location_of_new_names(run, inputs, "members")
    save_and_show(run, RECORDS, inputs, as_json)


@edit_command(RECORDS, links=[MEMBERS_LINK], more_options=[NEW_CONTACTS])
def edit() -> None:
    """Edit a learning network: only what you give changes.

    coachlog network edit 1 --member "Sarah Peeters" --new-contacts external
    """
