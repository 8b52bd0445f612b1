"""How actions are asked for: what, by when, how sure, and what follows for the least sure one."""

import re
from datetime import date
from typing import cast

from coachlog.base.texts import _
from coachlog.guide.action_line import dated, day_in
from coachlog.guide.answer_row import in_a_row
from coachlog.guide.no_answer import is_no_answer
from coachlog.guide.plan_line import plan_of, then
from coachlog.guide.question_context import AskContext, Asker
from coachlog.guide.questions import asked_away, day, figure, show_before, show_lines, typed
from coachlog.interview.conversation import without_empty
from coachlog.interview.fills import ActionPlan, AgreedAction
from coachlog.interview.method import Question
from coachlog.interview.path import least_sure_index
from coachlog.interview.record import filled_in
from coachlog.terminal.echo import echo
from coachlog.terminal.prompt_commands import Command
from coachlog.values import parse


def options_so_far(table: AskContext) -> list[str]:
    """The options that were gathered in this conversation, in their order."""
    return [option["text"] for option in filled_in(table.interview).get("options", [])]


def _actions(
    table: AskContext, _question: Question, earlier: list[AgreedAction] | None
) -> list[AgreedAction] | Command | None:
    """What, with the day by which, until an empty line; the day is asked where it is missing.

    The number of an option stands for its text.
    """
    options = options_so_far(table)
    _show_how(table, options)
    actions: list[AgreedAction] = list(table.part or earlier or [])
    show_before(table, [each["what"] for each in actions])
    while True:
        without_a_day = [each for each in actions if "due_on" not in each]
        for action in without_a_day:
            if len(without_a_day) > 1:
                table.prompter.show(action["what"], "note")
            due = day(table, None, _("due") + " ›")
            if isinstance(due, Command):
                return due
            action["due_on"] = due
            table.keep_part(actions)
        answer = typed(
            table, mark=f"{len(actions) + 1} ›", check=lambda text: _read(table, text, options)
        )
        if isinstance(answer, Command):
            return answer
        if not answer.strip():
            return actions or None
        if away := asked_away(table, answer, [each["what"] for each in actions]):
            del actions[away - 1]
            show_lines(table, [each["what"] for each in actions])
        else:
            actions += _new(table, answer, options)
        table.keep_part(actions)


def _show_how(table: AskContext, options: list[str]) -> None:
    for place, text in enumerate(options, 1):
        table.prompter.show(f"  {place}  {text}")
    told = (
        _(
            "One per line, with its day: “Call Koen, by Friday”, or the number of an option:"
            " “2, by Friday”."
        )
        if options
        else _("One per line, with its day: “Call Koen, by Friday”.")
    )
    table.prompter.show(told, "quiet")


def _new(table: AskContext, answer: str, options: list[str]) -> list[AgreedAction]:
    """The actions that were typed; the days that they tell are shown."""
    found = _read(table, answer, options)
    for told in filter(None, (each.get("due_on") for each in found)):
        echo(table.prompter, date.fromisoformat(told), table.interview.language)
    return found


def _read(table: AskContext, answer: str, options: list[str]) -> list[AgreedAction]:
    """The actions in *answer*: one in words, or options by their numbers, with a day or without.

    The number of none is refused.
    """
    text = parse.text(answer)
    if text is None:
        return []
    if options and (numbers := _numbers(text)):
        return [_of_option(table, number, options, None) for number in numbers]
    what, due = dated(text, table.today)
    if options and _numbers(what):
        return [_of_option(table, each, options, due) for each in _numbers(what)]
    if options and (match := re.fullmatch(r"#?(\d+)\s+(\S.*)", what)):
        due = day_in(match[2], table.today)
        if due is not None:
            return [_of_option(table, match[1], options, due)]
        due = dated(text, table.today).due
    return [_action(what, None, due)]


def _numbers(text: str) -> list[str]:
    words = re.split(r"[\s,;+&]+|\s+(?:en|et|and)\s+", text.replace("#", " ").strip())
    numbers = [each for each in words if each not in ("", "en", "et", "and")]
    are_numbers = all(each.isascii() and each.isdigit() for each in numbers)
    return list(dict.fromkeys(numbers)) if are_numbers else []


