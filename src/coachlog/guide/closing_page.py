"""The conversation on the screen of the guide: the gist on one screen, or all of it."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from coachlog.base.days import day_text
from coachlog.base.texts import _
from coachlog.display.page import Line, Section
from coachlog.display.signs import DRAWN
from coachlog.guide.display import veil
from coachlog.guide.draft import GuideDraft
from coachlog.interview.conversation import Conversation, Goal
from coachlog.journal.session.page import facts, sections
from coachlog.schema.vocabulary import TRAJECTORY_STATUSES
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
    return [section for section in _sections(draft, conversation) if section.layer != "private"]


def private_sections(draft: GuideDraft, conversation: Conversation) -> list[Section]:
    """Return the sections for the coach only."""
    return [section for section in _sections(draft, conversation) if section.layer == "private"]


def _veil_line(draft: GuideDraft, conversation: Conversation) -> str:
    """Return a line that names the private sections, and how to show them; empty without any."""
    titles = [section.title for section in private_sections(draft, conversation)]
    return veil(", ".join(titles)) if titles else ""


def _gist(sections_found: Sequence[Section], room: int) -> list[str]:
    """Return the sections in at most *room* rows, those with agreements first.

    If they do not fit, texts are shortened; then the other sections are left out from the end.
    """
    leading_titles = (_("Goals"), _("Options"), _("Actions"), _("Next conversation"), _("Summary"))
    by_title = {section.title: section for section in sections_found}
    leading = [by_title[title] for title in leading_titles if title in by_title]
    others = [section for section in sections_found if section.title not in leading_titles]
    longest = max((len(section.title) for section in sections_found), default=0)
    width = min(TITLE_CELLS_MOST, longest)
    all_rows = [
        row
        for section in (*leading, *others)
        for row in _rows(section, section.lines, width, GIST_ROWS_MOST)
    ]
    if len(all_rows) <= room:
        return all_rows
    leading_rows = _shortened(leading, width, room)[:room]
    for count in range(len(others), 0, -1):
        other_rows = _shortened(others[:count], width, room - len(leading_rows))
        if len(leading_rows) + len(other_rows) <= room:
            return leading_rows + other_rows
    return leading_rows


def _shortened(parts: Sequence[Section], width: int, room: int) -> list[str]:
    """Return the main lines of *parts*, cut to fewer rows each until they fit in *room*.

    With one row for each line they may still be too many.
    """
    rows: list[str] = []
    for rows_per_line in range(GIST_ROWS_MOST, 0, -1):
        rows = [
            row for part in parts for row in _rows(part, _main_lines(part), width, rows_per_line)
        ]
        if len(rows) <= room:
            break
    return rows


def show_gist(
    prompter: Prompter, draft: GuideDraft, conversation: Conversation, rows_after: int = 9
) -> None:
    """Show the gist on one screen; of private texts only that they are there.

    *rows_after* are kept free on the screen for what is shown after it.
    """
    veil_line = _veil_line(draft, conversation)
    veil_rows = 2 if veil_line else 0
    room = (prompter.rows or ROWS) - rows_after - veil_rows
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
    """Show every section in full, screen by screen; a command instead of Enter ends it."""
    used_rows = 0
    for text, style in _styled_lines(sections_found):
        rows = wrap_text(text).count("\n") + 1
        if style == "question":
            rows += 2  # so that a heading does not stand alone at the foot of the screen
        if prompter.rows and used_rows + rows > prompter.rows - 2:
            answer = prompter.ask(Prompt(_("Enter: on") + " ›"))
            if isinstance(answer, Command):
                return
            used_rows = 0
        used_rows += rows
        prompter.show(text, style)


def _sections(draft: GuideDraft, conversation: Conversation) -> list[Section]:
    """Return the sections of the page, with the texts of what *conversation* has by number.

    Changes *conversation*: its numbers of objectives and talents are replaced by their texts.
    """
    situation = draft.interview.situation
    goals = {goal.number: goal.statement for goal in situation.goals}
    objectives: dict[int | str, str] = {
        objective.number: objective.text for objective in situation.objectives
    }
    talents: dict[int | str, str] = {talent.number: talent.text for talent in situation.talents}
    for goal in conversation.get("goals", []):
        named = _named_for(goal, conversation)
        goal["objectives"] = _texts_of(
            [*(goal.get("objectives") or []), *named.objectives], objectives
        )
        numbers = [*(goal.get("talent_numbers") or []), *named.talents]
        in_words = {line.partition(": ")[0] for line in (goal.get("talents") or "").split("\n")}
        goal["talent_numbers"] = [
            text for text in _texts_of(numbers, talents) if text not in in_words
        ]
    actions = {action.number: action.what for action in situation.actions}
    for review in conversation.get("reviews", []):
        review["what"] = actions.get(review["action"])
    shown = sections(
        conversation, draft.interview.language, goals, copies=_copies(draft, conversation)
    )
    return shown + _ending(draft, conversation)


def _ending(draft: GuideDraft, conversation: Conversation) -> list[Section]:
    """Return the section about the end of the trajectory, or [] if it would be empty."""
    status = _(TRAJECTORY_STATUSES["closed"]) if conversation.get("trajectory_closed") else ""
    kept_until = day_text(conversation.get("retention_on"), draft.interview.language)
    lines = [
        Line(_("Status"), status),
        Line(_("What came of it"), conversation.get("trajectory_closing") or ""),
        Line(_("Kept until"), kept_until),
    ]
    filled = [line for line in lines if line.text]
    return [Section(_("Trajectory"), filled)] if filled else []


def _copies(draft: GuideDraft, conversation: Conversation) -> list[Section]:
    """Return the section of each text that one reader may be given."""
    layer = "private" if draft.interview.method.discreet else "released"
    return [
        Section(_("For {whom}").format(whom=copy["to_whom"]), [Line("", copy["text"])], layer)
        for copy in conversation.get("releases", [])
    ]


class _GoesWithGoal(NamedTuple):
    """What was named in the conversation and goes with one goal, by its number or its text."""

    objectives: list[int | str]
    talents: list[int | str]


def _named_for(goal: Goal, conversation: Conversation) -> _GoesWithGoal:
    """Return the objectives and talents of the conversation that go with that *goal*."""
    keys = {goal.get("ref"), goal.get("number")} - {None}
    return _GoesWithGoal(
        [
            each.get("number") or each["statement"]
            for each in conversation.get("objectives", [])
            if each.get("goal") in keys
        ],
        [
            each.get("number") or each["strength"]
            for each in conversation.get("talents", [])
            if each.get("goal") in keys
        ],
    )


def _texts_of(numbers: Sequence[int | str] | None, texts: Mapping[int | str, str]) -> list[str]:
    return [texts.get(number, str(number)) for number in numbers or []]


def _rows(section: Section, lines: Sequence[Line], width: int, most: int) -> list[str]:
    """Return *lines* beside the title of their section, each in at most *most* rows."""
    titles = [section.title, *[""] * len(lines)]  # the title stands beside the first line only
    return [
        row
        for title, line in zip(titles, lines, strict=False)
        for row in _in_columns(title, _line_text(line), width, most)
    ]


def _main_lines(section: Section) -> Sequence[Line]:
    """Return the lines that matter most: chosen options; goals and actions without their details.

    A line with a sign is an option, a goal or an action; the lines after it are its details.
    """
    if section.title == _("Options"):
        chosen = [line for line in section.lines if line.sign == DRAWN.done]
        return chosen or [line for line in section.lines if line.sign]
    if section.title in (_("Goals"), _("Actions")):
        return [line for line in section.lines if line.sign or line.label == _("Not wanted")]
    return section.lines


def _in_columns(title: str, text: str, width: int, most: int) -> list[str]:
    """Return *text* wrapped beside a title of *width* cells, and cut to at most *most* rows."""
    # Two cells stand between title and text, and one stays free at the edge.
    room = text_columns() - len(MARGIN) - width - 3
    rows = [row for line in text.split("\n") for row in textwrap.wrap(line, room) or [""]]
    if len(rows) > most:  # the lines of a list follow each other then, still told apart
        rows = textwrap.wrap(" · ".join(filter(None, text.split("\n"))), room)
    if len(rows) > most:
        last_row = textwrap.shorten(" ".join(rows[most - 1 :]), room, placeholder="…")
        rows = [*rows[: most - 1], last_row]
    titles = [title, *[""] * len(rows)]
    return [f"{label:<{width}}  {row}" for label, row in zip(titles, rows, strict=False)]


def _line_text(line: Line) -> str:
    """Return the line as one text: after its label, or after its sign and its number."""
    if line.label.endswith("?"):
        return f"{line.label} {line.text}"
    if line.label:
        return _("{label}: {text}").format(label=line.label, text=line.text)
    number = "" if line.number is None else str(line.number)
    note = f"({line.note})" if line.note else ""
    return "  ".join(part for part in (line.sign, number, line.text, note) if part)


def _styled_lines(sections_found: Sequence[Section]) -> Iterator[tuple[str, str]]:
    """Yield the lines of whole sections, each with its style on the screen; "" is the usual one."""
    for section in sections_found:
        yield "", ""
        suffix = f"  ({_('for you only')})" if section.layer == "private" else ""
        yield section.title + suffix, "question"
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
