"""Ends a conversation early: gives each question that is left the answer of a bare Enter."""

from collections.abc import Callable

from coachlog.base.errors import CoachlogError
from coachlog.guide.question_context import AskContext
from coachlog.guide.safekeeping import Safekeeping
from coachlog.interview.conversation import without
from coachlog.interview.method import Question
from coachlog.terminal.prompter import Prompt


def with_enter_prompter(context: AskContext) -> AskContext:
    """Return *context* with a prompter that answers every prompt with Enter and shows nothing."""

    def do_not_save(_value: object) -> None:
        """Save nothing: the whole conversation is saved once, afterwards."""

    return context._replace(
        prompter=_EnterPrompter(),
        nudges=False,
        save_text=do_not_save,
        note_typed=do_not_save,
        save_partial=do_not_save,
    )


def answer_rest(guide: Safekeeping, press_enter: Callable[[Question], object]) -> None:
    """Answer every question that is left with what *press_enter* returns for it.

    A question whose half-typed text is refused as an answer stays to be asked.
    """
    interview = guide.draft.interview
    refused_ids: list[str] = []
    tried_ids: set[str] = set()
    while question := _next_unanswered(guide, tried_ids):
        tried_ids.add(question.id)
        interview.current_id = question.id
        try:
            answer = press_enter(question)
        except CoachlogError:
            refused_ids.append(question.id)
            continue
        interview.answers[question.id] = answer
        _drop_partial_answer(guide, question)
    # "after" means that the notes are still to be asked for; they no longer are.
    guide.draft = guide.draft._replace(head=without(guide.draft.head, "after"))
    interview.current_id = refused_ids[0] if refused_ids else None
    interview.changing = True  # from now on, only questions without an answer follow


def has_begun(guide: Safekeeping) -> bool:
    """Whether a question was left with another answer half-typed or with a part of a list."""
    begun_ids = _begun_ids(guide)
    return any(question.id in begun_ids for question in guide.draft.interview.path)


class _EnterPrompter:
    """A Prompter for somebody who presses Enter at every prompt."""

    first_shown: Callable[[], None] | None = None
    rows = 0

    def ask(self, prompt: Prompt) -> str:
        """Return the text that stands at the prompt. Raises a CoachlogError if it is refused."""
        if not prompt.asks_back:  # a confirmation: Enter would remove a line of a list
            return "n"
        if prompt.check:
            prompt.check(prompt.initial_text)
        return prompt.initial_text

    def show(self, text: str = "", style: str = "") -> None:
        """Show nothing: nobody looks."""


def _next_unanswered(guide: Safekeeping, tried_ids: set[str]) -> Question | None:
    """Return the first question to answer that was not tried yet; None if there is none.

    A question with an answer counts too where the coach began to type another one.
    """
    interview, begun_ids = guide.draft.interview, _begun_ids(guide)
    for question in interview.path:
        is_open = question.id not in interview.answers or question.id in begun_ids
        if is_open and question.id not in tried_ids:
            return question
    return None


def _begun_ids(guide: Safekeeping) -> set[str]:
    return {*guide.draft.partial_texts, *guide.draft.partial_values}


def _drop_partial_answer(guide: Safekeeping, question: Question) -> None:
    guide.draft = guide.draft._replace(
        partial_texts=without(guide.draft.partial_texts, question.id),
        partial_values=without(guide.draft.partial_values, question.id),
    )
