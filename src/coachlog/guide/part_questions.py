"""Asks for answers with parts of their own: goals, topics, options, notes at the end."""

import re
from collections.abc import Iterable
from typing import cast

from coachlog.base.texts import _
from coachlog.guide.action_questions import options_so_far
from coachlog.guide.aside_lines import aside_line, aside_of, legend
from coachlog.guide.list_questions import ask_lines
from coachlog.guide.question_context import AskContext, Asker
from coachlog.guide.questions import ask_parsed, ask_text, ask_value
from coachlog.interview.conversation import Option
from coachlog.interview.fills import Aside, ChosenGoal, WeighedOption
from coachlog.interview.method import Question
from coachlog.journal.contact.queries import names
from coachlog.journal.session.option_lines import NoIdeaError, option_line, option_of
from coachlog.terminal.context import context as run_context
from coachlog.values import parse


def _goal(
    context: AskContext, _question: Question, earlier_answer: ChosenGoal | None
) -> ChosenGoal | None:
    """Ask for a new goal by its statement, or for one of the active goals by its number."""
    goals = context.interview.situation.goals
    for goal in goals:
        context.prompter.show(f"  {goal.number}  {goal.statement}")
    if goals:
        context.prompter.show(
            _("Type the number of a goal to continue with it, or write a new one."), "quiet"
        )

    def read(text: str) -> ChosenGoal | None:
        """Return an active goal by its number, or a new one; None for an empty text."""
        names = [(goal.statement,) for goal in goals]
        index = parse.numbered(text, names, [goal.number for goal in goals])
        if index is not None:
            return {"number": goals[index].number}
        statement = parse.text(text)
        return {"statement": statement} if statement else None

    earlier_text = ""
    if earlier_answer:
        earlier_text = str(earlier_answer.get("statement") or earlier_answer.get("number"))
    return ask_value(context, read, earlier_answer, earlier=earlier_text)


TOPICS_LISTED = 9


def ask_topic(context: AskContext, _question: Question, earlier_answer: str | None) -> str | None:
    """Ask for the topic: a text, or numbers of parked topics, whose texts become the answer."""
    topics = {topic.number: topic.text for topic in context.interview.situation.topics}
    if topics:
        context.prompter.show(_("Parked earlier; type a number to discuss it now:"), "quiet")
    for number, text in list(topics.items())[:TOPICS_LISTED]:
        context.prompter.show(f"  {number}  {text}")

    def read(text: str) -> str | None:
        """Return the texts of parked topics, if *text* is their numbers, or else *text* itself."""
        if topics and parse.is_numbers(text):
            parked_texts = list(topics.values())
            indexes = parse.picks(text, [(topic,) for topic in parked_texts], list(topics))
            return "\n".join(parked_texts[index] for index in indexes)
        return parse.text(text)

    return ask_value(context, read, earlier_answer, earlier=earlier_answer or "")


def _options(
    context: AskContext, question: Question, earlier_answer: list[Option] | None
) -> list[Option] | None:
    """Ask for options, one per line; a mark before it says whose idea it was."""
    hints = []
    if question.again:
        hints.append(question.again.get(context.interview.language, ""))
        if context.nudges:
            hints.append(_("With three there is a real choice. Enter moves on."))

    def check(text: str) -> None:
        """Refuse a mark without an idea, and a contact of more than one line."""
        if parse.text(text):
            parse.line(option_of(text).get("contact"))

    earlier_lines = [option_line(option) for option in earlier_answer or []]
    answer = ask_lines(context, earlier_lines, " ".join(filter(None, hints)), check)
    return [_as_option(line) for line in answer] or None


def _as_option(text: str) -> Option:
    """Return the option in *text*; a mark without an idea is taken as the text of an option.

    The prompt refuses such a line, but the editor or an older draft may contain it.
    """
    try:
        return _with_whole_name(option_of(text), text)
    except NoIdeaError:
        return {"text": text, "origin": "coachee"}


