"""Asks where each goal stands, and in the last conversation how it ends."""

from coachlog.base.languages import SPOKEN
from coachlog.base.phrases import phrases
from coachlog.base.texts import N_, _, in_each_language, language
from coachlog.guide.answer_row import parse_answer_row
from coachlog.guide.question_context import AskContext
from coachlog.guide.questions import ask_parsed
from coachlog.interview.fills import GoalScore
from coachlog.interview.method import Question
from coachlog.interview.situation import GoalFact
from coachlog.terminal.prompter import numbers_mark
from coachlog.values import parse

LISTED = 5
"""The most goals that are asked about."""


OUTCOMES = {"achieved": N_("Achieved"), "active": N_("Goes on"), "dropped": N_("Dropped")}
"""How a goal ends, by its status from then on; not translated yet."""


_REACHED = frozenset(
    phrases("""
v | b | a | ✓ | ✔ | x | ok | bereikt | gehaald | gelukt | doel bereikt | klaar | atteint | atteinte
objectif atteint | reussi | fini | reached | achieved | goal reached | done | met
""")
)


def ask_goal_scores(
    context: AskContext, question: Question, earlier_answer: list[GoalScore] | None
) -> list[GoalScore] | None:
    """Ask where each goal stands, 0 to 10: all on one line, or one after the other.

    Where the *question* has `outcome`, it is asked after that how each goal ends.
    """
    scores: dict[int, GoalScore] = {score["goal"]: score for score in context.partial_value or []}
    goals = context.interview.situation.goals[:LISTED]
    on_one_line = len(goals) > 1 and not scores  # unless some were scored before a stop
    context.prompter.show(_scoring_hint(len(goals) if on_one_line else 1), "quiet")
    if on_one_line:
        for goal in goals:
            _show_goal(context, goal)
        row = _ask_scores(context, len(goals))
        if not (row or question.outcome):
            return earlier_answer
        # A row may be shorter than the list of goals.
        scores = {goal.number: _score(goal, score) for goal, score in zip(goals, row, strict=False)}
        context.save_partial(list(scores.values()))
    for goal in goals:
        if goal.number in scores:
            continue
        _show_goal(context, goal)
        score = ask_parsed(context, _parse_score, mark="0-10 ›")
        scores[goal.number] = _score(goal, score)
        context.save_partial(list(scores.values()))
    if question.outcome:
        _ask_outcomes(context, goals, scores)
    # A score with its goal alone was skipped: the earlier one stays.
    combined = {score["goal"]: score for score in earlier_answer or []}
    combined |= {number: score for number, score in scores.items() if score.keys() != {"goal"}}
    return list(combined.values()) or None


def _scoring_hint(goal_count: int) -> str:
    """Return how to answer, with an example of a score for each goal if there are several."""
    if goal_count < 2:
        return _("Enter leaves a figure as it is; v = reached.")
    example = " ".join(("5", "7", SPOKEN[language()].reached, "6", "8")[:goal_count])
    hint = _("All on one line: {example}. v = reached; Enter leaves them as they are.")
    return hint.format(example=example)


def _ask_scores(context: AskContext, goal_count: int) -> list[GoalScore | None]:
    """Ask for the scores of all goals on one line; None in the list is a goal that was skipped."""

    def read(text: str) -> list[GoalScore | None]:
        return parse_answer_row(text, goal_count, _parse_score)

    return ask_parsed(context, read, mark="0-10 ›")


def _parse_score(text: str) -> GoalScore | None:
    """Return a score from 0 to 10, or that the goal is reached; None for an empty text.

    The number of the goal is not in it yet.
    """
    if text.strip().casefold() in _REACHED:
        return {"score": None, "status": "achieved"}
    score = parse.scale(text.strip(), 0, 10)
    return None if score is None else {"score": score}


def _score(goal: GoalFact, score: GoalScore | None) -> GoalScore:
    """Return *score* with the number of its *goal*; nothing but that number where it is None."""
    return {"goal": goal.number, **(score or {})}


def _show_goal(context: AskContext, goal: GoalFact) -> None:
    """Show a goal, with its latest score and its target."""
    last_score = "–" if goal.score is None else str(goal.score)
    target = "" if goal.target is None else f" → {goal.target}"
    context.prompter.show(f"{goal.number}  {goal.statement}  ({last_score}{target})", "note")


def _ask_outcomes(
    context: AskContext, goals: tuple[GoalFact, ...], scores: dict[int, GoalScore]
) -> None:
    """Ask how the *goals* end that have no outcome yet, and put it into *scores*.

    Enter alone leaves them going on.
    """
    open_goals = [goal for goal in goals if "status" not in scores.get(goal.number, {})]
    if not open_goals:
        return
    words = [_(outcome) for outcome in OUTCOMES.values()]
    choices = " · ".join(f"{number} {word}" for number, word in enumerate(words, 1))
    context.prompter.show(
        _("How does it end? {choices}. Enter: it goes on.").format(choices=choices)
    )
    if len(open_goals) > 1:
        for goal in open_goals:
            context.prompter.show(f"{goal.number}  {goal.statement}", "note")
        example = " ".join("1213"[: len(open_goals)])
        hint = _("One for each, on one line: {example}").format(example=example)
        context.prompter.show(hint, "quiet")

    def read(text: str) -> list[str | None]:
        return parse_answer_row(text, len(open_goals), _parse_outcome)

    row = ask_parsed(context, read, mark=numbers_mark(len(OUTCOMES)))
    outcomes = [*row, *[None] * len(open_goals)]  # a short row leaves the rest going on
    for goal, outcome in zip(open_goals, outcomes, strict=False):
        score = scores.setdefault(goal.number, {"goal": goal.number})
        score["status"] = outcome or "active"
    context.save_partial(list(scores.values()))


def _parse_outcome(text: str) -> str | None:
    """Return the status that a number or a word stands for; None for an empty text."""
    statuses = list(OUTCOMES)
    names = [(*in_each_language(word), status) for status, word in OUTCOMES.items()]
    index = parse.pick(text, names)
    return None if index is None else statuses[index]
