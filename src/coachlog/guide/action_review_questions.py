"""Asks what came of earlier actions."""

from datetime import date
from typing import cast

from coachlog.base.texts import _
from coachlog.dates.show import show_short
from coachlog.guide.question_context import AskContext
from coachlog.guide.questions import ask_parsed, ask_value
from coachlog.guide.review_words import (
    ReviewedAction,
    ReviewWord,
    parse_review,
    parse_reviews,
    review_words,
    words_not_commands,
)
from coachlog.interview.fills import ActionReview
from coachlog.interview.method import Question
from coachlog.interview.situation import ActionFact
from coachlog.journal.common.marks import doer_text
from coachlog.values import parse

LISTED = 5
"""The most open actions that are asked about."""


PLAN = ("obstacle_came", "plan_helped")
"""The fields of a review about an if-then plan, in the order of their questions."""


def ask_action_review(
    context: AskContext, _question: Question, earlier_answer: list[ActionReview] | None
) -> list[ActionReview] | None:
    """Ask what came of each action: all of them on one line, or one after the other.

    After a status with a `+`, more is asked about that action.
    """
    status_words = review_words()
    legend = " · ".join(f"{word.letter} = {word.words}" for word in status_words)
    context.prompter.show(legend + " · + = " + _("say more"), "quiet")
    reviews: dict[int, ActionReview] = {
        review["action"]: review for review in context.partial_value or []
    }
    actions = context.interview.situation.actions[:LISTED]
    if len(actions) > 1 and not reviews:
        answers = _ask_reviews(context, actions, status_words)
        if not answers:
            return earlier_answer
        reviews = {
            number: _as_review(number, answer, actions) for number, answer in answers.items()
        }
        context.save_partial(list(reviews.values()))
    for action in actions:
        review = reviews.get(action.number) or _ask_review(context, action, status_words)
        if action.number not in reviews:
            reviews[action.number] = review
            context.save_partial(list(reviews.values()))
        _ask_details(context, action, review, list(reviews.values()))
    # An action without a status was skipped: its earlier review stays.
    combined = {review["action"]: review for review in earlier_answer or []}
    combined |= {number: review for number, review in reviews.items() if review.get("status")}
    return list(combined.values()) or None


def _ask_reviews(
    context: AskContext, actions: tuple[ActionFact, ...], status_words: tuple[ReviewWord, ...]
) -> dict[int, ReviewedAction | None]:
    """Ask for all *actions* on one line; return the answers by action number."""
    for action in actions:
        _show_action(context, action)
    first, second = (action.number for action in actions[:2])
    # The words for "done" and for "not yet".
    example = f"{first} {status_words[0].words}, {second} {status_words[2].words}"
    instructions = _("All on one line: {example}. Enter skips them.")
    context.prompter.show(instructions.format(example=example), "quiet")
    numbers = [action.number for action in actions]

    def read(text: str) -> dict[int, ReviewedAction | None]:
        return parse_reviews(text, numbers, status_words)

    return ask_parsed(
        context, read, mark=_mark(status_words), words=words_not_commands(status_words)
    )


def _ask_review(
    context: AskContext, action: ActionFact, status_words: tuple[ReviewWord, ...]
) -> ActionReview:
    """Ask what came of one action; return its review, without a status where nothing is typed."""
    _show_action(context, action)
    answer = ask_parsed(
        context,
        lambda text: parse_review(text, status_words),
        mark=_mark(status_words),
        words=words_not_commands(status_words),
    )
    return _as_review(action.number, answer, (action,))


def _mark(status_words: tuple[ReviewWord, ...]) -> str:
    return "/".join(word.letter for word in status_words) + " ›"


def _as_review(
    number: int, answer: ReviewedAction | None, actions: tuple[ActionFact, ...]
) -> ActionReview:
    """Return *answer* as the review of action *number*, one of *actions*.

    Where it has a `+`, "asking" lists the fields that are still to be asked. Without an *answer*
    the review has no status.
    """
    if answer is None:
        return {"action": number}
    if answer.remark:
        return {"action": number, "status": answer.status, "outcome": answer.remark}
    review: ActionReview = {"action": number, "status": answer.status}
    if answer.wants_more:
        has_plan = any(action.plan for action in actions if action.number == number)
        review["asking"] = ["outcome", *(PLAN if has_plan else ())]
    return review


def _show_action(context: AskContext, action: ActionFact) -> None:
    """Show an action, with who does it and when it is due."""
    details = [doer_text(action.done_by)]
    if action.due_on:
        due_on = date.fromisoformat(action.due_on)
        details.append(show_short(due_on, context.interview.language, context.today))
    suffix = f"  ({', '.join(filter(None, details))})" if any(details) else ""
    context.prompter.show(f"{action.number}  {action.what}{suffix}", "note")


def _ask_details(
    context: AskContext, action: ActionFact, review: ActionReview, reviews: list[ActionReview]
) -> None:
    """Ask for the fields that *review* lists as "asking", and put the answers in it.

    *review* is one of *reviews*, which are saved after each answer.
    """
    while fields := review.get("asking"):
        answer = _ask_detail(context, action, fields[0])
        review |= cast("ActionReview", {fields[0]: answer})
        # If the obstacle did not come, there is nothing to ask about the plan against it.
        plan_was_not_needed = fields[0] == "obstacle_came" and answer is False
        review["asking"] = [] if plan_was_not_needed else fields[1:]
        context.save_partial(reviews)
    review.pop("asking", None)


def _ask_detail(context: AskContext, action: ActionFact, field: str) -> str | bool | None:
    """Ask for one field of a review; return None where nothing is answered.

    The questions about the plan are those of a stage that all methods share.
    """
    if field == "outcome":
        context.prompter.show(_("What came of it?"), "question")
    else:
        stage = context.interview.common.stage("plan_review")
        if stage is None:
            return None
        if field == PLAN[0]:  # the plan is shown once, before the first question about it
            context.prompter.show(str(action.plan), "quiet")
        question = stage.questions[PLAN.index(field)]
        context.prompter.show(question.ask(context.interview.language), "question")
    if field == "obstacle_came":
        return ask_value(context, parse.yes_no, None, mark=_("(y/n)") + " ›")
    return ask_value(context, parse.text, None)
