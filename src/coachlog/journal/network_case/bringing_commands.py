"""`network case bring`: advice becomes an idea of a conversation, when the coach decides so."""

from collections.abc import Iterator, Sequence

from coachlog.base.errors import MissingAnswersError, RefusedError, StoppedError
from coachlog.base.texts import N_, _
from coachlog.journal.common.numbered import NumberOrName
from coachlog.journal.common.reads import number_of
from coachlog.journal.network_case.advice import advice_at, ask_held, bring_in
from coachlog.journal.network_case.output import say_brought
from coachlog.journal.network_case.queries import CASES, AdviceLine, advice_on
from coachlog.terminal.command_options import option, with_parameters
from coachlog.terminal.context import Context, context
from coachlog.terminal.prompt_commands import Command
from coachlog.terminal.prompter import ask_yes_no
from coachlog.terminal.prompters import make_prompter
from coachlog.values import parse

_OPTIONS = {
    "which": NumberOrName,
    "session": option("--session", N_("The number of the conversation."), "N"),
    "advice": option(
        "--advice", N_("The number of a piece of advice. Repeatable."), "PLACE", several=True
    ),
}


@with_parameters(_OPTIONS)
def bring(which: str, session: str | None, advice: list[str] | None) -> None:
    """Bring advice on a case into a conversation, as an idea from the network.

    coachlog network case bring 1 --session 2 --advice 1
    """
    run = context()
    if session is None and not run.interactive:
        raise MissingAnswersError(["--session"])
    with run.reader() as reader:
        case = CASES.one(reader, number_of(reader, "network_case", which)).number
        known = advice_on(reader, case)
    if not known:
        raise RefusedError(
            N_("Case {case} has no advice yet."),
            N_("Talk it over: coachlog network intervision five_step --case {case}"),
            case=case,
        )
    talk = _ask_talk(run) if session is None else parse.record_number(session)
    chosen = _chosen(run, known, [parse.record_number(place) for place in advice or ()], case)
    with run.work("network case bring") as work:
        bring_in(work, talk, chosen)
    say_brought(len(chosen), talk)


def _ask_talk(run: Context) -> int:
    """Ask for the number of a conversation that was held. Raises StoppedError for none."""
    prompter = make_prompter(run)
    prompter.show(_("In which conversation? Type its number."), "question")
    number = ask_held(run, prompter)
    if number is None:
        raise StoppedError
    return number


def _chosen(
    run: Context, known: Sequence[AdviceLine], places: Sequence[int], case: int
) -> list[AdviceLine]:
    """Return the advice with these *places*; without them the coach is asked one by one."""
    if places:
        return advice_at(known, places, case)
    if not run.interactive:
        raise MissingAnswersError(["--advice"])
    chosen = list(_asked(run, known))
    if not chosen:
        raise StoppedError
    return chosen


def _asked(run: Context, known: Sequence[AdviceLine]) -> Iterator[AdviceLine]:
    """Ask of each piece of advice that is still private whether to bring it in."""
    prompter = make_prompter(run)
    for advice in known:
        if advice.session is None:
            prompter.show(f"{advice.place}  {advice.text}", "question")
            answer = ask_yes_no(prompter, _("Bring this in as an idea from the network?"))
            if isinstance(answer, Command):
                raise StoppedError
            if answer:
                yield advice
