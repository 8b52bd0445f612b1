"""How the look-back is asked: what came of actions, where goals stand."""

from datetime import date
from typing import cast

from coachlog.base.languages import SPOKEN
from coachlog.base.phrases import phrases
from coachlog.base.texts import _, language
from coachlog.dates.show import show_short
from coachlog.guide.answer_row import in_a_row
from coachlog.guide.question_context import AskContext, Asker
from coachlog.guide.questions import typed
from coachlog.guide.review_words import (
    ReviewedAction,
    ReviewWord,
    own_words,
    review_words,
    reviewed,
    reviewed_in_a_row,
)
from coachlog.interview.fills import ActionReview, GoalScore
from coachlog.interview.method import Question
from coachlog.interview.situation import ActionFact, GoalFact
from coachlog.journal.common.standing import doer
from coachlog.terminal.prompt_commands import Command
from coachlog.values import parse

LISTED = 5
"""The most open actions and goals that are looked back at."""

PLAN = ("obstacle_came", "plan_helped")
"""What the questions about an if-then plan fill, in their order."""


def _action_review(
    table: AskContext, _question: Question, earlier: list[ActionReview] | None
) -> list[ActionReview] | Command | None:
    """What came of each action: all of them on one line, or one after the other."""
    words = review_words()
    legend = " · ".join(f"{word.letter} = {word.words}" for word in words)
    table.prompter.show(legend + " · + = " + _("say more"), "quiet")
    reviews = {each["action"]: each for each in earlier or []}
    given = {each["action"]: each for each in table.part or []}
    actions = table.interview.situation.actions[:LISTED]
    if len(actions) > 1 and not given:
        row = _row(table, actions, words)
        if isinstance(row, Command):
            return row
        if not row:
            return earlier
        given = {number: _as_review(number, said, actions) for number, said in row.items()}
        table.keep_part(list(given.values()))
    for action in actions:
        said = given.get(action.number) or _review(table, action, words)
        if isinstance(said, Command):
            return said
        if action.number not in given:
            given[action.number] = said
            table.keep_part(list(given.values()))
        stopped = _more_of(table, action, said, list(given.values()))
        if stopped:
            return stopped
    reviews |= {number: said for number, said in given.items() if said.get("status")}
    return list(reviews.values()) or None


def _row(
    table: AskContext, actions: tuple[ActionFact, ...], words: tuple[ReviewWord, ...]
) -> dict[int, ReviewedAction | None] | Command:
    for action in actions:
        _show_action(table, action)
    first, second = (action.number for action in actions[:2])
    example = f"{first} {words[0].words}, {second} {words[2].words}"
    told = _("All on one line: {example}. Enter skips them.")
    table.prompter.show(told.format(example=example), "quiet")
    numbers = [action.number for action in actions]
    mark = "/".join(word.letter for word in words) + " ›"
    own = own_words(words)
    answer = typed(
        table, mark=mark, check=lambda text: reviewed_in_a_row(text, numbers, words), words=own
    )
    return answer if isinstance(answer, Command) else reviewed_in_a_row(answer, numbers, words)


def _as_review(
    number: int, said: ReviewedAction | None, actions: tuple[ActionFact, ...]
) -> ActionReview:
    if said is None:
        return {"action": number}
    if said.remark:
        return {"action": number, "status": said.status, "outcome": said.remark}
    plan = any(action.plan for action in actions if action.number == number)
    review: ActionReview = {"action": number, "status": said.status}
    return review | {"asking": ["outcome", *(PLAN if plan else ())]} if said.more else review


def _show_action(table: AskContext, action: ActionFact) -> None:
    told = [doer(action.done_by)]
    if action.due_on:
        due = date.fromisoformat(action.due_on)
        told.append(show_short(due, table.interview.language, table.today))
    standing = f"  ({', '.join(filter(None, told))})" if any(told) else ""
    table.prompter.show(f"{action.number}  {action.what}{standing}", "note")


def _review(
    table: AskContext, action: ActionFact, words: tuple[ReviewWord, ...]
) -> ActionReview | Command:
    _show_action(table, action)
    mark = "/".join(word.letter for word in words) + " ›"
    answer = typed(
        table, mark=mark, check=lambda text: reviewed(text, words), words=own_words(words)
    )
    if isinstance(answer, Command):
        return answer
    return _as_review(action.number, reviewed(answer, words), (action,))


