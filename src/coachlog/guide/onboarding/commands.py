"""`onboarding start`: asks what is needed to receive a newcomer, and saves it."""

from datetime import date
from typing import Annotated, cast

import typer

from coachlog.base.errors import MissingAnswersError
from coachlog.base.texts import N_, _
from coachlog.guide.facts import welcome_at_first
from coachlog.guide.onboarding import questions
from coachlog.guide.onboarding.own_name import keep_own_name
from coachlog.guide.onboarding.questions import Texts
from coachlog.guide.onboarding.result import tell_started
from coachlog.guide.person_choice import choose_person
from coachlog.journal.onboarding import agreement, queries, service
from coachlog.terminal.command_options import option, with_parameters
from coachlog.terminal.context import Context, context, say
from coachlog.terminal.fields import ask_in_turn
from coachlog.terminal.output import AsJson
from coachlog.terminal.prompters import make_prompter
from coachlog.values import parse

_MOMENT_HELP = N_("When, or no to leave this talk out; proposed on a working day if left out.")
PARAMETERS: dict[str, object] = {
    "who": Annotated[
        str | None,
        typer.Argument(
            metavar="[WHO]", help=N_("Short name or full name; a new person is fine too.")
        ),
    ],
    questions.FIRST_DAY: option("--first-day", N_("The first working day."), "DAY"),
    **agreement.OPTIONS,
    "week_1": option("--week-1", _MOMENT_HELP, "MOMENT"),
    "month_1": option("--month-1", _MOMENT_HELP, "MOMENT"),
    "month_3": option("--month-3", _MOMENT_HELP, "MOMENT"),
    "like": option("--from", N_("Take the items of this trajectory of an earlier newcomer."), "N"),
    "as_json": AsJson,
}


@with_parameters(PARAMETERS)
def start(who: str | None, like: str | None, as_json: bool, **typed: str | None) -> None:
    """Start with a newcomer: a checklist, a charter to sign, and three talks.

    coachlog onboarding start Sofie --first-day monday --manager "Koen Maes"
    """
    run = context()
    given = {name: text for name, text in typed.items() if text}
    earlier = parse.record_number(like) if like else None
    is_asked = run.interactive and not as_json
    if not is_asked:
        _refuse_missing(who, given)
    questions.check(run, given)
    if earlier is not None:
        with run.reader() as reader:
            queries.items_to_take_over(reader, earlier)
    newcomer, texts = _ask(run, who, given) if is_asked else (who or "", given)
    begins_on = cast("date", questions.first_day(run, texts))  # it is required
    talks = [service.PlannedTalk(*talk) for talk in questions.talks(run, texts, begins_on)]
    data = service.Newcomer(newcomer, talks, earlier, begins_on, agreement.parse_texts(texts))
    with run.work("onboarding start") as work:
        started = service.start(work, data, run.today, run.zone)
    if started.is_new_coachee:
        say(_("{name} is new in the journal.").format(name=started.coachee.name))
    tell_started(run, started.trajectory, started.sessions, as_json)


def _refuse_missing(who: str | None, given: Texts) -> None:
    """Raise MissingAnswersError where the least is missing."""
    required = {"WHO": who, "--first-day": given.get(questions.FIRST_DAY)}
    missing = [name for name, text in required.items() if not text]
    if missing:
        raise MissingAnswersError(missing)


def _ask(run: Context, who: str | None, given: Texts) -> tuple[str, Texts]:
    """Return who begins, by handle or as a new name, and what was answered or given.

    Whoever cannot begin is refused before the first question.
    """
    prompter = make_prompter(run)
    welcome_at_first(run, prompter)
    with run.reader() as reader:
        typed = who or ask_in_turn(prompter, (questions.NEWCOMER,), {})["coachee"]
        name, person = choose_person(reader, prompter, typed)
        queries.refuse_start(reader, name, person)
        begun = queries.active_trajectory(reader, person) if person else None
        known = agreement.current_values(reader, person, begun)
    prompter.show()
    answers = ask_in_turn(prompter, questions.questions(run, given, known), {})
    keep_own_name(run, answers)
    return person.handle if person else name, {**answers, **given}
