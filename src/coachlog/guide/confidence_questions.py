"""Asks how sure each action is, from 1 to 10."""

from coachlog.base.texts import _
from coachlog.guide.answer_row import parse_answer_row
from coachlog.guide.question_context import AskContext
from coachlog.guide.questions import ask_figure, ask_parsed
from coachlog.interview.fills import AgreedAction
from coachlog.interview.method import Question
from coachlog.interview.path import least_sure_index
from coachlog.interview.record import field_values
from coachlog.values import parse


def ask_confidence(
    context: AskContext, question: Question, earlier_answer: list[int | None] | None
) -> list[int | None] | None:
    """Ask how sure each action is, 1 to 10: all on one line, or one by one.

    In the stage "confidence", after the if-then plan, only the least sure action is asked again.
    """
    filled = field_values(context.interview, excluding=question)
    actions = filled.get("actions", [])
    previous_scores = filled.get("actions.confidence", [])  # given before the if-then plan
    scores: list[int | None] = list(context.partial_value or earlier_answer or previous_scores)
    # The list of actions may have become longer or shorter since.
    scores = (scores + [None] * len(actions))[: len(actions)]
    is_repeat = question.stage == "confidence"
    if is_repeat:
        indexes = [least_sure_index(scores)]
    elif context.partial_value:  # the question was left halfway
        indexes = [index for index, score in enumerate(scores) if score is None]
    elif len(actions) == 1:
        indexes = [0]
    else:
        row = _ask_scores(context, actions, scores)
        for index, score in enumerate(row):
            if score is not None:
                scores[index] = score
        context.save_partial(scores)
        # An empty line skips them all; a short one leaves the rest to be asked one by one.
        indexes = list(range(len(row), len(actions))) if row else []
    # The repeated question names its action already, and a single action is clear.
    shown_actions = actions if len(actions) > 1 and not is_repeat else []
    _ask_scores_one_by_one(context, scores, indexes, shown_actions)
    return scores if any(score is not None for score in scores) else None


def _ask_scores_one_by_one(
    context: AskContext,
    scores: list[int | None],
    indexes: list[int],
    shown_actions: list[AgreedAction],
) -> None:
    """Ask for the scores at *indexes*, and put them into *scores*.

    Each action is shown above its prompt, unless *shown_actions* is empty.
    """
    for index in indexes:
        if shown_actions:
            context.prompter.show(f"{index + 1}  {shown_actions[index]['what']}", "note")
        scores[index] = ask_figure(context, 1, scores[index])
        context.save_partial(scores)


def _ask_scores(
    context: AskContext, actions: list[AgreedAction], earlier_scores: list[int | None]
) -> list[int | None]:
    """Ask for the confidence in all *actions* on one line, showing the *earlier_scores*."""
    for number, action in enumerate(actions, 1):
        context.prompter.show(f"{number}  {action['what']}", "note")
    example = " ".join(str(score) for score in (8, 5, 7, 9, 6)[: len(actions)])
    instructions = _("One score for each, on one line: {example}")
    context.prompter.show(instructions.format(example=example), "quiet")

    def read(text: str) -> list[int | None]:
        return parse_answer_row(text, len(actions), lambda word: parse.scale(word, 1, 10))

    earlier_row = ""
    if any(score is not None for score in earlier_scores):
        earlier_row = " ".join("-" if score is None else str(score) for score in earlier_scores)
    return ask_parsed(context, read, mark="1-10 ›", earlier=earlier_row)
