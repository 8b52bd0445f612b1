"""The end of a guided conversation: the whole of it on one page, then save, change or keep."""

from collections.abc import Callable
from typing import Any

from coachlog import kinds
from coachlog.errors import StoppedError
from coachlog.interview.method import Question
from coachlog.journal.session.fields import MINUTES_MOST
from coachlog.journal.session.guide.display import veil
from coachlog.journal.session.guide.leading import Guide
from coachlog.journal.session.guide.picking_up import PLANNED, let_go
from coachlog.journal.session.moments import parse
from coachlog.journal.session.page import facts, sections
from coachlog.journal.words import FORMS
from coachlog.pages import Line, Section
from coachlog.terminal.answering import answered
from coachlog.terminal.commands_typed import PRIVATE, STOP, Command
from coachlog.terminal.context import Context
from coachlog.terminal.prompter import Prompt
from coachlog.texts import _

SAVE, CHANGE, KEEP = "1", "2", "3"


def close(guide: Guide, context: Context) -> None:
    """Show the page and ask what to do until the coach saves; StoppedError keeps the draft."""
    while True:
        if guide.interview.current:
            guide.lead()
        _show(guide)
        choice = _choose(guide)
        if choice == SAVE:
            return
        if choice == KEEP:
            raise StoppedError
        _change(guide, context)


def _show(guide: Guide) -> None:
    """The whole conversation: headings, signs before what counts, details beneath it.

    Of what is private only that it is there: the person coached may sit beside the screen.
    """
    said = _said(guide)
    language = guide.interview.language
    situation = guide.interview.situation
    known = {goal.number: goal.statement for goal in situation.goals}
    objectives = {each.number: each.text for each in situation.objectives}
    talents = {each.number: each.text for each in situation.talents}
    for goal in said.get("goals", []):
        goal["objectives"] = _named(goal.get("objectives"), objectives)
        goal["talent_numbers"] = _named(goal.get("talent_numbers"), talents)
    agreed = {action.number: action.what for action in situation.actions}
    for review in said.get("reviews", []):
        review["what"] = agreed.get(review["action"])
    show = guide.prompter.show
    show()
    show(" · ".join((said["coachee"], *facts(said, language))), "heading")
    for section in sections(said, language, known):
        show()
        if section.layer == "private":
            show(veil(section.title), "quiet")
        else:
            _show_section(guide, section)
    show()


def _said(guide: Guide) -> dict[str, Any]:
    """The conversation; with three at the table without the number of a goal that is not shown."""
    said = guide.said()
    if guide.draft.with_three:
        shown = {goal.number for goal in guide.interview.situation.goals}
        scores = said.pop("scores", [])
        said["scores"] = [
            each for each in scores if isinstance(each["goal"], str) or each["goal"] in shown
        ]
    return said


def _unveil(guide: Guide) -> None:
    """Show what is for the coach only."""
    said, language = guide.said(), guide.interview.language
    found = [each for each in sections(said, language, {}) if each.layer == "private"]
    for section in found:
        guide.prompter.show()
        _show_section(guide, section)
    if not found:
        guide.prompter.show(_("Nothing is hidden here."), "quiet")
    guide.prompter.show()


def _show_section(guide: Guide, section: Section) -> None:
    private = f"  ({_('for you only')})" if section.layer == "private" else ""
    guide.prompter.show(section.title + private, "question")
    signed = any(line.sign for line in section.lines)
    for line in section.lines:
        _show_line(guide, line, "     " if signed else "  ")


def _named(numbers: list[int] | None, known: dict[int, str]) -> list[str]:
    return [known.get(number, str(number)) for number in numbers or []]


def _show_line(guide: Guide, line: Line, margin: str) -> None:
    text = line.text.replace("\n", "\n  ")
    if line.label.endswith("?"):
        guide.prompter.show(f"  {line.label}", "quiet")
        guide.prompter.show(f"  {text}")
    elif line.label:
        guide.prompter.show(margin + _("{label}: {text}").format(label=line.label, text=text))
    else:
        number = "" if line.number is None else str(line.number)
        told = f"({line.told})" if line.told else ""
        parts = (line.sign, number, text, told)
        guide.prompter.show("  " + "  ".join(part for part in parts if part))


def _choose(guide: Guide) -> str:
    guide.prompter.show(f"1  {_('Save')}\n2  {_('Change something')}\n3  {_('Save as draft')}")
    prompt = Prompt("1-3 ›", check=lambda text: kinds.scale(text or "1", 1, 3))
    while isinstance(answer := guide.prompter.ask(prompt), Command) and answer.name == PRIVATE:
        _unveil(guide)
    if isinstance(answer, Command):
        return {"stop": KEEP, "back": CHANGE}.get(answer.name, CHANGE)
    return str(kinds.scale(answer or "1", 1, 3))


def _change(guide: Guide, context: Context) -> None:
    """List the answers by number, and what is known of the talk itself; ask one again."""
    heads = {"d": (_("Date"), "date"), "m": (_("Minutes"), "minutes"), "f": (_("Form"), "form")}
    if PLANNED in guide.draft.head:
        heads["p"] = (_("Planned as conversation"), PLANNED)
    for letter, (label, key) in heads.items():
        told = _("{label}: {text}").format(label=label, text=guide.draft.head.get(key) or "–")
        guide.prompter.show(f"  {letter}  {told}")
    asked: list[Question] = guide.interview.path
    for place, question in enumerate(asked, 1):
        mark = "" if guide.interview.given.get(question.id) is not None else "  –"
        guide.prompter.show(f"  {place}  {question.ask(guide.interview.language)}{mark}")

    def check(text: str) -> object:
        return text.strip().casefold() in heads or kinds.scale(text, 1, len(asked))

    answer = _ask(guide, check)
    if answer.casefold() in heads:
        _change_head(guide, context, heads[answer.casefold()][1])
    elif chosen := kinds.scale(answer, 1, len(asked)):
        guide.interview.change(asked[chosen - 1].id)
        guide.lead()


def _ask(guide: Guide, check: Callable[[str], object], half: str = "") -> str:
    """What was typed, or nothing for a command that leads back to the page."""
    answer = answered(guide.prompter, Prompt("›", check=check, half=half))
    if isinstance(answer, Command) and answer.name == STOP:
        raise StoppedError
    return "" if isinstance(answer, Command) else answer.strip()


def _change_head(guide: Guide, context: Context, key: str) -> None:
    if key == PLANNED:
        let_go(guide)
        guide.prompter.show(_("This is saved as a separate conversation."), "quiet")
        return
    if key == "form":
        guide.prompter.show(
            " · ".join(f"{name} ({_(words)})" for name, words in FORMS.items()), "quiet"
        )

    def read(text: str) -> Any:
        if key == "date":
            moment = parse(text, context.now, guide.draft.head["time_zone"], past=True)
            return moment.strftime("%Y-%m-%dT%H:%M")
        if key == "form":
            return kinds.choice(text, tuple(FORMS))
        return kinds.scale(text, 1, MINUTES_MOST)

    def ask(half: str) -> str:
        return _ask(guide, lambda text: read(text) if text.strip() else None, half)

    def take(answer: str) -> None:
        if answer:
            guide.put_down(head=guide.draft.head | {key: read(answer)})

    guide.until_kept(f"head.{key}", ask, take)
