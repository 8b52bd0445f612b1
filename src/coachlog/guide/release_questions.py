"""Asks what may be passed on: to whom, in which exact words, and whether the person agrees."""

from coachlog.base.texts import _
from coachlog.guide.no_answer import is_no_answer
from coachlog.guide.question_context import AskContext
from coachlog.guide.questions import ask_text
from coachlog.interview.fills import PassedOn
from coachlog.interview.method import Question
from coachlog.journal.release.fields import is_same
from coachlog.terminal.prompt_commands import Command
from coachlog.terminal.prompter import ask_yes_no
from coachlog.values import parse


def ask_release(
    context: AskContext, question: Question, earlier_answer: list[PassedOn] | str | None
) -> list[PassedOn] | str | Command | None:
    """Ask for readers, each with the words for them; return what was agreed, which may be nothing.

    None where nothing was agreed at all: Enter alone says so unless the question is a core one.
    Words to which the person does not agree stay here. A text is what was said in a draft from
    before this was asked reader by reader: Enter keeps it.
    """
    said = earlier_answer if isinstance(earlier_answer, str) else None
    earlier_copies = None if isinstance(earlier_answer, str) else earlier_answer
    copies: list[PassedOn] = list(context.partial_value or earlier_copies or [])
    _show_copies(context, copies)
    context.prompter.show(_hint(question, copies), "quiet")
    is_talked_of = question.core
    while True:
        to_whom = _ask_line(context, _("to whom") + " ›")
        if isinstance(to_whom, Command):
            return to_whom
        is_talked_of = is_talked_of or bool(to_whom)
        if is_no_answer(to_whom):
            break
        copy = _ask_words(context, to_whom)
        if isinstance(copy, Command):
            return copy
        if copy is not None:  # it replaces what was agreed for this reader, also by a no
            copies = [each for each in copies if not is_same(each["to_whom"], to_whom)]
            copies += [copy] if copy["text"] else []
            context.save_partial(copies)
    if copies or said or not is_talked_of:
        return copies or said or earlier_copies
    return _ask_nothing(context)


def _hint(question: Question, copies: list[PassedOn]) -> str:
    """Return what can be typed for a reader, and what Enter alone means."""
    if question.core or copies:
        return _("Name one reader; Enter: nobody, or nobody else.")
    return _("Name one reader, or type “nobody” where that is agreed. Enter: on.")


def _show_copies(context: AskContext, copies: list[PassedOn]) -> None:
    """Show what was agreed so far, unless it is shown only on request."""
    if not context.veiled:
        for copy in copies:
            context.prompter.show(f"  {copy['to_whom']}: {copy['text']}", "quiet")


def _ask_line(context: AskContext, mark: str) -> str | Command:
    answer = ask_text(context, parse.line, mark=mark)
    return answer if isinstance(answer, Command) else parse.line(answer) or ""


def _ask_words(context: AskContext, to_whom: str) -> PassedOn | Command | None:
    """Ask for the words for one reader, empty without agreement; None where none are given."""
    answer = ask_text(context, parse.text, mark=_("in these words") + " ›")
    if isinstance(answer, Command):
        return answer
    text = parse.text(answer)
    if not text:
        return None
    name = context.interview.situation.name
    agreed = ask_yes_no(
        context.prompter, _("Does {name} agree to these very words?").format(name=name)
    )
    if isinstance(agreed, Command):
        return agreed
    if not agreed:
        context.prompter.show(_("Then nothing goes to {whom}.").format(whom=to_whom), "quiet")
        return {"to_whom": to_whom, "text": ""}
    return {"to_whom": to_whom, "text": text}


def _ask_nothing(context: AskContext) -> list[PassedOn] | Command | None:
    """Ask whether nothing is passed on by agreement; [] if so, None if that was not talked of."""
    name = context.interview.situation.name
    question = _("Nothing is passed on: is that agreed with {name}?").format(name=name)
    agreed = ask_yes_no(context.prompter, question)
    if isinstance(agreed, Command):
        return agreed
    return [] if agreed else None
