"""`network intervision`: a peer consultation, led step by step."""

from collections.abc import Sequence
from typing import Annotated

import typer

from coachlog.base.errors import MissingAnswersError, RefusedError
from coachlog.base.texts import N_, _
from coachlog.journal.common.reads import number_of
from coachlog.journal.intervision.advice import save_advice
from coachlog.journal.intervision.leader import lead
from coachlog.journal.intervision.methods import ConsultationMethod, method_named
from coachlog.journal.intervision.words import opening_lines, step_lines
from coachlog.journal.network_case.output import (
    case_record,
    case_watch,
    say_warnings,
    warnings_about,
)
from coachlog.journal.network_case.prompts import show_warnings
from coachlog.journal.network_case.queries import CASES, CaseLine
from coachlog.journal.network_case.warning import CHECK, RECOGNISABLE
from coachlog.terminal.command_options import option, with_parameters
from coachlog.terminal.context import Context, context, write_line
from coachlog.terminal.output import AsJson, say_done, show_json
from coachlog.terminal.prompters import ask_to_confirm, make_prompter
from coachlog.values import parse

_OPTIONS = {
    "which": Annotated[
        str, typer.Argument(metavar="METHOD", help=N_("The method: incident or five_step."))
    ],
    "case": option("--case", N_("Your own case, by its number or words of its question."), "N"),
    "advice": option(
        "--advice", N_("A piece of advice on your case, for a script. Repeatable."), several=True
    ),
    "session": option(
        "--session", N_("A conversation to bring the advice into, by its number."), "N"
    ),
    "ready": Annotated[
        bool, typer.Option("--ready", help=N_("The group meets what the method asks for."))
    ],
    "as_json": AsJson,
}


@with_parameters(_OPTIONS)
def intervision(
    which: str,
    case: str | None,
    advice: list[str] | None,
    session: str | None,
    ready: bool,
    as_json: bool,
) -> None:
    """Lead a peer consultation step by step: who speaks, what is not said, how long.

    coachlog network intervision five_step --case 1
    """
    run, method = context(), method_named(which)
    own_case = _read_case(run, case)
    texts = [text for text in map(parse.line, advice or ()) if text]
    into = parse.number(session)
    if (texts or into) and own_case is None:
        raise MissingAnswersError(["--case"])
    if as_json or texts or into or not run.interactive:
        _check_precondition(method, ready)
        if own_case:
            save_advice(run, own_case, texts, into)
        _tell(run, method, own_case, as_json)
        return
    if not (ready or _is_ready(run, method)):
        say_done(_("Take another method."), "network intervision five_step")
    elif own_case and not _may_be_seen(run, own_case):
        say_done(_("Change it first."), f"network case edit {own_case.number}")
    else:
        lead(run, method, own_case)


def _read_case(run: Context, number: str | None) -> CaseLine | None:
    """Return the case that was typed, None without one; raises NotFoundError."""
    if number is None:
        return None
    with run.reader() as reader:
        return CASES.one(reader, number_of(reader, "network_case", number))


def _check_precondition(method: ConsultationMethod, ready: bool) -> None:
    """Raise RefusedError for a method with a precondition that nobody confirmed."""
    if method.precondition and not ready:
        raise RefusedError(
            N_("This method asks for something first: {condition}."),
            N_("If that is so, add --ready. Otherwise: coachlog network intervision five_step"),
            condition=method.precondition,
        )


def _is_ready(run: Context, method: ConsultationMethod) -> bool:
    """Return whether the group meets the precondition of *method*, which is asked."""
    if not method.precondition:
        return True
    return ask_to_confirm(run, [method.name], method.precondition_ask, enter=False)


def _may_be_seen(run: Context, case: CaseLine) -> bool:
    """Show what could give somebody away, before others see the case; return whether to go on."""
    warnings = warnings_about(case_watch(run), case)
    prompter = make_prompter(run)
    show_warnings(prompter, warnings)
    prompter.show(_(RECOGNISABLE), "note")
    if not warnings and not case.guessable:
        return True
    if case.guessable:
        prompter.show(_(CHECK) + " " + _("You said yes."), "late")
    return ask_to_confirm(run, [], _("Go on with this case as it is?"), enter=False)


def _tell(run: Context, method: ConsultationMethod, case: CaseLine | None, as_json: bool) -> None:
    """Print the whole method for a script, without a clock."""
    warnings = warnings_about(case_watch(run), case) if case else []
    if as_json:
        data = _method_record(method)
        show_json(data | {"case": case_record(case, warnings) if case else None})
        return
    write_line(method.name)
    for line in opening_lines(method):
        write_line(line)
    for step in method.steps:
        write_line("")
        for label, text in step_lines(step, method):
            write_line(_("{label}: {text}").format(label=label, text=text) if label else text)
    if case:
        say_warnings(warnings)


def _method_record(method: ConsultationMethod) -> dict[str, object]:
    """Return a method for JSON, in the language of the run."""
    steps: Sequence[dict[str, object]] = [
        {**step._asdict(), "speaks": [*step.speaks], "silent": [*step.silent]}
        for step in method.steps
    ]
    return {**method._asdict(), "minutes": method.minutes, "steps": steps}
