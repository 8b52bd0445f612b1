"""What follows from the role of the coach, while the questions are asked."""

from typing import cast

from coachlog.base.texts import N_, _
from coachlog.guide import opening
from coachlog.guide.draft import GuideDraft, load_methods
from coachlog.interview.method import Question
from coachlog.interview.method_files import DEFAULT, USUAL
from coachlog.journal.trajectory.roles import TASKS, Roles, advice
from coachlog.terminal.prompter import Prompter

VOLUNTARY = "first_agreement.01"
"""The question whether the coaching is voluntary."""
NOT_YET_AGREED = N_("Then talk that through first.")
NOT_AGREED = N_(
    "Then talk that through first. If it is not voluntary, it is better not to start: look for "
    "another person or another form of support."
)


def follow_kind(prompter: Prompter, draft: GuideDraft) -> None:
    """Say what the role asks of the coach, and go on by the method that is usual for it.

    A method that the coach chose by name stays.
    """
    prompter.show(_(TASKS[draft.kind]), "quiet")
    method_name = USUAL.get(draft.kind, DEFAULT)
    if draft.follows_kind and method_name != draft.interview.method.id:
        draft.interview.switch_method(load_methods(method_name).method)
        opening.show_method(prompter, draft.interview.method)


def show_consequences(
    prompter: Prompter, draft: GuideDraft, question: Question, answer: object
) -> None:
    """Show what to do first where nothing was agreed, and advice about other roles of the coach."""
    if question.stage == "first_agreement" and answer is False:
        text = NOT_AGREED if question.id == VOLUNTARY else NOT_YET_AGREED
        prompter.show(_(text), "note")
    next_question = draft.interview.current
    if next_question and next_question.when == "coach_appraises":
        return  # the advice depends on its answer
    noun, _dot, role = (question.fills or "").partition(".")
    if question.when == "coach_appraises":
        _show_advice(prompter, draft, "appraises", True)
    elif noun == "roles" and role in Roles._fields:
        _show_advice(prompter, draft, role, answer)


def _show_advice(prompter: Prompter, draft: GuideDraft, role: str, answer: object) -> None:
    """Show the advice about one role of the coach, if its answer asks for any."""
    this_role = Roles(**{role: cast("bool | None", answer)})
    for paragraph in advice(this_role, draft.kind, draft.display_name):
        prompter.show(paragraph, "note")
