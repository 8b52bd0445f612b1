"""`onboarding start`: asks what is needed to receive a newcomer, and saves it."""

from typing import Annotated

import typer

from coachlog.base.errors import MissingAnswersError
from coachlog.base.texts import N_, _
from coachlog.guide.beginning import welcome_at_first
from coachlog.guide.onboarding.questions import (
    Beginning,
    TalkMoment,
    ask_beginning,
    ask_talks,
    ask_who,
    keep_own_name,
    read_beginning,
    read_talks,
)
from coachlog.guide.onboarding.told import tell_started
from coachlog.guide.opening import choose_person
from coachlog.journal.onboarding import service
from coachlog.terminal.command_options import option, with_parameters
from coachlog.terminal.context import Context, context, say
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
    "first_day": option("--first-day", N_("The first working day."), "DAY"),
    "manager": option("--manager", N_("The name of the manager.")),
    "organisation": option("--organisation", N_("The name of the organisation.")),
    "purpose": option("--purpose", N_("What the guidance is for.")),
    "place": option("--place", N_("Where the charter is signed.")),
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
    if run.interactive and not as_json:
        newcomer, beginning, talks = _ask(run, who, given)
    else:
        newcomer, beginning, talks = _read(run, who, given)
    planned = [service.PlannedTalk(*talk) for talk in talks]
    agreed = service.Newcomer(newcomer, planned, earlier, **beginning._asdict())
    with run.work("onboarding start") as work:
        started = service.start(work, agreed, run.today, run.zone)
    if started.is_new_coachee:
        say(_("{name} is new in the journal.").format(name=started.coachee.name))
    tell_started(run, started.trajectory, started.sessions, as_json)


Asked = tuple[str, Beginning, list[TalkMoment]]
"""Who the newcomer is, by handle or as a new name; what is agreed; the talks to plan."""


def _ask(run: Context, who: str | None, given: dict[str, str]) -> Asked:
    """Ask who begins, and what options do not say."""
    prompter = make_prompter(run)
    welcome_at_first(run, prompter)
    with run.reader() as reader:
        name, person = choose_person(reader, prompter, who or ask_who(prompter))
    beginning = ask_beginning(run, prompter, given, person)
    keep_own_name(run, prompter)
    talks = ask_talks(run, prompter, given, beginning.first_day)
    return person.handle if person else name, beginning, talks


def _read(run: Context, who: str | None, given: dict[str, str]) -> Asked:
    """Return what options say; raises MissingAnswersError where the least is missing."""
    required = {"WHO": who, "--first-day": given.get("first_day")}
    missing = [name for name, text in required.items() if not text]
    if missing:
        raise MissingAnswersError(missing)
    beginning = read_beginning(run, given)
    return who or "", beginning, read_talks(run, given, beginning.first_day)
