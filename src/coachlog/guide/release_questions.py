"""Asks what may be passed on: to whom, in which exact words, and whether the person agrees."""

from typing import TypedDict

from coachlog.base.texts import _
from coachlog.guide.draft import GuideDraft
from coachlog.guide.no_answer import is_no_answer
from coachlog.guide.question_context import AskContext
from coachlog.guide.questions import ask_parsed, ask_value
from coachlog.interview.conversation import Conversation
from coachlog.interview.fills import AgreedText
from coachlog.interview.method import Question
from coachlog.journal.release.fields import is_same
from coachlog.terminal.prompter import question_mark
from coachlog.values import parse


class _ReleaseProgress(TypedDict, total=False):
    """How far the question is: what was agreed, and the reader and the words that come next."""

    copies: list[AgreedText]
    to_whom: str
    text: str


def ask_release(
    context: AskContext, question: Question, earlier_answer: list[AgreedText] | str | None
) -> list[AgreedText] | str | None:
    """Ask for readers, each with the words for them; return what was agreed, which may be nothing.

    None where nothing was agreed at all: Enter alone says so unless the question is a core one.
    Words to which the person does not agree stay here. A text comes from a draft
    from before this was asked reader by reader: Enter keeps it.
    """
    older_text = earlier_answer if isinstance(earlier_answer, str) else None
    earlier_copies = None if isinstance(earlier_answer, str) else earlier_answer
    progress: _ReleaseProgress = context.partial_value or _ReleaseProgress(
        copies=list(earlier_copies or [])
    )
    _show_copies(context, progress)
    context.prompter.show(_hint(question, progress["copies"]), "quiet")
    is_talked_of = question.core
    while True:
        to_whom = progress.get("to_whom") or ask_parsed(
            context, parse.line, mark=_("to whom") + " ›"
        )
        is_talked_of = is_talked_of or bool(to_whom)
        if not to_whom or is_no_answer(to_whom):
            break
        copy = _ask_words(context, progress | {"to_whom": to_whom})
        progress = {"copies": _with_copy(progress["copies"], to_whom, copy)}
        context.save_partial(progress)
    copies = progress["copies"]
    if copies or older_text or not is_talked_of:
        return copies or older_text or earlier_copies
    return _ask_nothing(context)


def _with_copy(copies: list[AgreedText], to_whom: str, copy: AgreedText | None) -> list[AgreedText]:
    """Return *copies* with a new one for a reader; it replaces an earlier one, also by a no."""
    if copy is None:
        return copies
    others = [each for each in copies if not is_same(each["to_whom"], to_whom)]
    return others + ([copy] if copy["text"] else [])


def _hint(question: Question, copies: list[AgreedText]) -> str:
    """Return what can be typed for a reader, and what Enter alone means."""
    if question.core or copies:
        return _("Name one reader; Enter: nobody, or nobody else.")
    return _("Name one reader, or type “nobody” where that is agreed. Enter: on.")


def _show_copies(context: AskContext, progress: _ReleaseProgress) -> None:
    """Show what was agreed so far, unless it is shown only on request, and where it goes on."""
    if not context.veiled:
        for copy in progress["copies"]:
            context.prompter.show(_copy_line(copy["to_whom"], copy["text"]), "quiet")
    if "to_whom" in progress:
        line = _copy_line(progress["to_whom"], progress.get("text", ""))
        context.prompter.show(line, "note")


def _copy_line(to_whom: str, text: str) -> str:
    return "  " + _("{label}: {text}").format(label=to_whom, text=text)


def _ask_words(context: AskContext, progress: _ReleaseProgress) -> AgreedText | None:
    """Ask for the words for one reader, empty without agreement; None where none are given.

    Enter alone is no agreement.
    """
    to_whom, text = progress["to_whom"], progress.get("text")
    if text is None:
        context.save_partial(progress)
        text = ask_parsed(context, parse.text, mark=_("in these words") + " ›")
        if not text:
            return None
        context.save_partial(progress | {"text": text})
    name = context.interview.situation.name
    question = _("Does {name} agree to these very words?").format(name=name)
    mark = question_mark(context.prompter, question, _("(y/n)"))
    agreed = ask_value(context, parse.yes_no, None, mark=mark)
    if not agreed:
        context.prompter.show(_("Then nothing goes to {whom}.").format(whom=to_whom), "quiet")
        return {"to_whom": to_whom, "text": ""}
    return {"to_whom": to_whom, "text": text}


def _ask_nothing(context: AskContext) -> list[AgreedText] | None:
    """Ask whether nothing is passed on by agreement; [] if so, None if that was not talked of."""
    name = context.interview.situation.name
    question = _("Nothing is passed on: is that agreed with {name}?").format(name=name)
    return [] if context.ask_yes_no(question) else None


def complete_releases(conversation: Conversation, draft: GuideDraft) -> None:
    """Add to each release of *conversation* that the person agreed, on the day of the talk.

    None of it goes into the personnel file.
    """
    for copy in conversation.get("releases", []):
        copy["agreed_by"] = draft.display_name
        copy["released_on"] = draft.head["date"][:10]
        copy["personnel_file"] = False
