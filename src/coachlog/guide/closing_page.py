"""What was said, for the screen of the guide: in brief on one screen, or all of it."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from coachlog.base.texts import _
from coachlog.display.page import Line, Section
from coachlog.display.signs import DRAWN
from coachlog.guide.display import veil
from coachlog.guide.draft import GuideDraft
from coachlog.interview.conversation import Conversation
from coachlog.journal.session.page import facts, sections
from coachlog.terminal.prompt_commands import Command
from coachlog.terminal.prompter import MARGIN, Prompt, Prompter, text_columns, wrap_text

ROWS = 24
"""The height of a screen where nothing tells it."""
LABEL_MOST = 22
MOST = 3
"""The most lines that are shown of one text where only the gist is."""


def heading(draft: GuideDraft, said: Conversation) -> str:
    """The heading of the page: with whom, and when."""
    return " · ".join((draft.called, *facts(said, draft.interview.language)))


def shared_sections(draft: GuideDraft, said: Conversation) -> list[Section]:
    """What may stand on the screen, with words for the numbers in it."""
    return [each for each in _sections(draft, said) if each.layer != "private"]


def private_sections(draft: GuideDraft, said: Conversation) -> list[Section]:
    """What is for the coach only."""
    return [each for each in _sections(draft, said) if each.layer == "private"]


def veiled(draft: GuideDraft, said: Conversation) -> str:
    """The line that tells what there is for the coach only, and how it is shown; may be empty."""
    titles = [each.title for each in private_sections(draft, said)]
    return veil(", ".join(titles)) if titles else ""


def gist(found: Sequence[Section], room: int) -> list[str]:
    """*found* in at most *room* rows: first what was agreed, in more words where there is room."""
    first = (_("Goals"), _("Options"), _("Actions"), _("Next conversation"), _("Summary"))
    by_title = {each.title: each for each in found}
    leading = [by_title[title] for title in first if title in by_title]
    others = [each for each in found if each.title not in first]
    widest = min(LABEL_MOST, max((len(each.title) for each in found), default=0))
    whole = [row for part in (*leading, *others) for row in _rows(part, part.lines, widest, MOST)]
    if len(whole) <= room:
        return whole
    rows = _fitting(leading, widest, room)[:room]
    for at in range(len(others), 0, -1):
        more = _fitting(others[:at], widest, room - len(rows))
        if len(rows) + len(more) <= room:
            return rows + more
    return rows


def _fitting(parts: Sequence[Section], widest: int, room: int) -> list[str]:
    """The rows of *parts*, of fewer words where there is no room for more."""
    rows: list[str] = []
    for most in range(MOST, 0, -1):
        rows = [row for part in parts for row in _rows(part, _main(part), widest, most)]
        if len(rows) <= room:
            break
    return rows


def show_gist(prompter: Prompter, draft: GuideDraft, said: Conversation, around: int = 9) -> None:
    """Show what matters of what was *said*, and of what is private only that it is there.

    *around* are the rows for what comes after it.
    """
    veil = veiled(draft, said)
    room = (prompter.rows or ROWS) - around - (2 if veil else 0)
    rows = gist(shared_sections(draft, said), room)
    prompter.show()
    prompter.show(heading(draft, said), "heading")
    prompter.show()
    for row in rows:
        prompter.show(row)
    if veil:
        prompter.show(veil, "quiet")
    if not (rows or veil):
        prompter.show(_("Nothing was written yet."), "quiet")


def show_all(prompter: Prompter, found: Sequence[Section]) -> None:
    """Every section in full, screen by screen."""
    used = 0
    for text, style in _lines(found):
        # A heading does not stand alone at the foot of the screen.
        rows = wrap_text(text).count("\n") + (3 if style == "question" else 1)
        if prompter.rows and used + rows > prompter.rows - 2:
            answer = prompter.ask(Prompt(_("Enter: on") + " ›"))
            if isinstance(answer, Command):
                return
            used = 0
        used += rows
        prompter.show(text, style)


def _sections(draft: GuideDraft, said: Conversation) -> list[Section]:
    situation = draft.interview.situation
    known = {goal.number: goal.statement for goal in situation.goals}
    objectives: dict[int | str, str] = {each.number: each.text for each in situation.objectives}
    talents: dict[int | str, str] = {each.number: each.text for each in situation.talents}
    for goal in said.get("goals", []):
        goal["objectives"] = _named(goal.get("objectives"), objectives)
        goal["talent_numbers"] = _named(goal.get("talent_numbers"), talents)
    agreed = {action.number: action.what for action in situation.actions}
    for review in said.get("reviews", []):
        review["what"] = agreed.get(review["action"])
    return sections(said, draft.interview.language, known)


def _named(numbers: Sequence[int | str] | None, known: Mapping[int | str, str]) -> list[str]:
    return [known.get(number, str(number)) for number in numbers or []]


def _rows(part: Section, lines: Sequence[Line], widest: int, most: int) -> list[str]:
    """*lines* of a section beside its title, each in so many rows at *most*."""
    titles = [part.title, *[""] * len(lines)]
    return [
        row
        for title, line in zip(titles, lines, strict=False)
        for row in _in_column(title, _text(line), widest, most)
    ]


def _main(part: Section) -> Sequence[Line]:
    """The lines of a section that matter most."""
    if part.title == _("Options"):
        chosen = [each for each in part.lines if each.sign == DRAWN.done]
        return chosen or [each for each in part.lines if each.sign]
    if part.title in (_("Goals"), _("Actions")):
        return [each for each in part.lines if each.sign or each.label == _("Not wanted")]
    return part.lines


def _in_column(title: str, text: str, widest: int, most: int) -> list[str]:
    room = text_columns() - len(MARGIN) - widest - 3
    found = [row for each in text.split("\n") for row in textwrap.wrap(each, room) or [""]]
    if len(found) > most:
        found = [
            *found[: most - 1],
            textwrap.shorten(" ".join(found[most - 1 :]), room, placeholder="…"),
        ]
    labels = [title, *[""] * len(found)]
    return [f"{label:<{widest}}  {row}" for label, row in zip(labels, found, strict=False)]


def _text(line: Line) -> str:
    if line.label.endswith("?"):
        return f"{line.label} {line.text}"
    if line.label:
        return _("{label}: {text}").format(label=line.label, text=line.text)
    number = "" if line.number is None else str(line.number)
    note = f"({line.note})" if line.note else ""
    return "  ".join(part for part in (line.sign, number, line.text, note) if part)


def _lines(found: Sequence[Section]) -> Iterator[tuple[str, str]]:
    """The lines of whole sections, each with its style."""
    for part in found:
        yield "", ""
        private = f"  ({_('for you only')})" if part.layer == "private" else ""
        yield part.title + private, "question"
        margin = "     " if any(line.sign for line in part.lines) else "  "
        for line in part.lines:
            text = line.text.replace("\n", "\n  ")
            if line.label.endswith("?"):
                yield f"  {line.label}", "quiet"
                yield f"  {text}", ""
            else:
                yield (margin if line.label else "  ") + _text(line._replace(text=text)), ""
    yield "", ""
