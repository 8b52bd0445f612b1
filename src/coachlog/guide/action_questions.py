"""Asks for actions: what, by when, how sure, and an if-then plan for the least sure one."""

import re
from collections.abc import Callable
from datetime import date
from typing import cast

from coachlog.base.texts import _
from coachlog.guide.action_line import parse_due_day, split_due_day
from coachlog.guide.doers import (
    PERSON,
    SPOKEN_WORDS,
    doers_of,
    may_name_doer,
    parse_doer,
    show_doers,
    split_doer,
)
from coachlog.guide.list_questions import confirm_removal, show_earlier_lines, show_lines
from coachlog.guide.no_answer import is_no_answer
from coachlog.guide.plan_line import parse_plan, without_then
from coachlog.guide.question_context import AskContext, Asker
from coachlog.guide.questions import ask_day, ask_parsed, ask_text, ask_value
from coachlog.interview.conversation import without_empty
from coachlog.interview.fills import ActionPlan, AgreedAction
from coachlog.interview.method import Question
from coachlog.interview.record import field_values
from coachlog.terminal.echo import echo
from coachlog.terminal.prompter import numbers_mark
from coachlog.values import parse


def options_so_far(context: AskContext) -> list[str]:
    """Return the texts of the options in this conversation, in their order."""
    return [option["text"] for option in field_values(context.interview).get("options", [])]


def _actions(
    context: AskContext, question: Question, earlier_answer: list[AgreedAction] | None
) -> list[AgreedAction] | None:
    """Ask for actions, one per line, until an empty line; and for each due date that is missing.

    The number of an option stands for its text. Who does it may be said in the line; where the
    *question* has `who`, it is asked for otherwise.
    """
    options = options_so_far(context)
    _show_instructions(context, options)
    actions: list[AgreedAction] = list(context.partial_value or earlier_answer or [])
    show_earlier_lines(context, _texts_of(actions))
    while True:
        _ask_due_days(context, actions)
        if question.who:
            _ask_doers(context, actions, actions)
        answer = ask_text(
            context,
            mark=f"{len(actions) + 1} ›",
            check=lambda text: _read_actions(context, text, options),
        )
        if not answer.strip():
            return actions or None
        if number := confirm_removal(context, answer, _texts_of(actions)):
            del actions[number - 1]
            show_lines(context, _texts_of(actions))
        else:
            new_actions = _read_actions(context, answer, options)
            _show_due_days(context, new_actions)
            actions += new_actions
            in_doubt = [action for action in new_actions if _may_name_doer(context, action)]
            _ask_doers(context, in_doubt, actions)
        context.save_partial(actions)


def _texts_of(actions: list[AgreedAction]) -> list[str]:
    return [action["what"] for action in actions]


def _show_instructions(context: AskContext, options: list[str]) -> None:
    """Show the options with their numbers, if there are any, and how to type an action."""
    for number, option in enumerate(options, 1):
        context.prompter.show(f"  {number}  {option}")
    instructions = (
        _(
            "One per line, with its day: “Call Koen, by Friday”, or the number of an option:"
            " “2, by Friday”."
        )
        if options
        else _("One per line, with its day: “Call Koen, by Friday”.")
    )
    context.prompter.show(instructions, "quiet")
    others = [doer for doer in doers_of(context.interview.kind) if doer != PERSON]
    endings = (f"…, {_(SPOKEN_WORDS[doer])}" for doer in others)
    examples = " · ".join(_("“{text}”").format(text=ending) for ending in endings)
    hint = _("If somebody else does it: {examples}").format(examples=examples)
    context.prompter.show(hint, "quiet")


def _may_name_doer(context: AskContext, action: AgreedAction) -> bool:
    """Whether the words of the action may tell who does it, so that they stay and it is asked."""
    return may_name_doer(
        action["what"], lambda text: parse_due_day(text, context.today) is not None
    )


def _ask_doers(context: AskContext, asked: list[AgreedAction], actions: list[AgreedAction]) -> None:
    """Ask who does each of *asked* that does not tell it yet, and put that into the action.

    Enter alone is the person. All *actions* are saved after each.
    """
    kind, name = context.interview.kind, context.interview.situation.name
    open_actions = [action for action in asked if "done_by" not in action]
    for action in open_actions:
        if len(open_actions) > 1:
            context.prompter.show(action["what"], "note")
        context.prompter.show(f"{_('Who does this?')} {show_doers(kind, name)}", "quiet")
        mark = numbers_mark(len(doers_of(kind)))
        action["done_by"] = ask_parsed(
            context, lambda text: parse_doer(text, kind, name), mark=mark
        )
        context.save_partial(actions)


def _ask_due_days(context: AskContext, actions: list[AgreedAction]) -> None:
    """Ask for the due date of each action that has none yet, and put it into the action.

    Where nothing is answered, that is None, so that it is not asked for again.
    """
    undated_actions = [action for action in actions if "due_on" not in action]
    for action in undated_actions:
        if len(undated_actions) > 1:  # a single one is clear: it was typed just now
            context.prompter.show(action["what"], "note")
        action["due_on"] = ask_day(context, None, _("due") + " ›")
        context.save_partial(actions)