def _more_of(
    table: AskContext, action: ActionFact, review: ActionReview, reviews: list[ActionReview]
) -> Command | None:
    """What it brought, where the coach wants to say it, and how the if-then plan went."""
    while still := review.get("asking"):
        answer = _asked(table, action, still[0])
        if isinstance(answer, Command):
            return answer
        review |= cast("ActionReview", {still[0]: answer})
        # Without the obstacle there was nothing to do about it.
        nothing_came = still[0] == "obstacle_came" and answer is False
        review["asking"] = [] if nothing_came else still[1:]
        table.keep_part(reviews)
    review.pop("asking", None)
    return None


def _asked(table: AskContext, action: ActionFact, field: str) -> str | bool | Command | None:
    """Ask one *field* of a review."""
    if field == "outcome":
        table.prompter.show(_("What came of it?"), "question")
    else:
        stage = table.interview.common.stage("plan_review")
        question = stage.questions[PLAN.index(field)] if stage else None
        if question is None:
            return None
        if field == PLAN[0]:
            table.prompter.show(str(action.plan), "quiet")
        table.prompter.show(question.ask(table.interview.language), "question")
    if field == "obstacle_came":
        answer = typed(table, mark=_("(y/n)") + " ›", check=parse.yes_no)
        return answer if isinstance(answer, Command) else parse.yes_no(answer)
    answer = typed(table, check=parse.text)
    return answer if isinstance(answer, Command) else parse.text(answer)


def _goal_scores(
    table: AskContext, _question: Question, earlier: list[GoalScore] | None
) -> list[GoalScore] | Command | None:
    """Ask where each goal stands: all figures on one line, or one after the other."""
    scores = {each["goal"]: each for each in earlier or []}
    given = {each["goal"]: each for each in table.part or []}
    goals = table.interview.situation.goals[:LISTED]
    together = len(goals) > 1 and not given
    table.prompter.show(_how_to_score(len(goals) if together else 1), "quiet")
    if together:
        for goal in goals:
            _show_goal(table, goal)
        row = _figures(table, len(goals))
        if isinstance(row, Command):
            return row
        if not row:
            return earlier
        given = {goal.number: _score(goal, said) for goal, said in zip(goals, row, strict=False)}
        table.keep_part(list(given.values()))
    for goal in goals:
        if goal.number in given:
            continue
        said = _goal_score(table, goal)
        if isinstance(said, Command):
            return said
        given[goal.number] = said
        table.keep_part(list(given.values()))
    scores |= {number: said for number, said in given.items() if len(said) > 1}
    return list(scores.values()) or None


def _how_to_score(goals: int) -> str:
    if goals < 2:
        return _("Enter leaves a figure as it is; v = reached.")
    example = " ".join(("5", "7", SPOKEN[language()].reached, "6", "8")[:goals])
    told = _("All on one line: {example}. v = reached; Enter leaves them as they are.")
    return told.format(example=example)


def _figures(table: AskContext, most: int) -> list[GoalScore | None] | Command:
    answer = typed(table, mark="0-10 ›", check=lambda text: in_a_row(text, most, _figure))
    return answer if isinstance(answer, Command) else in_a_row(answer, most, _figure)


def _figure(text: str) -> GoalScore | None:
    if text.strip().casefold() in _REACHED:
        return {"score": None, "status": "achieved"}
    score = parse.scale(text.strip(), 0, 10)
    return None if score is None else {"score": score}


def _show_goal(table: AskContext, goal: GoalFact) -> None:
    last = "–" if goal.score is None else str(goal.score)
    target = "" if goal.target is None else f" → {goal.target}"
    table.prompter.show(f"{goal.number}  {goal.statement}  ({last}{target})", "note")


def _goal_score(table: AskContext, goal: GoalFact) -> GoalScore | Command:
    _show_goal(table, goal)
    answer = typed(table, mark="0-10 ›", check=_figure)
    if isinstance(answer, Command):
        return answer
    return _score(goal, _figure(answer))


def _score(goal: GoalFact, figure: GoalScore | None) -> GoalScore:
    return {"goal": goal.number, **(figure or {})}


_REACHED = frozenset(
    phrases("""
v | b | a | ✓ | ✔ | x | ok | bereikt | gehaald | gelukt | doel bereikt | klaar | atteint | atteinte
objectif atteint | reussi | fini | reached | achieved | goal reached | done | met
""")
)

LOOK_BACK: dict[str, Asker] = {"action_review": _action_review, "goal_scores": _goal_scores}
