"""Asks for the figures of the coach's own competences, one statement after the other."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from coachlog.base.errors import StoppedError
from coachlog.base.texts import N_, _
from coachlog.journal.growth.rating.competences import HIGHEST, LOWEST, Competence, Competences
from coachlog.terminal.fields import FormField, ask_field
from coachlog.terminal.prompt_commands import BACK, DONE, SKIP, STOP, Command, command_word
from coachlog.terminal.prompter import Prompter, ask_yes_no
from coachlog.values import parse


class NextStep(NamedTuple):
    """The competence to work on, and what the coach will do differently."""

    competence: Competence
    differently: str


def ask_figures(
    prompter: Prompter,
    competences: Sequence[Competence],
    figures: dict[str, int],
    save: Callable[[str, int], None],
) -> bool:
    """Ask for the figure of each of *competences*; return False where the coach stops.

    Each is saved at once by *save*, given its competence. Enter leaves a competence as it was:
    *figures* has the last ones, and gets the new ones.
    """
    index = 0
    while index < len(competences):
        competence = competences[index]
        prompter.show()
        text = _("{n} of {total}").format(n=index + 1, total=len(competences))
        prompter.show(text, "heading")
        answer = ask_field(prompter, _figure_field(competence), _present(competence, figures))
        if isinstance(answer, Command):
            if answer.name == STOP:
                return False
            if answer.name == DONE:
                return True
            index += {BACK: -1 if index else 0, SKIP: 1}.get(answer.name, 0)
            continue
        figure = parse.scale(answer, LOWEST, HIGHEST)
        if figure is not None:
            figures[competence.id] = figure
            save(competence.id, figure)
        index += 1
    return True


def ask_next_step(
    prompter: Prompter, competences: Competences, figures: dict[str, int]
) -> NextStep | None:
    """Ask what to work on, and what to do differently; None where the coach leaves it."""
    prompter.show()
    rated = [competence for competence in competences.statements if competence.id in figures]
    for index, competence in enumerate(rated, 1):
        prompter.show(f"  {index}  {competence.statement} ({figures[competence.id]})")
    numbers = [str(number) for number in range(1, len(rated) + 1)]
    which = FormField(
        "next", competences.ask_next, N_("Its number; press Enter to skip."), _one_of(numbers)
    )
    number = _ask_text(prompter, which)
    if not number:
        return None
    competence = rated[int(number) - 1]
    higher = min(figures[competence.id] + 1, HIGHEST)
    hint = f"{higher}  {competence.anchor(higher)}"
    differently = FormField(
        "differently", N_("What will you do differently in your next talk?"), hints=[hint]
    )
    text = _ask_text(prompter, differently)
    return NextStep(competence, text) if text else None


def wants_goal(prompter: Prompter) -> bool:
    """Return whether to make the next step a goal of the coach's own."""
    return ask_yes_no(prompter, _("Make this a goal of your own?")) is True


def _figure_field(competence: Competence) -> FormField:
    """Return the form field of a statement, with its five points as hints."""
    return FormField(
        competence.id,
        competence.statement,
        check=lambda text: parse.scale(text, LOWEST, HIGHEST),
        required=True,
        hints=[f"  {figure}  {text}" for figure, text in enumerate(competence.anchors, LOWEST)],
    )


def _present(competence: Competence, figures: dict[str, int]) -> str:
    figure = figures.get(competence.id)
    return "" if figure is None else str(figure)


def _one_of(numbers: Sequence[str]) -> Callable[[str], object]:
    return lambda text: parse.choice(text, numbers)


def _ask_text(prompter: Prompter, field: FormField) -> str:
    """Return the answer to *field*, "" for none. Raises StoppedError."""
    while True:
        answer = ask_field(prompter, field, "")
        if isinstance(answer, str):
            return answer.strip()
        if answer.name == STOP:
            raise StoppedError
        if answer.name in (SKIP, DONE):
            return ""
        prompter.show(_("Enter: next") + " · " + command_word(STOP), "quiet")
