"""What practice hours need to know of a talk: asked at its end, and only where a credential is set.

How long it took, which the figures of a fund need too. For ICF whether it was paid and how many
were there, and at the first talk of a trajectory whether the person may be named; for EMCC why a
talk as a buddy was mentoring. Nothing else is asked.
"""

from contextlib import suppress
from typing import TYPE_CHECKING, cast

from coachlog.base.errors import StoppedError
from coachlog.base.texts import N_, _
from coachlog.guide.appointment_link import planned_minutes
from coachlog.guide.draft import DraftHead, GuideDraft
from coachlog.guide.guide import Guide
from coachlog.guide.simple_prompt import Done, ask
from coachlog.guide.write_up import ask_length, save_minutes
from coachlog.journal.coachee.consents import queries as consents
from coachlog.journal.coachee.consents.queries import LOG
from coachlog.journal.coachee.lookup import Person
from coachlog.journal.common.forms import form_field
from coachlog.journal.common.practice_fields import credential_body
from coachlog.journal.trajectory.queries import TRAJECTORIES, TrajectoryLine, active, themes
from coachlog.schema.practice import BODIES
from coachlog.schema.session import SESSION
from coachlog.terminal.context import Context, say
from coachlog.terminal.fields import FormField
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.journal.session.service import SavedSession
    from coachlog.store.connection import Reader

COUNTED_KINDS = ("coaching", "career")
"""The kinds of trajectory that can count for ICF."""

PAID = N_("Paid, in exchange, or free of charge?")
PEOPLE = N_("With how many people did you talk at once?")
WHY_MENTORING = N_("Was this mentoring? Say why, and your hours count.")
MAY_NAME = N_(
    "May I list your name and e-mail address in my log for {body}? They check those, not what was"
    " said."
)


def needs_length(context: Context, draft: GuideDraft) -> bool:
    """Whether the length of this talk counts: for the credential, or in the figures for a fund.

    What is no practice for a credential still counts as time in a role, with three too.
    """
    if credential_body():
        return True
    with context.reader() as reader:
        trajectory = active(reader, draft.coachee)
        found = themes(reader, trajectory.number) if trajectory else {}
    return any(found.values()) and draft.kind != "own"


def ask_for_length(context: Context, guide: Guide, measured: int | None) -> None:
    """Ask how long it took, unless that is known; Enter takes what was planned or *measured*.

    Raises StoppedError.
    """
    if "minutes" not in guide.draft.head:
        try:
            ask_length(guide, planned_minutes(context, guide) or measured)
        except Done as done:
            save_minutes(guide, done.typed)


def ask_for_hours(context: Context, guide: Guide) -> None:
    """Ask what the hours of this talk need; Enter takes what held at the last talk.

    Raises StoppedError.
    """
    draft = guide.draft
    if credential_body() != "icf" or draft.kind not in COUNTED_KINDS or draft.with_three:
        return
    with context.reader() as reader:
        usual = _last_time(reader, draft.coachee)
    with suppress(Done):
        for name, question in (("paid", PAID), ("people", PEOPLE)):
            if name not in draft.head:
                value = _ask(guide.prompter, form_field(SESSION.field(name)), question, usual[name])
                head = guide.draft.head | cast("DraftHead", {name: value})
                guide.save_draft(head=head)


def ask_for_ledger(context: Context, guide: Guide, recorded: "SavedSession") -> None:
    """After a talk was saved, ask once a trajectory what the ledger needs of the person.

    Whoever stops here loses nothing: the talk is saved.
    """
    body, person = credential_body(), recorded.coachee
    if not body or guide.draft.with_three:
        return
    with context.reader() as reader:
        trajectory = active(reader, person.handle)
        agreed = consents.consent_day(reader, person.id, LOG)
    if trajectory is None:
        return
    with suppress(StoppedError, KeyboardInterrupt, EOFError):
        if body == "icf" and not agreed and _may_be_named(trajectory):
            _ask_consent(context, guide.prompter, person)
        if body == "emcc" and trajectory.kind == "onboarding" and not trajectory.as_mentoring:
            _ask_why(context, guide.prompter, trajectory)


def _may_be_named(trajectory: TrajectoryLine) -> bool:
    """Whether a name is needed and it was not asked yet: at the first talk, without a policy."""
    is_first = trajectory.sessions == 1
    return is_first and trajectory.kind in COUNTED_KINDS and not trajectory.policy


def _ask_consent(context: Context, prompter: Prompter, person: Person) -> None:
    prompter.show()
    prompter.show(_(MAY_NAME).format(body=BODIES["icf"]), "question")
    answer = ask(prompter, Prompt(_("(y/n)") + " ›", check=parse.yes_no))
    if parse.yes_no(answer):
        with context.work("hours consent") as work:
            consents.add_consent(work, person, context.today.isoformat(), LOG)
        say(_("{name} may be named in your log.").format(name=person.name))


def _ask_why(context: Context, prompter: Prompter, trajectory: TrajectoryLine) -> None:
    if trajectory.sessions > 1:
        return
    prompter.show()
    prompter.show(_(WHY_MENTORING), "question")
    prompter.show(_("Enter: it was not, and does not count."), "quiet")
    reason = parse.text(ask(prompter, Prompt(check=parse.text)))
    if reason:
        with context.work("trajectory edit") as work:
            record_id = TRAJECTORIES.id_of(work, trajectory.number)
            work.update("trajectory", record_id, {"as_mentoring": reason})


def _ask(prompter: Prompter, field: FormField, question: str, usual: str) -> object:
    """Ask for one field; Enter, or what leads nowhere here, is the *usual* value."""
    words = ", ".join(_(word) for word in field.words.values())
    prompter.show(_(question), "question")
    if words:
        prompter.show(words, "quiet")
    prompter.show(_("Enter: {answer}").format(answer=field.display(usual)), "quiet")
    typed = ask(prompter, Prompt(check=field.parse), skipped=usual, may_end=True)
    return field.parse(typed.strip() or usual)


def _last_time(reader: "Reader", coachee: str) -> dict[str, str]:
    """Return the last value of each field in talks with that person, or else the usual one."""
    usual_values = {"paid": "paid", "people": "1"}
    values = {}
    for column, usual in usual_values.items():
        sql = (
            f"select {column} from sessions where coachee = :handle and {column} is not null"  # noqa: S608 - names of our own
            " order by starts_at desc, number desc limit 1"
        )
        last_value = reader.value(sql, handle=coachee)
        values[column] = usual if last_value is None else str(last_value)
    return values
