"""How questions with several parts are asked: goals, options, actions, the look-back."""

from typing import Any

from coachlog import kinds
from coachlog.dateshow import show_short
from coachlog.interview.method import Question
from coachlog.interview.path import ActionFact, GoalFact, least_sure
from coachlog.journal.session.asking import Asker, Table, day, figure, lines, typed
from coachlog.journal.session.option_lines import option_line, option_of
from coachlog.journal.session.review_words import ReviewWord, review_words, reviewed
from coachlog.terminal.commands_typed import Command
from coachlog.texts import _

LISTED = 5
"""So many open actions and goals are looked back at, at most."""


def _goal(table: Table, _question: Question, earlier: dict[str, Any] | None) -> Any:
    goals = table.interview.situation.goals
    for goal in goals:
        table.prompter.show(f"  {goal.number}  {goal.statement}")
    if goals:
        table.prompter.show(_("Type the number of a goal to go on with it, or write a new one."), "quiet")

    def read(text: str) -> dict[str, Any] | None:
        typed_number = text.strip().removeprefix("#")
        if goals and typed_number.isascii() and typed_number.isdigit():
            number = kinds.choice(typed_number, [str(goal.number) for goal in goals])
            return {"number": int(str(number))}
        statement = kinds.text(text)
        return {"statement": statement} if statement else None

    shown = str(earlier.get("statement") or earlier.get("number")) if earlier else ""
    answer = typed(table, earlier=shown, check=read)
    return answer if isinstance(answer, Command) else read(answer) or earlier


def _options(table: Table, question: Question, earlier: list[dict[str, Any]] | None) -> Any:
    again = question.again or {}
    few = (
        _("Is there one more? With three there is a real choice. Enter goes on.")
        if table.nudges and again
        else ""
    )
    found = lines(
        table, [option_line(each) for each in earlier or []], again.get(table.interview.language, ""), few
    )
    if isinstance(found, Command):
        return found
    return [option_of(text) for text in found] or None


def _weigh(table: Table, _question: Question, earlier: list[dict[str, Any]] | None) -> Any:
    options = _options_so_far(table)
    for place, text in enumerate(options, 1):
        table.prompter.show(f"  {place}  {text}")

    def read(text: str) -> list[str]:
        places = [kinds.scale(word, 1, len(options)) for word in text.replace(",", " ").split()]
        return [options[place - 1] for place in dict.fromkeys(places) if place]

    table.prompter.show(_("Type the numbers of what appeals most, for example 1 3."), "quiet")
    answer = typed(table, check=read)
    if isinstance(answer, Command):
        return answer
    weighed = []
    for text in read(answer):
        table.prompter.show(text, "note")
        arguments = [_argument(table, mark) for mark in (_("for") + " ›", _("against") + " ›")]
        stopped = next((each for each in arguments if isinstance(each, Command)), None)
        if stopped:
            return stopped
        weighed.append({"option": text, "pros": arguments[0], "cons": arguments[1]})
        table.keep_part(weighed)
    return weighed or earlier


def _argument(table: Table, mark: str) -> str | Command | None:
    answer = typed(table, mark=mark, half="")
    return answer if isinstance(answer, Command) else kinds.text(answer)


def _options_so_far(table: Table) -> list[str]:
    interview = table.interview
    given = [interview.given.get(each.id) for each in interview.path if each.fills == "options"]
    return [option["text"] for options in given for option in options or []]


def _actions(table: Table, _question: Question, earlier: list[dict[str, Any]] | None) -> Any:
    """What, and by when, until an empty line; the number of an option stands for its text."""
    options = _options_so_far(table)
    for place, text in enumerate(options, 1):
        table.prompter.show(f"  {place}  {text}")
    if options:
        table.prompter.show(_("Type the number of an option, or write what will be done."), "quiet")
    actions: list[dict[str, Any]] = list(table.part or earlier or [])
    for place, action in enumerate(actions, 1):
        table.prompter.show(f"  {place}  {action['what']}", "quiet")
    half = table.half
    while True:
        answer = typed(table, mark=f"{len(actions) + 1} ›", half=half)
        half = ""
        if isinstance(answer, Command):
            return answer
        what = kinds.text(answer)
        if what is None:
            return actions or None
        place = int(what) if what.isascii() and what.isdigit() and len(what) < 4 else 0
        option = options[place - 1] if 0 < place <= len(options) else None
        due = day(table._replace(half=""), None, _("by when") + " ›")
        if isinstance(due, Command):
            return due
        actions.append({"what": option or what, "due_on": due, "option": option})
        table.keep_part(actions)
        table.prompter.show(_("Another action? An empty line goes on."), "quiet")


def _confidence(table: Table, question: Question, earlier: list[int | None] | None) -> Any:
    """A figure for each action; when it is scored again only for the one that is least sure."""
    interview = table.interview
    given = {
        each.fills: interview.given.get(each.id)
        for each in interview.path
        if each.fills and each.id != question.id
    }
    actions = given.get("actions") or []
    figures: list[int | None] = (
        list(earlier or given.get("actions.confidence") or []) + [None] * len(actions)
    )[: len(actions)]
    weakest = least_sure(figures) if question.stage == "confidence" else None
    for place, action in enumerate(actions):
        if weakest in (None, place):
            if len(actions) > 1:
                table.prompter.show(f"{place + 1}  {action['what']}", "note")
            said = figure(table, 1, figures[place])
            if isinstance(said, Command):
                return said
            figures[place] = said
            table.keep_part(figures)
    return figures if any(each is not None for each in figures) else None


