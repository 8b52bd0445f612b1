"""What is asked, or taken from options, when somebody new begins: the first day and the talks."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import NamedTuple

from coachlog import settings_file
from coachlog.base.data_file import in_user_language
from coachlog.base.folding import plain
from coachlog.base.texts import N_, _, language
from coachlog.dates.show import typed_moment
from coachlog.dates.typed import typed_day
from coachlog.journal.coachee.queries import Person
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.onboarding.first_talks import proposed
from coachlog.journal.onboarding.kit import FirstTalk
from coachlog.journal.session.moments import future_moment
from coachlog.terminal.context import Context
from coachlog.terminal.fields import FormField, ask_in_turn
from coachlog.terminal.prompter import Prompter
from coachlog.values import parse
from coachlog.values.nothing import NOTHING

Given = Mapping[str, str]
"""What was typed, by the name of its option."""


class Beginning(NamedTuple):
    """What is agreed when somebody begins, besides the talks."""

    first_day: date
    manager: str | None
    organisation: str | None
    purpose: str | None
    place: str | None


class TalkMoment(NamedTuple):
    """One of the first talks, and the moment for which it is planned."""

    talk: FirstTalk
    moment: datetime


def read_beginning(run: Context, given: Given) -> Beginning:
    """Return what options say; raises a CoachlogError for what cannot be read."""
    fields = {field.name: field for field in _questions(run)}
    values = {name: fields[name].parse(text) for name, text in given.items() if name in fields}
    return Beginning(**{name: values.get(name) for name in Beginning._fields})  # type: ignore[arg-type]


def ask_who(prompter: Prompter) -> str:
    """Return the name of the newcomer, as it was typed."""
    question = FormField(
        "coachee",
        N_("Who is the newcomer?"),
        N_("A name; a new person is fine too."),
        parse.name,
        required=True,
    )
    return ask_in_turn(prompter, (question,), {})["coachee"]


def ask_beginning(
    run: Context, prompter: Prompter, given: Given, person: Person | None
) -> Beginning:
    """Ask what options do not say; the organisation of a known *person* is proposed."""
    read_beginning(run, given)  # what is wrong is said before anything is asked
    unanswered = [field for field in _questions(run) if field.name not in given]
    present_values = _present(run, person)
    answers = ask_in_turn(prompter, unanswered, present_values)
    return read_beginning(run, {**present_values, **answers, **given})


def keep_own_name(run: Context, prompter: Prompter) -> None:
    """Ask for the coach's own name, which the charter needs, unless it is a setting already."""
    if run.settings.name:
        return
    question = FormField(
        "name", N_("What is your own name? It stands on the charter."), check=parse.line
    )
    if name := ask_in_turn(prompter, (question,), {}).get("name"):
        run.settings = run.settings._replace(name=settings_file.keep("name", name))


def _present(run: Context, person: Person | None) -> dict[str, str]:
    if person is None:
        return {}
    with run.reader() as reader:
        organisation = coachee_line(reader, person.handle).organisation
    return {"organisation": organisation} if organisation else {}


def _questions(run: Context) -> tuple[FormField, ...]:
    def read_day(text: str) -> date | None:
        return typed_day(text, run.today)

    return (
        FormField(
            "first_day",
            N_("What is the first working day?"),
            N_("For example: today, monday, 1 December"),
            read_day,
            required=True,
        ),
        FormField("manager", N_("Who is the manager?"), check=parse.line),
        FormField("organisation", N_("In which organisation?"), check=parse.line),
        FormField(
            "purpose",
            N_("What is the guidance for?"),
            N_("For example: to learn the work well and safely"),
            parse.line,
        ),
        FormField("place", N_("Where will the charter be signed?"), check=parse.line),
    )


def read_talks(run: Context, given: Given, first_day: date) -> list[TalkMoment]:
    """Return the talks to plan: as options say, or else on the proposed working day."""
    talks = []
    for talk, proposed_moment in proposed(first_day, run.now, run.zone):
        text = given.get(talk.id)
        moment = proposed_moment if text is None else _moment(text, run)
        if moment:
            talks.append(TalkMoment(talk, moment))
    return talks


def ask_talks(run: Context, prompter: Prompter, given: Given, first_day: date) -> list[TalkMoment]:
    """Ask when the talks are, each with its proposal; return those that are not left out."""
    read_talks(run, given, first_day)  # what is wrong is said before anything is asked
    proposals = {
        talk.id: typed_moment(moment, language()) if moment else ""
        for talk, moment in proposed(first_day, run.now, run.zone)
    }
    fields = [
        _talk_question(talk, run)
        for talk, _moment in proposed(first_day, run.now, run.zone)
        if talk.id not in given
    ]
    prompter.show()
    prompter.show(_("Three talks are proposed. Enter plans it; - leaves it out."), "note")
    answers = ask_in_turn(prompter, fields, proposals)
    return read_talks(run, {**proposals, **answers, **given}, first_day)


def _talk_question(talk: FirstTalk, run: Context) -> FormField:
    """Return the question for the moment of a talk, which tells its name, length and aim."""
    label = _("{name}, {n} minutes: when?").format(name=in_user_language(talk.name), n=talk.minutes)
    return FormField(
        talk.id, label, check=partial(_moment, run=run), hints=(in_user_language(talk.aim),)
    )


def _moment(text: str, run: Context) -> datetime | None:
    """Return the moment in *text*; None where it says that the talk is left out."""
    if plain(text).strip() in {"", *NOTHING}:
        return None
    return future_moment(text, run.now, run.zone)
