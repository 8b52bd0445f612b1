"""`growth self`: the coach rates their own competences; for the coach alone."""

from datetime import date, timedelta
from typing import Annotated

import typer

from coachlog.base.errors import MissingAnswersError, StoppedError
from coachlog.base.texts import N_, _, ngettext
from coachlog.journal.coachee.lookup import SELF_WORDS
from coachlog.journal.goal.entry import RECORDS as GOALS
from coachlog.journal.growth.rating import prompts
from coachlog.journal.growth.rating.competences import Competences, load
from coachlog.journal.growth.rating.queries import courses, save_rating
from coachlog.journal.growth.rating.scripted import GivenRatings, given_ratings
from coachlog.terminal.command_options import JsonFile, option, with_parameters
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.output import AsJson, On, say_done, show_json
from coachlog.terminal.prompter import Prompter
from coachlog.terminal.prompters import make_prompter

ROUND_DAYS = 14
"""A statement that was rated in so many days is not asked again: a round may take days."""

OPTIONS = {
    "rate": option(
        "--rate", N_("A figure from 1 to 5: contracting=4. Repeatable."), "WORD=N", several=True
    ),
    "next_id": option("--next", N_("The competence you want to work on."), "WORD"),
    "differently": option("--differently", N_("What you will do differently: an own goal.")),
    "again": Annotated[
        bool, typer.Option("--again", help=N_("Ask what was rated in the last two weeks too."))
    ],
    "on": On,
    "source": JsonFile,
    "as_json": AsJson,
}


@with_parameters(OPTIONS)
def rate_self(
    rate: list[str] | None,
    next_id: str | None,
    differently: str | None,
    again: bool,
    on: str | None,
    source: str | None,
    as_json: bool,
) -> None:
    """Rate your own competences from 1 to 5, each point said as behaviour; only you see it.

    coachlog growth self --rate contracting=4 --rate listening=3
    """
    run, competences = context(), load()
    day = run.past_day(on)
    given = given_ratings(competences, rate or (), source, next_id, differently)
    if given.figures or given.next_step:
        goal = _save_given(run, given, day.isoformat())
        if as_json:
            _show_json(run, competences, goal)
    elif as_json and not run.interactive:
        _show_json(run, competences)
    elif run.interactive:
        _ask(run, competences, day, again=again)
    else:
        raise MissingAnswersError(["--rate"])


def _save_given(run: Context, given: GivenRatings, day: str) -> int | None:
    """Save the figures in one step, and the next step as a goal; return its number, if any."""
    if given.figures:
        with run.work("growth self") as work:
            for competence, figure in given.figures.items():
                save_rating(work, competence, figure, day)
        n = len(given.figures)
        text = ngettext("{n} figure saved.", "{n} figures saved.", n).format(n=n)
        say_done(text, "growth course")
    return _keep_goal(run, given.next_step) if given.next_step else None


def _ask(run: Context, competences: Competences, day: date, *, again: bool) -> None:
    """Ask for the figures that this round still lacks, then for the next step."""
    with run.reader() as reader:
        latest = {name: lines[-1] for name, lines in courses(reader).items()}
    begin = (day - timedelta(days=ROUND_DAYS)).isoformat()
    done = {name for name, line in latest.items() if line.rated_on > begin and not again}
    wanted = [competence for competence in competences.statements if competence.id not in done]
    figures = {name: line.figure for name, line in latest.items()}
    prompter = make_prompter(run)
    prompter.show(competences.scale, "note")
    prompter.show(_("Only you see this. Enter leaves a figure as it is."), "quiet")
    if done:
        _show_done(prompter, len(done))

    def save(competence: str, figure: int) -> None:
        with run.work("growth self") as work:
            save_rating(work, competence, figure, day.isoformat())

    try:
        is_finished = prompts.ask_figures(prompter, wanted, figures, save)
        if is_finished and figures:
            _ask_next(run, prompter, competences, figures)
    except (StoppedError, KeyboardInterrupt):
        is_finished = False
    if not is_finished:
        say(_("Each figure is saved. Go on later: {command}").format(command=hint("growth self")))
    say("  " + hint("growth course"))


def _show_done(prompter: Prompter, n: int) -> None:
    text = ngettext(
        "{n} has a figure of the last two weeks; --again asks for it too.",
        "{n} have a figure of the last two weeks; --again asks for them too.",
        n,
    )
    prompter.show(text.format(n=n), "quiet")


def _ask_next(
    run: Context, prompter: Prompter, competences: Competences, figures: dict[str, int]
) -> None:
    next_step = prompts.ask_next_step(prompter, competences, figures)
    if next_step and prompts.wants_goal(prompter):
        _keep_goal(run, next_step)


def _keep_goal(run: Context, next_step: prompts.NextStep) -> int:
    """Save what the coach will do differently as a goal of their own; return its number."""
    service = GOALS.service
    values = {
        "coachee": SELF_WORDS[0],
        "statement": next_step.differently,
        "why": next_step.competence.statement,
    }
    data = service.INPUTS["new"].model_validate(values)
    with run.work("goal new") as work:
        number = service.add(work, data, run.today)
    say_done(_("Goal {n} saved.").format(n=number), f"goal show {number}")
    return number


def _show_json(run: Context, competences: Competences, goal: int | None = None) -> None:
    """Print the latest figure of each competence as JSON, and the number of a new *goal*."""
    with run.reader() as reader:
        found = courses(reader)
    latest = {
        name: {"figure": found[name][-1].figure, "rated_on": found[name][-1].rated_on}
        for name in competences.ids
        if name in found
    }
    show_json({"latest": latest, "goal": goal})