def _if_then(table: Table, _question: Question, earlier: dict[str, Any] | None) -> Any:
    before = earlier or {}
    part = table.part or {}
    obstacle = part.get("obstacle") or typed(table, mark=_("if") + " ›", earlier=before.get("obstacle") or "")
    if isinstance(obstacle, Command) or not obstacle.strip():
        return obstacle if isinstance(obstacle, Command) else earlier
    table.keep_part({"obstacle": obstacle})
    plan = typed(table, mark=_("then") + " ›", half="", earlier=before.get("plan") or "")
    if isinstance(plan, Command):
        return plan
    said = {"obstacle": kinds.text(obstacle), "plan": kinds.text(plan) or before.get("plan")}
    return {key: value for key, value in said.items() if value}


def _action_review(table: Table, _question: Question, earlier: list[dict[str, Any]] | None) -> Any:
    actions = table.interview.situation.actions[:LISTED]
    words = review_words()
    table.prompter.show(" · ".join(f"{word.letter} = {word.words}" for word in words), "quiet")
    reviews = {each["action"]: each for each in table.part or earlier or []}
    for action in actions:
        if table.part and action.number in reviews:
            continue
        said = _review(table, action, words)
        if isinstance(said, Command):
            return said
        if said:
            reviews[action.number] = said
        table.keep_part(list(reviews.values()))
    return list(reviews.values()) or None


def _review(table: Table, action: ActionFact, words: tuple[ReviewWord, ...]) -> Any:
    language = table.interview.language
    due = ""
    if action.due_on:
        from datetime import date

        due = "  (" + show_short(date.fromisoformat(action.due_on), language, table.today) + ")"
    table.prompter.show(f"{action.number}  {action.what}{due}", "note")
    mark = "/".join(word.letter for word in words) + " ›"
    answer = typed(table, mark=mark, half="", check=lambda text: reviewed(text, words))
    if isinstance(answer, Command):
        return answer
    said = reviewed(answer, words)
    if said is None:
        return None
    review: dict[str, Any] = {"action": action.number, "status": said.status}
    return _more_of(table, action, review) if said.more else review


def _more_of(table: Table, action: ActionFact, review: dict[str, Any]) -> Any:
    """What it brought, and how the if-then plan went: only where the coach asked for it."""
    table.prompter.show(_("What did it bring?"), "question")
    outcome = typed(table, half="")
    if isinstance(outcome, Command):
        return outcome
    review["outcome"] = kinds.text(outcome)
    stage = table.interview.common.stage("plan_review")
    if not action.plan or not stage:
        return review
    table.prompter.show(action.plan, "quiet")
    review["plan"] = []
    for question in stage.questions:
        table.prompter.show(question.ask(table.interview.language), "question")
        is_choice = question.kind == "yes_no"
        answer = typed(
            table, half="", mark="(y/n) ›" if is_choice else "›", check=kinds.yes_no if is_choice else None
        )
        if isinstance(answer, Command):
            return answer
        review["plan"].append(kinds.yes_no(answer) if is_choice else kinds.text(answer))
    return review


def _goal_scores(table: Table, _question: Question, earlier: list[dict[str, Any]] | None) -> Any:
    table.prompter.show(_("Enter leaves a figure as it is; v = reached."), "quiet")
    scores = {each["goal"]: each for each in table.part or earlier or []}
    for goal in table.interview.situation.goals[:LISTED]:
        if table.part and goal.number in scores:
            continue
        said = _goal_score(table, goal)
        if isinstance(said, Command):
            return said
        if said:
            scores[goal.number] = said
        table.keep_part(list(scores.values()))
    return list(scores.values()) or None


def _goal_score(table: Table, goal: GoalFact) -> Any:
    last = "–" if goal.score is None else str(goal.score)
    target = "" if goal.target is None else f" → {goal.target}"
    table.prompter.show(f"{goal.number}  {goal.statement}  ({last}{target})", "note")

    def read(text: str) -> dict[str, Any] | None:
        if text.strip().casefold() in _REACHED:
            return {"goal": goal.number, "score": None, "status": "achieved"}
        score = kinds.scale(text.strip(), 0, 10)
        return None if score is None else {"goal": goal.number, "score": score}

    answer = typed(table, mark="0-10 ›", half="", check=read)
    return answer if isinstance(answer, Command) else read(answer)


_REACHED = frozenset(("v", "✓", "bereikt", "atteint", "reached", "achieved"))

PARTS: dict[str, Asker] = {
    "goal": _goal,
    "options": _options,
    "weigh": _weigh,
    "actions": _actions,
    "if_then": _if_then,
    "action_review": _action_review,
    "goal_scores": _goal_scores,
    "confidences": _confidence,
}
