"""Ends the questions before their end: each that is left gets what an empty Enter would give it."""

from collections.abc import Callable

from coachlog.base.errors import CoachlogError
from coachlog.guide.question_context import AskContext
from coachlog.guide.safekeeping import Safekeeping
from coachlog.interview.conversation import without
from coachlog.interview.method import Question
from coachlog.terminal.prompt_commands import Command
from coachlog.terminal.prompter import Prompt


def silent(table: AskContext) -> AskContext:
    """*table* with somebody who presses Enter at every prompt, and sees nothing."""

    def nothing(_kept: object) -> None:
        """Keep nothing: it goes on the disk when all is through."""

    return table._replace(
        prompter=_Enter(), nudges=False, keep=nothing, note_typed=nothing, keep_part=nothing
    )


def finish(guide: Safekeeping, enter: Callable[[Question], object]) -> None:
    """Let nothing more be asked, but what stands half typed and will not do as an answer.

    *enter* gives the answer that Enter gives to a question.
    """
    interview = guide.draft.interview
    left: list[str] = []
    seen: set[str] = set()
    while question := _next(guide, seen):
        seen.add(question.id)
        interview.current_id = question.id
        try:
            given = enter(question)
        except CoachlogError:
            left.append(question.id)
            continue
        interview.answers[question.id] = None if isinstance(given, Command) else given
        _is_answered(guide, question)
    guide.draft = guide.draft._replace(head=without(guide.draft.head, "after"))
    interview.current_id = left[0] if left else None
    interview.changing = True


class _Enter:
    first_shown: Callable[[], None] | None = None
    rows = 0

    def ask(self, prompt: Prompt) -> str:
        """What stands there counts. Raises a CoachlogError."""
        if not prompt.asks_back:  # its yes would take something away
            return "n"
        if prompt.check:
            prompt.check(prompt.initial_text)
        return prompt.initial_text

    def show(self, text: str = "", style: str = "") -> None:
        """Show nothing: nobody looks."""


def _next(guide: Safekeeping, seen: set[str]) -> Question | None:
    """A question without an answer, or with more words than its answer has."""
    draft = guide.draft
    begun = {*draft.halves, *draft.parts}
    given = draft.interview.answers
    return next(
        (
            each
            for each in draft.interview.path
            if each.id not in seen and (each.id not in given or each.id in begun)
        ),
        None,
    )


def _is_answered(guide: Safekeeping, question: Question) -> None:
    guide.draft = guide.draft._replace(
        halves=without(guide.draft.halves, question.id),
        parts=without(guide.draft.parts, question.id),
    )
