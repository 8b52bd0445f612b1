"""Asks for one or several of the items listed under a question."""

from collections.abc import Sequence

from coachlog.base.texts import _, in_each_language
from coachlog.guide.no_answer import is_no_answer
from coachlog.guide.question_context import AskContext, Asker
from coachlog.guide.questions import ask_value
from coachlog.interview.method import Question
from coachlog.journal.session.fields import COMMUNICATION
from coachlog.schema.vocabulary import COMMUNICATION_FORMS
from coachlog.terminal.prompt_commands import Command
from coachlog.values import parse


def _objectives(
    context: AskContext, _question: Question, earlier: list[int] | None
) -> list[int] | Command | None:
    items = {each.number: each.text for each in context.interview.situation.objectives}
    return _choose(context, items, earlier)


def _talents(
    context: AskContext, _question: Question, earlier: list[int] | None
) -> list[int] | Command | None:
    items = {each.number: each.text for each in context.interview.situation.talents}
    return _choose(context, items, earlier)


def _communication(
    context: AskContext, _question: Question, earlier: list[str] | None
) -> list[str] | Command | None:
    """Ask for forms of communication, by number or name; return their codes in the journal."""
    items = {n: _(COMMUNICATION_FORMS[form]) for n, form in enumerate(COMMUNICATION, 1)}
    names = [(*in_each_language(COMMUNICATION_FORMS[form]), form) for form in COMMUNICATION]
    before = [COMMUNICATION.index(form) + 1 for form in earlier or []]
    numbers = _choose(context, items, before, names)
    if isinstance(numbers, Command):
        return numbers
    return [COMMUNICATION[number - 1] for number in sorted(numbers or [])] or None


def _choose(
    context: AskContext,
    items: dict[int, str],
    earlier: list[int] | None,
    names: Sequence[Sequence[str]] = (),
) -> list[int] | Command | None:
    """Ask for some of *items*; return their numbers, or the *earlier* ones if nothing is typed.

    *names* are all the names of each item, where it has more than its text.
    """
    for number, text in items.items():
        context.prompter.show(f"{number:>3}  {text}")
    context.prompter.show(_("Numbers or a name; press Enter to skip."), "quiet")
    shown = ", ".join(map(str, earlier or []))
    if earlier:
        hint = _("Earlier answer: {answer} (Enter keeps it, arrow up brings it back)")
        context.prompter.show(hint.format(answer=shown), "quiet")
    numbers = list(items)

    def read(text: str) -> list[int] | None:
        if is_no_answer(text):
            return None
        indexes = parse.picks(text, names or [(item,) for item in items.values()], numbers)
        return [numbers[index] for index in indexes] or None

    return ask_value(context, read, earlier or None, earlier=shown)


CHOICES: dict[str, Asker] = {
    "objectives": _objectives,
    "talents": _talents,
    "communication": _communication,
}