def _with_whole_name(option: Option, line: str) -> Option:
    """Return the *option* typed as *line*, with the whole name of a contact.

    Without a colon the name after `@` reaches to the first space, so that half of the name of a
    contact would stand in the idea.
    """
    contact = option.get("contact")
    if not contact or ":" in line:
        return option
    with run_context().reader() as reader:
        return _split_after_name(option, f"{contact} {option['text']}", names(reader))


def _split_after_name(option: Option, line: str, contact_names: Iterable[str]) -> Option:
    """Return *option* with *line* split after the longest of *contact_names* in it."""
    for name in sorted(contact_names, key=len, reverse=True):
        rest = line[len(name) :]
        if line.casefold().startswith(name.casefold()) and rest.startswith(" ") and rest.strip():
            return option | {"contact": name, "text": rest.strip()}
    return option


def _weigh(
    context: AskContext, _question: Question, earlier_answer: list[WeighedOption] | None
) -> list[WeighedOption] | None:
    """Ask by number which options appeal; then the pros and cons, of those only."""
    earlier_by_text = {option["option"]: option for option in earlier_answer or []}
    weighed = cast("list[WeighedOption]", context.partial_value or [])
    if not weighed:
        weighed = _ask_appealing(context)
        context.save_partial(weighed)
    if weighed:
        context.prompter.show(_("Put a slash between them: quick / dull."), "quiet")
    for option in weighed:
        is_weighed = {"pros", "cons"} <= option.keys()
        if is_weighed:  # before the question was left halfway
            continue
        context.prompter.show(option["option"], "note")
        earlier_line = _pros_and_cons_line(earlier_by_text.get(option["option"], {}))
        mark = f"{_('for')} / {_('against')} ›"
        answer = ask_text(context, mark=mark, earlier=earlier_line, check=parse.text)
        option |= _parse_pros_and_cons(answer if answer.strip() else earlier_line)
        context.save_partial(weighed)
    return weighed or earlier_answer


def _parse_pros_and_cons(line: str) -> WeighedOption:
    """Return what is for and what is against an option: `quick / dull`; None for what is left out.

    Only a slash between spaces separates them, so that `and/or` stays whole.
    """
    pros, *cons = re.split(r"\s/\s|\s/$|^/\s", line.strip(), maxsplit=1)
    return {"pros": parse.text(pros), "cons": parse.text("".join(cons))}


def _pros_and_cons_line(option: WeighedOption) -> str:
    """Return the pros and cons of *option* as they would be typed: `quick / dull`."""
    pros, cons = option.get("pros") or "", option.get("cons") or ""
    return f"{pros} / {cons}" if cons else pros


def _ask_appealing(context: AskContext) -> list[WeighedOption]:
    """Ask by number which of the options appeal most; return those, still without pros and cons."""
    options = options_so_far(context)
    for number, text in enumerate(options, 1):
        context.prompter.show(f"  {number}  {text}")

    def read(text: str) -> list[WeighedOption]:
        indexes = parse.picks(text, [(option,) for option in options])
        return [{"option": options[index]} for index in indexes]

    context.prompter.show(
        _("Type the numbers of the options that appeal most, for example 1 3."), "quiet"
    )
    return ask_parsed(context, read)


def _asides(
    context: AskContext, _question: Question, earlier_answer: list[Aside] | None
) -> list[Aside] | None:
    """Ask for notes, one per line; a letter before one makes it a parked topic or a reflection."""
    for line in legend():
        context.prompter.show(f"  {line}", "quiet")
    context.prompter.show("  " + _("Anything else is a note for you only."), "quiet")
    answer = ask_lines(context, [aside_line(aside) for aside in earlier_answer or []])
    return [aside_of(line) for line in answer] or None


PARTS: dict[str, Asker] = {
    "goal": _goal,
    "options": _options,
    "weigh": _weigh,
    "asides": _asides,
}
