"""What is asked, or taken from options, when somebody new begins: one form, saved as a whole."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import NamedTuple

from coachlog.base.days import show_day
from coachlog.base.errors import RefusedError
from coachlog.base.folding import plain
from coachlog.base.texts import N_, _, in_user_language, language
from coachlog.dates.show import typed_moment
from coachlog.dates.typed import typed_day
from coachlog.guide.onboarding.own_name import own_name_question
from coachlog.journal.onboarding import agreement, kit
from coachlog.journal.onboarding.first_talks import proposed
from coachlog.journal.onboarding.kit import FirstTalk
from coachlog.journal.session.moments import future_moment
from coachlog.terminal.context import Context
from coachlog.terminal.fields import FormField
from coachlog.values import parse
from coachlog.values.nothing import NOTHING

Texts = Mapping[str, str]
"""What was typed, by the name of its field."""

FIRST_DAY = "first_day"
NEWCOMER = FormField(
    "coachee",
    N_("Who is the newcomer?"),
    N_("A name; a new person is fine too."),
    parse.name,
    required=True,
)


class TalkMoment(NamedTuple):
    """One of the first talks, and the moment for which it is planned."""

    talk: FirstTalk
    moment: datetime


def check(run: Context, given: Texts) -> None:
    """Raise a CoachlogError for what cannot be read, before anything is asked."""
    talk_fields = _talk_fields(run, first_day(run, given))
    for field in (*_first_fields(run, {}), *agreement.FIELDS, *talk_fields):
        field.parse(given.get(field.name, ""))


def questions(run: Context, given: Texts, known: Texts) -> Callable[[Texts], Sequence[FormField]]:
    """Return what options do not say yet; what is *known* of the newcomer is proposed.

    When the talks are proposed depends on the first working day.
    """
    first_fields = (*_first_fields(run, known), *own_name_question(run))

    def unanswered(answers: Texts) -> list[FormField]:
        """Return the fields that neither options nor the *answers* so far fill in."""
        talk_fields = _talk_fields(run, first_day(run, {**answers, **given}))
        asked_talks = [field for field in talk_fields if field.name not in given]
        if asked_talks:
            first = asked_talks[0]
            how = N_("Three talks are proposed. Enter plans it; - leaves it out.")
            asked_talks[0] = first._replace(hints=(how, *first.hints))
        return [*(field for field in first_fields if field.name not in given), *asked_talks]

    return unanswered


def first_day(run: Context, texts: Texts) -> date | None:
    """Return the first working day; None where nothing says it."""
    return typed_day(texts.get(FIRST_DAY), run.today)


def talks(run: Context, texts: Texts, begins_on: date) -> list[TalkMoment]:
    """Return the talks to plan: as *texts* say, or else on the proposed working day."""
    planned = []
    for talk, proposed_moment in proposed(begins_on, run.now, run.zone):
        text = texts.get(talk.id)
        moment = proposed_moment if text is None else _moment(text, run, begins_on)
        if moment:
            planned.append(TalkMoment(talk, moment))
    return planned


def _first_fields(run: Context, known: Texts) -> list[FormField]:
    """Return the fields for the first day and for what stands on the charter."""
    day = FormField(
        FIRST_DAY,
        N_("What is the first working day?"),
        N_("For example: today, monday, 1 December"),
        lambda text: typed_day(text, run.today),
        required=True,
    )
    others = [field._replace(proposed=known.get(field.name, "")) for field in agreement.AT_START]
    return [day, *others]


def _talk_fields(run: Context, begins_on: date | None) -> list[FormField]:
    """Return a field for the moment of each talk, which tells its name, length and aim."""
    pairs = proposed(begins_on, run.now, run.zone) if begins_on else ()
    moments = {talk.id: typed_moment(moment, language()) for talk, moment in pairs if moment}
    label = _("{name}, {n} minutes: when?")
    return [
        FormField(
            talk.id,
            label.format(name=in_user_language(talk.name), n=talk.minutes),
            check=partial(_moment, run=run, begins_on=begins_on),
            hints=(in_user_language(talk.aim),),
            proposed=moments.get(talk.id, ""),
        )
        for talk in kit.talks()
    ]


def _moment(text: str, run: Context, begins_on: date | None) -> datetime | None:
    """Return the moment in *text*; None where it says that the talk is left out."""
    if plain(text).strip() in {"", *NOTHING}:
        return None
    moment = future_moment(text, run.now, run.zone)
    if begins_on and moment.date() < begins_on:
        raise RefusedError(
            N_("That is before the first working day, {day}."),
            N_("Give a later day, or no to leave this talk out."),
            day=show_day(begins_on, language()),
        )
    return moment
