"""Asks for actions: what, by when, how sure, and an if-then plan for the least sure one."""

import re
from datetime import date
from typing import cast

from coachlog.base.texts import _
from coachlog.guide.action_line import parse_due_day, split_due_day
from coachlog.guide.answer_row import parse_answer_row
from coachlog.guide.no_answer import is_no_answer
from coachlog.guide.plan_line import parse_plan, without_then
from coachlog.guide.question_context import AskContext, Asker
from coachlog.guide.questions import (
    ask_day,
    ask_figure,
    ask_text,
    confirm_removal,
    show_earlier_lines,
    show_lines,
)
from coachlog.interview.conversation import without_empty
from coachlog.interview.fills import ActionPlan, AgreedAction
from coachlog.interview.method import Question
from coachlog.interview.path import least_sure_index
from coachlog.interview.record import filled_in
from coachlog.terminal.echo import echo
from coachlog.terminal.prompt_commands import Command
from coachlog.values import parse


def options_so_far(context: AskContext) -> list[str]:
    """Return the texts of the options in this conversation, in their order."""
    return [option["text"] for option in filled_in(context.interview).get("options", [])]


def _actions(
    context: AskContext, _question: Question, earlier: list[AgreedAction] | None
) -> list[AgreedAction] | Command | None:
    """Ask for actions, one a line, until an empty line; and for the due date of each without one.

    The number of an option stands for its text.
    """
    options = options_so_far(context)
    _show_instructions(context, options)
    actions: list[AgreedAction] = list(context.partial_value or earlier or [])
    show_earlier_lines(context, _texts_of(actions))
    while True:
        if stopped := _ask_due_days(context, actions):
            return stopped
        answer = ask_text(
            context,
            mark=f"{len(actions) + 1} ›",
            check=lambda text: _read_actions(context, text, options),
        )
        if isinstance(answer, Command):
            return answer
        if not answer.strip():
            return actions or None
        if number := confirm_removal(context, answer, _texts_of(actions)):
            del actions[number - 1]
            show_lines(context, _texts_of(actions))
        else:
            new = _read_actions(context, answer, options)
            _show_due_days(context, new)
            actions += new
        context.save_partial(actions)


def _texts_of(actions: list[AgreedAction]) -> list[str]:
    return [action["what"] for action in actions]


def _show_instructions(context: AskContext, options: list[str]) -> None:
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


def _ask_due_days(context: AskContext, actions: list[AgreedAction]) -> Command | None:
    """Ask for the due date of each action that has none yet; return a command that is given.

    An action that may stay without gets None, and is not asked for again.
    """
    without_day = [action for action in actions if "due_on" not in action]
    for action in without_day:
        if len(without_day) > 1:
            context.prompter.show(action["what"], "note")
        due_on = ask_day(context, None, _("due") + " ›")
        if isinstance(due_on, Command):
            return due_on
        action["due_on"] = due_on
        context.save_partial(actions)
    return None


def _show_due_days(context: AskContext, actions: list[AgreedAction]) -> None:
    """Show the days that were read from the lines of *actions*."""
    for action in actions:
        if due_on := action.get("due_on"):
            echo(context.prompter, date.fromisoformat(due_on), context.interview.language)


def _read_actions(context: AskContext, line: str, options: list[str]) -> list[AgreedAction]:
    """Return the actions in *line*: one in words, or options by number; with a due date or not.

    `Call Koen, by Friday`, `1 3`, `1 3, by Friday`, `2 Friday`. Raises BetweenError for the
    number of no option.
    """
    text = parse.text(line)
    if text is None:
        return []
    if options and (numbers := _option_numbers(text)):
        return [_action_of_option(context, number, options, None) for number in numbers]
    what, due = split_due_day(text, context.today)
    if options and (numbers := _option_numbers(what)):
        return [_action_of_option(context, number, options, due) for number in numbers]
    if options and (match := re.fullmatch(r"#?(\d+)\s+(\S.*)", what)):
        due_behind_number = parse_due_day(match[2], context.today)
        if due_behind_number is not None:
            return [_action_of_option(context, match[1], options, due_behind_number)]
    return [_action(what, None, due)]


def _option_numbers(text: str) -> list[str]:
    """Return the numbers that *text* lists, as in `1, 3 and #4`; none if it has other words."""
    words = re.split(r"[\s,;+&]+|\s+(?:en|et|and)\s+", text.replace("#", " ").strip())
    numbers = [word for word in words if word not in ("", "en", "et", "and")]
    are_numbers = all(number.isascii() and number.isdigit() for number in numbers)
    return list(dict.fromkeys(numbers)) if are_numbers else []


