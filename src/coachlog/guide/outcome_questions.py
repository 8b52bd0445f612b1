"""Asks how each goal ends in the last conversation: reached, goes on, or let go."""

from coachlog.base.texts import N_, _, in_each_language
from coachlog.guide.answer_row import parse_answer_row
from coachlog.guide.question_context import AskContext
from coachlog.guide.questions import ask_text
from coachlog.interview.fills import GoalScore
from coachlog.interview.situation import GoalFact
from coachlog.terminal.prompt_commands import Command
from coachlog.terminal.prompter import numbers_mark
from coachlog.values import parse

OUTCOMES = {"achieved": N_("Achieved"), "active": N_("Goes on"), "dropped": N_("Dropped")}
"""How a goal ends, by its status from then on; not translated yet."""


def ask_outcomes(
    context: AskContext, goals: tuple[GoalFact, ...], scores: dict[int, GoalScore]
) -> Command | None:
    """Ask how the *goals* end that have no outcome yet, and put it into *scores*.

    Enter alone leaves them going on. Returns a command if the coach types one instead.
    """
    open_goals = [goal for goal in goals if "status" not in scores.get(goal.number, {})]
    if not open_goals:
        return None
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

    answer = ask_text(context, mark=numbers_mark(len(OUTCOMES)), check=read)
    if isinstance(answer, Command):
        return answer
    outcomes = [*read(answer), *[None] * len(open_goals)]  # a short row leaves the rest going on
    for goal, outcome in zip(open_goals, outcomes, strict=False):
        score = scores.setdefault(goal.number, {"goal": goal.number})
        score["status"] = outcome or "active"
    context.save_partial(list(scores.values()))
    return None


def _parse_outcome(text: str) -> str | None:
    """Return the status that a number or a word stands for; None for an empty text."""
    statuses = list(OUTCOMES)
    names = [(*in_each_language(word), status) for status, word in OUTCOMES.items()]
    index = parse.pick(text, names)
    return None if index is None else statuses[index]
