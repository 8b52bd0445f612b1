"""How questions with several parts are asked: goals, options, what is noted at the end."""

import re
from typing import cast

from coachlog.base.texts import _
from coachlog.guide.action_questions import options_so_far
from coachlog.guide.aside_lines import aside_line, aside_of, legend
from coachlog.guide.question_context import AskContext, Asker
from coachlog.guide.questions import lines, typed, value
from coachlog.interview.conversation import Option
from coachlog.interview.fills import Aside, ChosenGoal, WeighedOption
from coachlog.interview.method import Question
from coachlog.journal.session.option_lines import NoIdeaError, option_line, option_of
from coachlog.terminal.prompt_commands import Command
from coachlog.values import parse


def _goal(
    table: AskContext, _question: Question, earlier: ChosenGoal | None
) -> ChosenGoal | Command | None:
    goals = table.interview.situation.goals
    for goal in goals:
        table.prompter.show(f"  {goal.number}  {goal.statement}")
    if goals:
        table.prompter.show(
            _("Type the number of a goal to continue with it, or write a new one."), "quiet"
        )

    def read(text: str) -> ChosenGoal | None:
        names = [(goal.statement,) for goal in goals]
        if (place := parse.numbered(text, names, [goal.number for goal in goals])) is not None:
            return {"number": goals[place].number}
        statement = parse.text(text)
        return {"statement": statement} if statement else None

    shown = str(earlier.get("statement") or earlier.get("number")) if earlier else ""
    return value(table, read, earlier, earlier=shown)


TOPICS_LISTED = 9


def _topic(table: AskContext, _question: Question, earlier: str | None) -> str | Command | None:
    """A text, or the numbers of topics that were parked: each stands on lines of its own."""
    topics = {topic.number: topic.text for topic in table.interview.situation.topics}
    if topics:
        table.prompter.show(_("Parked earlier; type a number to discuss it now:"), "quiet")
    for number, text in list(topics.items())[:TOPICS_LISTED]:
        table.prompter.show(f"  {number}  {text}")

    def read(text: str) -> str | None:
        if topics and parse.is_numbers(text):
            parked = list(topics.values())
            chosen = parse.picks(text, [(each,) for each in parked], list(topics))
            return "\n".join(parked[place] for place in chosen)
        return parse.text(text)

    return value(table, read, earlier, earlier=earlier or "")


def _options(
    table: AskContext, question: Question, earlier: list[Option] | None
) -> list[Option] | Command | None:
    again = question.again or {}
    few = _("With three there is a real choice. Enter moves on.") if table.nudges and again else ""
    found = lines(
        table,
        [option_line(each) for each in earlier or []],
        again.get(table.interview.language, ""),
        few,
        lambda text: parse.text(text) and parse.line(option_of(text).get("contact")),
    )
    if isinstance(found, Command):
        return found
    return [_as_option(text) for text in found] or None


def _as_option(text: str) -> Option:
    """The option in *text*; a sign alone that an editor or an older draft left is kept as it is."""
    try:
        return option_of(text)
    except NoIdeaError:
        return {"text": text, "origin": "coachee"}


def _weigh(
    table: AskContext, _question: Question, earlier: list[WeighedOption] | None
) -> list[WeighedOption] | Command | None:
    """Which options appeal, by their numbers; then for and against, for those only."""
    known = {each["option"]: each for each in earlier or []}
    weighed = cast("list[WeighedOption]", table.part or [])
    if not weighed:
        appealing = _appealing(table)
        if isinstance(appealing, Command):
            return appealing
        weighed = appealing
        table.keep_part(weighed)
    if weighed:
        table.prompter.show(_("Put a slash between them: quick / dull."), "quiet")
    for option in weighed:
        if {"pros", "cons"} <= option.keys():
            continue
        table.prompter.show(option["option"], "note")
        shown = argued_line(known.get(option["option"], {}))
        mark = f"{_('for')} / {_('against')} ›"
        answer = typed(table, mark=mark, earlier=shown, check=parse.text)
        if isinstance(answer, Command):
            return answer
        option |= argued(answer if answer.strip() else shown)
        table.keep_part(weighed)
    return weighed or earlier


def argued(line: str) -> WeighedOption:
    """What speaks for and what against: a stroke with a space on a side of it parts them."""
    pros, *cons = re.split(r"\s/\s|\s/$|^/\s", line.strip(), maxsplit=1)
    return {"pros": parse.text(pros), "cons": parse.text("".join(cons))}


def argued_line(option: WeighedOption) -> str:
    """What speaks for and against *option*, as it would be typed."""
    pros, cons = option.get("pros") or "", option.get("cons") or ""
    return f"{pros} / {cons}" if cons else pros


def _appealing(table: AskContext) -> list[WeighedOption] | Command:
    options = options_so_far(table)
    for place, text in enumerate(options, 1):
        table.prompter.show(f"  {place}  {text}")

    def read(text: str) -> list[WeighedOption]:
        return [{"option": options[at]} for at in parse.picks(text, [(o,) for o in options])]

    table.prompter.show(
        _("Type the numbers of the options that appeal most, for example 1 3."), "quiet"
    )
    answer = typed(table, check=read)
    return answer if isinstance(answer, Command) else read(answer)


def _asides(
    table: AskContext, _question: Question, earlier: list[Aside] | None
) -> list[Aside] | Command | None:
    """Lines for the coach; by a letter, what to talk about later and what was learned."""
    for line in legend():
        table.prompter.show(f"  {line}", "quiet")
    table.prompter.show("  " + _("Anything else is a note for you only."), "quiet")
    found = lines(table, [aside_line(each) for each in earlier or []])
    return found if isinstance(found, Command) else [aside_of(each) for each in found] or None


PARTS: dict[str, Asker] = {
    "topic": _topic,
    "goal": _goal,
    "options": _options,
    "weigh": _weigh,
    "asides": _asides,
}