def _show_due_days(context: AskContext, actions: list[AgreedAction]) -> None:
    """Show the days that were read from the lines of *actions*."""
    for action in actions:
        if due_on := action.get("due_on"):
            echo(context.prompter, date.fromisoformat(due_on), context.interview.language)


def _read_actions(context: AskContext, line: str, options: list[str]) -> list[AgreedAction]:
    """Return the actions in *line*: one in words, or options by number; with a due date or not.

    Raises BetweenError for a number that no option has.
    """
    typed = parse.text(line)
    if typed is None:
        return []
    kind, name = context.interview.kind, context.interview.situation.name
    text, done_by = split_doer(typed, kind, name)
    actions = _actions_in(context, text, options)
    is_typed = len(actions) == 1 and not actions[0].get("option")
    if done_by is None and is_typed:  # a day without a comma may have stood after it
        what, done_by = split_doer(actions[0]["what"], kind, name)
        actions = [actions[0] | {"what": what}]
    if done_by is None:
        return actions
    return [action | {"done_by": done_by} for action in actions]


def _actions_in(context: AskContext, text: str, options: list[str]) -> list[AgreedAction]:
    """Return the actions in *text*, which no longer tells who does them."""
    what, due = split_due_day(text, context.today)
    if not options:
        return [_action(what, None, due)]  # "Call Koen, by Friday"
    if numbers := _option_numbers(text):  # "1 3": none of them is a day
        return [_action_of_option(context, number, options, None) for number in numbers]
    if numbers := _option_numbers(what):  # "1 3, by Friday"
        return [_action_of_option(context, number, options, due) for number in numbers]
    number_and_day = re.fullmatch(r"#?(\d+)\s+(\S.*)", what)  # "2 Friday"
    if number_and_day:
        due_after_number = parse_due_day(number_and_day[2], context.today)
        if due_after_number is not None:
            return [_action_of_option(context, number_and_day[1], options, due_after_number)]
    return [_action(what, None, due)]


def _option_numbers(text: str) -> list[str]:
    """Return the numbers that *text* lists, as in `1, 3 and #4`; [] if it has other words."""
    words = re.split(r"[\s,;+&]+|\s+(?:en|et|and)\s+", text.replace("#", " ").strip())
    numbers = [word for word in words if word not in ("", "en", "et", "and")]
    are_numbers = all(number.isascii() and number.isdigit() for number in numbers)
    return list(dict.fromkeys(numbers)) if are_numbers else []  # each number once


def _action_of_option(
    context: AskContext, number: str, options: list[str], due: date | None
) -> AgreedAction:
    """Return the option with that number as an action, due on *due* or the day in its own text.

    Raises BetweenError if no option has that number.
    """
    option_number = parse.scale(number, 1, len(options)) or 1  # None only for an empty text
    option = options[option_number - 1]
    # An option stays as it was said, whatever of it tells the day, or who does it.
    kind, name = context.interview.kind, context.interview.situation.name
    without_doer, done_by = split_doer(option, kind, name)
    action = _action(option, option, due or split_due_day(without_doer, context.today).due)
    return action | {"done_by": done_by} if done_by else action


def _action(what: str, option: str | None, due: date | None) -> AgreedAction:
    action: AgreedAction = {"what": what, "option": option}
    return action | {"due_on": due.isoformat()} if due else action


def _if_then(
    context: AskContext, _question: Question, earlier_answer: ActionPlan | None
) -> ActionPlan | None:
    """Ask for the if-then plan of one action: the obstacle, what to do then, and who helps.

    One line with “… then …” gives the first two. The helper is asked for here unless another
    question does that.
    """
    earlier_plan: ActionPlan = earlier_answer or {}
    plan = cast("ActionPlan", context.partial_value or {})
    if plan:  # the question was left after the obstacle: only the missing parts are asked
        context.prompter.show(f"  {_('if')} {plan['obstacle']}", "quiet")
    else:
        obstacle = earlier_plan.get("obstacle") or ""
        answer = ask_text(context, mark=_("if") + " ›", earlier=obstacle, check=parse.text)
        if not answer.strip():
            return earlier_answer
        plan = parse_plan(parse.text(answer) or "")
        context.save_partial(plan)
    if "plan" not in plan:
        reaction = _ask_part(context, _("then"), earlier_plan.get("plan"), parse.text)
        plan["plan"] = without_then(reaction)
        context.save_partial(plan)
    asks_helper = not any(q.fills == "actions.helper" for q in context.interview.path)
    if asks_helper and "helper" not in plan:
        helper = _ask_part(context, _("with help from"), earlier_plan.get("helper"), parse.line)
        plan["helper"] = "" if is_no_answer(helper) else helper
        context.save_partial(plan)
    return without_empty(plan)


def _ask_part(
    context: AskContext, label: str, earlier: str | None, read: Callable[[str], str | None]
) -> str:
    """Ask for a part of a plan, with *label* as the prompt; Enter keeps the *earlier* text."""
    text = earlier or ""
    return ask_value(context, read, text, mark=f"{label} ›", earlier=text) or ""


ACTIONS: dict[str, Asker] = {"actions": _actions, "if_then": _if_then}
