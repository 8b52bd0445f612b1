"""How questions with several parts are asked: goals, options, actions."""

from typing import Any

from coachlog import kinds
from coachlog.interview.method import Question
from coachlog.interview.path import least_sure
from coachlog.journal.session.guide.asking import (
    Asker,
    Table,
    asked_away,
    day,
    figure,
    lines,
    show_before,
    show_lines,
    typed,
)
from coachlog.journal.session.guide.option_lines import NoIdeaError, option_line, option_of
from coachlog.terminal.commands_typed import Command
from coachlog.texts import _


def _goal(table: Table, _question: Question, earlier: dict[str, Any] | None) -> Any:
    goals = table.interview.situation.goals
    for goal in goals:
        table.prompter.show(f"  {goal.number}  {goal.statement}")
    if goals:
        table.prompter.show(
            _("Type the number of a goal to continue with it, or write a new one."), "quiet"
        )

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


TOPICS_LISTED = 9


def _topic(table: Table, _question: Question, earlier: str | None) -> Any:
    """A text, or the numbers of topics that were parked: each stands on lines of its own."""
    topics = {str(topic.number): topic.text for topic in table.interview.situation.topics}
    if topics:
        table.prompter.show(_("Parked earlier; type a number to discuss it now:"), "quiet")
    for number, text in list(topics.items())[:TOPICS_LISTED]:
        table.prompter.show(f"  {number}  {text}")

    def read(text: str) -> str | None:
        numbers = text.replace("#", " ").replace(",", " ").split()
        if topics and numbers and all(each.isascii() and each.isdigit() for each in numbers):
            chosen = [kinds.choice(each, list(topics)) for each in dict.fromkeys(numbers)]
            return "\n".join(topics[str(number)] for number in chosen)
        return kinds.text(text)

    answer = typed(table, earlier=earlier or "", check=read)
    return answer if isinstance(answer, Command) else read(answer) or earlier


def _options(table: Table, question: Question, earlier: list[dict[str, Any]] | None) -> Any:
    again = question.again or {}
    few = (
        _("Is there another one? With three there is a real choice. Enter moves on.")
        if table.nudges and again
        else ""
    )
    found = lines(
        table,
        [option_line(each) for each in earlier or []],
        again.get(table.interview.language, ""),
        few,
        lambda text: kinds.text(text) and kinds.line(option_of(text).get("contact")),
    )
    if isinstance(found, Command):
        return found
    return [_as_option(text) for text in found] or None


def _as_option(text: str) -> dict[str, Any]:
    """The option in *text*; a sign alone that an editor or an older draft left is kept as it is."""
    try:
        return option_of(text)
    except NoIdeaError:
        return {"text": text, "origin": "coachee"}


def _weigh(table: Table, _question: Question, earlier: list[dict[str, Any]] | None) -> Any:
    """Which options appeal, by their numbers; then for and against, for those only."""
    known = {each["option"]: each for each in earlier or []}
    weighed = table.part
    if not weighed:
        weighed = _appealing(table)
        if isinstance(weighed, Command):
            return weighed
        table.keep_part(weighed)
    for option in weighed:
        if not {"pros", "cons"} <= option.keys():
            table.prompter.show(option["option"], "note")
        for key, mark in (("pros", _("for") + " ›"), ("cons", _("against") + " ›")):
            if key in option:
                continue
            before = known.get(option["option"], {}).get(key) or ""
            answer = typed(table, mark=mark, earlier=before, check=kinds.text)
            if isinstance(answer, Command):
                return answer
            option[key] = kinds.text(answer) or before or None
            table.keep_part(weighed)
    return weighed or earlier


