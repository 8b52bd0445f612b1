"""The conversation on the screen of the guide: the gist on one screen, or all of it."""

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
"""The height of the screen where the terminal does not tell it."""
TITLE_CELLS_MOST = 22
GIST_ROWS_MOST = 3
"""The most rows of one text in the gist."""


def heading(draft: GuideDraft, conversation: Conversation) -> str:
    """Return the heading of the page: with whom, when, and how long."""
    return " · ".join((draft.display_name, *facts(conversation, draft.interview.language)))


def shared_sections(draft: GuideDraft, conversation: Conversation) -> list[Section]:
    """Return the sections that may stand on the screen."""
    return [each for each in _sections(draft, conversation) if each.layer != "private"]


def private_sections(draft: GuideDraft, conversation: Conversation) -> list[Section]:
    """Return the sections for the coach only."""
    return [each for each in _sections(draft, conversation) if each.layer == "private"]


def _veil_line(draft: GuideDraft, conversation: Conversation) -> str:
    """Return a line that names the private sections, and how to show them; empty without any."""
    titles = [section.title for section in private_sections(draft, conversation)]
    return veil(", ".join(titles)) if titles else ""


def _gist(sections_found: Sequence[Section], room: int) -> list[str]:
    """Return the sections in at most *room* rows, those with agreements first.

    If not all of it fits, texts are shortened, then the other sections are left out from the end.
    """
    first = (_("Goals"), _("Options"), _("Actions"), _("Next conversation"), _("Summary"))
    by_title = {section.title: section for section in sections_found}
    leading = [by_title[title] for title in first if title in by_title]
    others = [section for section in sections_found if section.title not in first]
    longest = max((len(section.title) for section in sections_found), default=0)
    width = min(TITLE_CELLS_MOST, longest)
    everything = [
        row
        for section in (*leading, *others)
        for row in _rows(section, section.lines, width, GIST_ROWS_MOST)
    ]
    if len(everything) <= room:
        return everything
    rows = _shortened(leading, width, room)[:room]
    for count in range(len(others), 0, -1):
        more = _shortened(others[:count], width, room - len(rows))
        if len(rows) + len(more) <= room:
            return rows + more
    return rows


def _shortened(parts: Sequence[Section], width: int, room: int) -> list[str]:
    """Return the main lines of *parts*, cut to fewer rows each until they fit in *room*."""
    rows: list[str] = []
    for most in range(GIST_ROWS_MOST, 0, -1):
        rows = [row for part in parts for row in _rows(part, _main_lines(part), width, most)]
        if len(rows) <= room:
            break
    return rows


def show_gist(
    prompter: Prompter, draft: GuideDraft, conversation: Conversation, rows_after: int = 9
) -> None:
    """Show the gist on one screen; of private texts only that they are there.

    *rows_after* is the room that is left for what is shown after it.
    """
    veil_line = _veil_line(draft, conversation)
    room = (prompter.rows or ROWS) - rows_after - (2 if veil_line else 0)
    rows = _gist(shared_sections(draft, conversation), room)
    prompter.show()
    prompter.show(heading(draft, conversation), "heading")
    prompter.show()
    for row in rows:
        prompter.show(row)
    if veil_line:
        prompter.show(veil_line, "quiet")
    if not (rows or veil_line):
        prompter.show(_("Nothing was written yet."), "quiet")


def show_all(prompter: Prompter, sections_found: Sequence[Section]) -> None:
    """Show every section in full, screen by screen, until a command is typed."""
    used_rows = 0
    for text, style in _styled_lines(sections_found):
        # A heading counts two more rows: it should not stand alone at the foot of the screen.
        rows = wrap_text(text).count("\n") + (3 if style == "question" else 1)
        if prompter.rows and used_rows + rows > prompter.rows - 2:
            answer = prompter.ask(Prompt(_("Enter: on") + " ›"))
            if isinstance(answer, Command):
                return
            used_rows = 0
        used_rows += rows
        prompter.show(text, style)


def _sections(draft: GuideDraft, conversation: Conversation) -> list[Section]:
    """Return the sections of the page, with texts for the numbers in *conversation*.

    It puts those texts into *conversation* itself.
    """
    situation = draft.interview.situation
    goals = {goal.number: goal.statement for goal in situation.goals}
    objectives: dict[int | str, str] = {each.number: each.text for each in situation.objectives}
    talents: dict[int | str, str] = {each.number: each.text for each in situation.talents}
    for goal in conversation.get("goals", []):
        goal["objectives"] = _texts_of(goal.get("objectives"), objectives)
        goal["talent_numbers"] = _texts_of(goal.get("talent_numbers"), talents)
    actions = {action.number: action.what for action in situation.actions}
    for review in conversation.get("reviews", []):
        review["what"] = actions.get(review["action"])
    return sections(conversation, draft.interview.language, goals)


def _texts_of(numbers: Sequence[int | str] | None, texts: Mapping[int | str, str]) -> list[str]:
    return [texts.get(number, str(number)) for number in numbers or []]


def _rows(section: Section, lines: Sequence[Line], width: int, most: int) -> list[str]:
    """Return *lines* beside the title of their section, each in at most *most* rows."""
    titles = [section.title, *[""] * len(lines)]
    return [
        row
        for title, line in zip(titles, lines, strict=False)
        for row in _in_columns(title, _line_text(line), width, most)
    ]


def _main_lines(section: Section) -> Sequence[Line]:
    """Return the lines that matter most: chosen options; of goals and actions no details."""
    if section.title == _("Options"):
        chosen = [line for line in section.lines if line.sign == DRAWN.done]
        return chosen or [line for line in section.lines if line.sign]
    if section.title in (_("Goals"), _("Actions")):
        return [line for line in section.lines if line.sign or line.label == _("Not wanted")]
    return section.lines


def _in_columns(title: str, text: str, width: int, most: int) -> list[str]:
    """Return *text* wrap_text beside a title of *width* cells, and cut to at most *most* rows."""
    room = text_columns() - len(MARGIN) - width - 3
    rows = [row for line in text.split("\n") for row in textwrap.wrap(line, room) or [""]]
    if len(rows) > most:
        last_row = textwrap.shorten(" ".join(rows[most - 1 :]), room, placeholder="…")
        rows = [*rows[: most - 1], last_row]
    titles = [title, *[""] * len(rows)]
    return [f"{label:<{width}}  {row}" for label, row in zip(titles, rows, strict=False)]


def _line_text(line: Line) -> str:
    """Return the line as one text: behind its label, or behind its sign and its number."""
    if line.label.endswith("?"):
        return f"{line.label} {line.text}"
    if line.label:
        return _("{label}: {text}").format(label=line.label, text=line.text)
    number = "" if line.number is None else str(line.number)
    told = f"({line.note})" if line.note else ""
    return "  ".join(part for part in (line.sign, number, line.text, told) if part)


def _styled_lines(sections_found: Sequence[Section]) -> Iterator[tuple[str, str]]:
    """Yield the lines of whole sections, each with its style on the screen."""
    for section in sections_found:
        yield "", ""
        private = f"  ({_('for you only')})" if section.layer == "private" else ""
        yield section.title + private, "question"
        # Details stand under the text of a line with a sign.
        margin = "     " if any(line.sign for line in section.lines) else "  "
        for line in section.lines:
            text = line.text.replace("\n", "\n  ")
            if line.label.endswith("?"):
                yield f"  {line.label}", "quiet"
                yield f"  {text}", ""
            else:
                indent = margin if line.label else "  "
                yield indent + _line_text(line._replace(text=text)), ""
    yield "", ""
