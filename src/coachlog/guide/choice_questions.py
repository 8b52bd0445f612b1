"""How a question is asked whose answer is one or several of what is listed under it."""

from collections.abc import Sequence

from coachlog.base.texts import _, in_each_language
from coachlog.guide.no_answer import is_no_answer
from coachlog.guide.question_context import AskContext, Asker
from coachlog.guide.questions import value
from coachlog.interview.method import Question
from coachlog.journal.session.fields import COMMUNICATION
from coachlog.schema.vocabulary import COMMUNICATION_FORMS
from coachlog.terminal.prompt_commands import Command
from coachlog.values import parse


def _objectives(
    table: AskContext, _question: Question, earlier: list[int] | None
) -> list[int] | Command | None:
    known = {each.number: each.text for each in table.interview.situation.objectives}
    return _chosen(table, known, earlier)


def _talents(
    table: AskContext, _question: Question, earlier: list[int] | None
) -> list[int] | Command | None:
    known = {each.number: each.text for each in table.interview.situation.talents}
    return _chosen(table, known, earlier)


def _communication(
    table: AskContext, _question: Question, earlier: list[str] | None
) -> list[str] | Command | None:
    """The forms by their words in the journal; on the screen each has a number and a name."""
    known = {n: _(COMMUNICATION_FORMS[form]) for n, form in enumerate(COMMUNICATION, 1)}
    names = [(*in_each_language(COMMUNICATION_FORMS[form]), form) for form in COMMUNICATION]
    before = [COMMUNICATION.index(form) + 1 for form in earlier or []]
    found = _chosen(table, known, before, names)
    if isinstance(found, Command):
        return found
    return [COMMUNICATION[number - 1] for number in sorted(found or [])] or None


def _chosen(
    table: AskContext,
    known: dict[int, str],
    earlier: list[int] | None,
    names: Sequence[Sequence[str]] = (),
) -> list[int] | Command | None:
    """The numbers of what was chosen; what was chosen before where nothing is typed."""
    for number, text in known.items():
        table.prompter.show(f"{number:>3}  {text}")
    table.prompter.show(_("Numbers or a name; press Enter to skip."), "quiet")
    if earlier:
        told = _("Earlier answer: {answer} (Enter keeps it, arrow up brings it back)")
        table.prompter.show(told.format(answer=_listed(earlier)), "quiet")
    shown = list(known)

    def read(text: str) -> list[int] | None:
        if is_no_answer(text):
            return None
        found = parse.picks(text, names or [(each,) for each in known.values()], shown)
        return [shown[place] for place in found] or None

    return value(table, read, earlier or None, earlier=_listed(earlier or []))


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))


CHOICES: dict[str, Asker] = {
    "objectives": _objectives,
    "talents": _talents,
    "communication": _communication,
}