def _action_of_option(
    context: AskContext, number: str, options: list[str], due: date | None
) -> AgreedAction:
    """Return the option with that number as an action, due on *due* or the day in its own text."""
    option = options[(parse.scale(number, 1, len(options)) or 1) - 1]
    return _action(option, option, due or split_due_day(option, context.today).due)


def _action(what: str, option: str | None, due: date | None) -> AgreedAction:
    action: AgreedAction = {"what": what, "option": option}
    return action | {"due_on": due.isoformat()} if due else action


def _confidence(
    context: AskContext, question: Question, earlier: list[int | None] | None
) -> list[int | None] | Command | None:
    """Ask how sure each action is, 1 to 10: all on one line, or one by one.

    In the stage "confidence", after the if-then plan, it is asked again of the least sure one.
    """
    others = filled_in(context.interview, but=question)
    actions, before = others.get("actions", []), others.get("actions.confidence", [])
    is_repeat = question.stage == "confidence"
    scores: list[int | None] = list(context.partial_value or earlier or before)
    scores = (scores + [None] * len(actions))[: len(actions)]
    if is_repeat:
        indexes = [least_sure_index(scores)]
    elif context.partial_value:
        indexes = [index for index, score in enumerate(scores) if score is None]
    elif len(actions) == 1:
        indexes = [0]
    else:
        row = _ask_scores(context, actions, scores)
        if isinstance(row, Command):
            return row
        scores[: len(row)] = [
            old if new is None else new for new, old in zip(row, scores, strict=False)
        ]
        context.save_partial(scores)
        # An empty line skips them all; a short one leaves the rest to be asked one by one.
        indexes = list(range(len(row), len(actions))) if row else []
    for index in indexes:
        if len(actions) > 1 and not is_repeat:
            context.prompter.show(f"{index + 1}  {actions[index]['what']}", "note")
        score = ask_figure(context, 1, scores[index])
        if isinstance(score, Command):
            return score
        scores[index] = score
        context.save_partial(scores)
    return scores if any(score is not None for score in scores) else None


def _ask_scores(
    context: AskContext, actions: list[AgreedAction], before: list[int | None]
) -> list[int | None] | Command:
    """Ask for the confidence in all *actions* on one line, showing the scores from *before*."""
    for number, action in enumerate(actions, 1):
        context.prompter.show(f"{number}  {action['what']}", "note")
    example = " ".join(str(score) for score in (8, 5, 7, 9, 6)[: len(actions)])
    instructions = _("One score for each, on one line: {example}")
    context.prompter.show(instructions.format(example=example), "quiet")

    def read(text: str) -> list[int | None]:
        return parse_answer_row(text, len(actions), lambda word: parse.scale(word, 1, 10))

    has_scores = any(score is not None for score in before)
    row = " ".join("-" if score is None else str(score) for score in before)
    answer = ask_text(context, mark="1-10 ›", earlier=row if has_scores else "", check=read)
    return answer if isinstance(answer, Command) else read(answer)


def _if_then(
    context: AskContext, _question: Question, earlier: ActionPlan | None
) -> ActionPlan | Command | None:
    """Ask for the if-then plan of one action: the obstacle, what to do then, and who helps.

    One line with “… then …” gives the first two. The helper is asked for here unless another
    question does that.
    """
    before: ActionPlan = earlier or {}
    plan = cast("ActionPlan", context.partial_value or {})
    if plan:
        context.prompter.show(f"  {_('if')} {plan['obstacle']}", "quiet")
    else:
        shown = before.get("obstacle") or ""
        answer = ask_text(context, mark=_("if") + " ›", earlier=shown, check=parse.text)
        if isinstance(answer, Command):
            return answer
        if not answer.strip():
            return earlier
        plan = parse_plan(parse.text(answer) or "")
        context.save_partial(plan)
    if "plan" not in plan:
        shown = before.get("plan") or ""
        answer = ask_text(context, mark=_("then") + " ›", earlier=shown, check=parse.text)
        if isinstance(answer, Command):
            return answer
        plan["plan"] = without_then(parse.text(answer) or shown)
        context.save_partial(plan)
    asks_helper = not any(q.fills == "actions.helper" for q in context.interview.path)
    if asks_helper and "helper" not in plan:
        shown = before.get("helper") or ""
        answer = ask_text(context, mark=_("with help from") + " ›", earlier=shown, check=parse.line)
        if isinstance(answer, Command):
            return answer
        helper = parse.line(answer) or shown
        plan["helper"] = "" if is_no_answer(helper) else helper
        context.save_partial(plan)
    return without_empty(plan)


ACTIONS: dict[str, Asker] = {
    "actions": _actions,
    "if_then": _if_then,
    "confidences": _confidence,
}