def _of_option(
    table: AskContext, number: str, options: list[str], due: date | None
) -> AgreedAction:
    place = parse.scale(number, 1, len(options)) or 1
    option = options[place - 1]
    return _action(option, option, due or dated(option, table.today).due)


def _action(what: str, option: str | None, due: date | None) -> AgreedAction:
    action: AgreedAction = {"what": what, "option": option}
    return action | {"due_on": due.isoformat()} if due else action


def _confidence(
    table: AskContext, question: Question, earlier: list[int | None] | None
) -> list[int | None] | Command | None:
    """A figure for each action, on one line or one by one; again only for the least sure one."""
    others = filled_in(table.interview, but=question)
    actions, before = others.get("actions", []), others.get("actions.confidence", [])
    given = list(table.part or earlier or before) + [None] * len(actions)
    figures: list[int | None] = given[: len(actions)]
    if question.stage == "confidence":
        places = [least_sure_index(figures)]
    elif table.part or len(actions) == 1:
        places = [
            n for n, figure_given in enumerate(figures) if not table.part or figure_given is None
        ]
    else:
        row = _row(table, actions, figures)
        if isinstance(row, Command):
            return row
        figures[: len(row)] = [
            new if new is not None else old for new, old in zip(row, figures, strict=False)
        ]
        table.keep_part(figures)
        places = list(range(len(row), len(actions))) if row else []
    for place in places:
        if len(actions) > 1 and question.stage != "confidence":
            table.prompter.show(f"{place + 1}  {actions[place]['what']}", "note")
        said = figure(table, 1, figures[place])
        if isinstance(said, Command):
            return said
        figures[place] = said
        table.keep_part(figures)
    return figures if any(each is not None for each in figures) else None


def _row(
    table: AskContext, actions: list[AgreedAction], before: list[int | None]
) -> list[int | None] | Command:
    for place, action in enumerate(actions, 1):
        table.prompter.show(f"{place}  {action['what']}", "note")
    example = " ".join(str(figure) for figure in (8, 5, 7, 9, 6)[: len(actions)])
    told = _("One score for each, on one line: {example}")
    table.prompter.show(told.format(example=example), "quiet")

    def read(text: str) -> list[int | None]:
        return in_a_row(text, len(actions), lambda word: parse.scale(word, 1, 10))

    known = any(each is not None for each in before)
    shown = " ".join("-" if each is None else str(each) for each in before) if known else ""
    answer = typed(table, mark="1-10 ›", earlier=shown, check=read)
    return answer if isinstance(answer, Command) else read(answer)


def _if_then(
    table: AskContext, _question: Question, earlier: ActionPlan | None
) -> ActionPlan | Command | None:
    """What may get in the way, what will be done then, and whose help is wanted: of one action.

    “… then …” on one line is both. The helper is asked for here unless another question does.
    """
    before: ActionPlan = earlier or {}
    said = cast("ActionPlan", table.part or {})
    if said:
        table.prompter.show(f"  {_('if')} {said['obstacle']}", "quiet")
    else:
        mark, shown = _("if") + " ›", before.get("obstacle") or ""
        answer = typed(table, mark=mark, earlier=shown, check=parse.text)
        if isinstance(answer, Command) or not answer.strip():
            return answer if isinstance(answer, Command) else earlier
        said = plan_of(parse.text(answer) or "")
        table.keep_part(said)
    if "plan" not in said:
        mark, shown = _("then") + " ›", before.get("plan") or ""
        answer = typed(table, mark=mark, earlier=shown, check=parse.text)
        if isinstance(answer, Command):
            return answer
        said["plan"] = then(parse.text(answer) or shown)
        table.keep_part(said)
    asks_helper = not any(each.fills == "actions.helper" for each in table.interview.path)
    if asks_helper and "helper" not in said:
        mark, shown = _("with help from") + " ›", before.get("helper") or ""
        answer = typed(table, mark=mark, earlier=shown, check=parse.line)
        if isinstance(answer, Command):
            return answer
        helper = parse.line(answer) or shown
        said["helper"] = "" if is_no_answer(helper) else helper
        table.keep_part(said)
    return without_empty(said)


ACTIONS: dict[str, Asker] = {
    "actions": _actions,
    "if_then": _if_then,
    "confidences": _confidence,
}
