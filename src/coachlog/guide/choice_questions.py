"""Asks for one or several of the items listed under a question."""

from collections.abc import Sequence

from coachlog.base.texts import _, in_each_language
from coachlog.guide.no_answer import is_no_answer
from coachlog.guide.question_context import AskContext, Asker
from coachlog.guide.questions import ask_value
from coachlog.interview.mentions import kept_mentions
from coachlog.interview.method import Question
from coachlog.journal.session.fields import COMMUNICATION
from coachlog.schema.vocabulary import COMMUNICATION_FORMS
from coachlog.values import parse


def _objectives(
    context: AskContext, _question: Question, earlier_answer: list[int] | None
) -> list[int] | None:
    """Ask which objectives the new goal serves; return their numbers."""
    objectives = context.interview.situation.objectives
    items = {objective.number: objective.text for objective in objectives}
    return _choose(context, items, earlier_answer)


def _talents(
    context: AskContext, _question: Question, earlier_answer: list[int] | None
) -> list[int] | None:
    """Ask which talents the new goal uses; return their numbers."""
    items = {talent.number: talent.text for talent in context.interview.situation.talents}
    return _choose(context, items, earlier_answer)


def _communication(
    context: AskContext, _question: Question, earlier_answer: list[str] | None
) -> list[str] | None:
    """Ask for forms of communication, by number or name; return their codes in the journal."""
    items = {n: _(COMMUNICATION_FORMS[form]) for n, form in enumerate(COMMUNICATION, 1)}
    names = [(*in_each_language(COMMUNICATION_FORMS[form]), form) for form in COMMUNICATION]
    earlier_numbers = [COMMUNICATION.index(form) + 1 for form in earlier_answer or []]
    numbers = _choose(context, items, earlier_numbers, names)
    return [COMMUNICATION[number - 1] for number in sorted(numbers or [])] or None


def _choose(
    context: AskContext,
    items: dict[int, str],
    earlier_numbers: list[int] | None,
    names: Sequence[Sequence[str]] = (),
) -> list[int] | None:
    """Ask for some of *items*; return their numbers, or *earlier_numbers* if nothing is typed.

    *names* are all the names of each item; without them, an item is called by its text alone.
    """
    for number, text in items.items():
        context.prompter.show(f"{number:>3}  {text}")
    context.prompter.show(_("Numbers or a name; press Enter to skip."), "quiet")
    earlier_text = ", ".join(map(str, earlier_numbers or []))
    if earlier_numbers:
        hint = _("Earlier answer: {answer} (Enter keeps it, arrow up brings it back)")
        context.prompter.show(hint.format(answer=earlier_text), "quiet")
    numbers = list(items)

    def read(text: str) -> list[int] | None:
        if is_no_answer(text):
            return None
        indexes = parse.picks(text, names or [(item,) for item in items.values()], numbers)
        return [numbers[index] for index in indexes] or None

    return ask_value(context, read, earlier_numbers or None, earlier=earlier_text)


def _mentioned(
    context: AskContext, _question: Question, earlier_answer: list[str] | None
) -> list[str] | None:
    """Ask which of the talents and objectives that were named go with the new goal.

    A single one is offered: Enter alone takes it. Of several, Enter alone takes none.
    """
    interview = context.interview
    texts = kept_mentions(interview.path, interview.answers)
    if len(texts) == 1:
        offer = _("Does “{text}” go with this goal?").format(text=texts[0])
        goes_with_it = context.ask_yes_no(offer)
        return texts if goes_with_it else None
    earlier_numbers = [n for n, text in enumerate(texts, 1) if text in (earlier_answer or [])]
    numbers = _choose(context, dict(enumerate(texts, 1)), earlier_numbers)
    return [texts[number - 1] for number in numbers or []] or None


CHOICES: dict[str, Asker] = {
    "mentioned": _mentioned,
    "objectives": _objectives,
    "talents": _talents,
    "communication": _communication,
}