def _appealing(table: Table) -> list[dict[str, Any]] | Command:
    options = _options_so_far(table)
    for place, text in enumerate(options, 1):
        table.prompter.show(f"  {place}  {text}")

    def read(text: str) -> list[dict[str, Any]]:
        places = [kinds.scale(word, 1, len(options)) for word in text.replace(",", " ").split()]
        return [{"option": options[place - 1]} for place in dict.fromkeys(places) if place]

    table.prompter.show(
        _("Type the numbers of the options that appeal most, for example 1 3."), "quiet"
    )
    answer = typed(table, check=read)
    return answer if isinstance(answer, Command) else read(answer)


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

    def check(text: str) -> object:
        return text.strip() and _action(text, options)

    actions: list[dict[str, Any]] = list(table.part or earlier or [])
    show_before(table, [each["what"] for each in actions])
    while True:
        if actions and "due_on" not in actions[-1]:
            due = day(table, None, _("due") + " ›")
            if isinstance(due, Command):
                return due
            actions[-1]["due_on"] = due
            table.keep_part(actions)
            table.prompter.show(_("Another action? An empty line moves on."), "quiet")
        answer = typed(table, mark=f"{len(actions) + 1} ›", check=check)
        if isinstance(answer, Command):
            return answer
        if not answer.strip():
            return actions or None
        if away := asked_away(table, answer, [each["what"] for each in actions]):
            del actions[away - 1]
            show_lines(table, [each["what"] for each in actions])
            table.keep_part(actions)
            continue
        actions.append(_action(answer, options))
        table.keep_part(actions)


def _action(answer: str, options: list[str]) -> dict[str, Any]:
    """What was typed, or the option that its number stands for; a number of none is refused."""
    what = kinds.text(answer) or ""
    place = kinds.scale(what, 1, len(options)) if options and what.isdigit() else None
    option = options[place - 1] if place else None
    return {"what": option or what, "option": option}


def _confidence(table: Table, question: Question, earlier: list[int | None] | None) -> Any:
    """A figure for each action; when it is scored again only for the one that is least sure."""
    actions, before = _actions_and_confidences(table, question)
    figures: list[int | None] = (list(table.part or earlier or before) + [None] * len(actions))[
        : len(actions)
    ]
    weakest = least_sure(figures) if question.stage == "confidence" else None
    for place, action in enumerate(actions):
        given_already = table.part and figures[place] is not None and weakest is None
        if weakest not in (None, place) or given_already:
            continue
        if len(actions) > 1:
            table.prompter.show(f"{place + 1}  {action['what']}", "note")
        said = figure(table, 1, figures[place])
        if isinstance(said, Command):
            return said
        figures[place] = said
        table.keep_part(figures)
    return figures if any(each is not None for each in figures) else None


def _actions_and_confidences(
    table: Table, question: Question
) -> tuple[list[dict[str, Any]], list[int | None]]:
    """The actions of this conversation, and how sure the person was of each when asked before."""
    interview = table.interview
    given = {
        each.fills: interview.given.get(each.id)
        for each in interview.path
        if each.id != question.id
    }
    return given.get("actions") or [], given.get("actions.confidence") or []


def _if_then(table: Table, _question: Question, earlier: dict[str, Any] | None) -> Any:
    before = earlier or {}
    part = table.part or {}
    if part:
        table.prompter.show(f"  {_('if')} {part['obstacle']}", "quiet")
    obstacle = part.get("obstacle") or typed(
        table, mark=_("if") + " ›", earlier=before.get("obstacle") or "", check=kinds.text
    )
    if isinstance(obstacle, Command) or not obstacle.strip():
        return obstacle if isinstance(obstacle, Command) else earlier
    table.keep_part({"obstacle": obstacle})
    plan = typed(table, mark=_("then") + " ›", earlier=before.get("plan") or "", check=kinds.text)
    if isinstance(plan, Command):
        return plan
    said = {"obstacle": kinds.text(obstacle), "plan": kinds.text(plan) or before.get("plan")}
    return {key: value for key, value in said.items() if value}


PARTS: dict[str, Asker] = {
    "topic": _topic,
    "goal": _goal,
    "options": _options,
    "weigh": _weigh,
    "actions": _actions,
    "if_then": _if_then,
    "confidences": _confidence,
}
