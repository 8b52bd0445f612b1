"""One conversation on a terminal, in a pipe, as JSON and as CSV."""

import sys
from collections.abc import Iterator

from coachlog.base.errors import UsageError
from coachlog.base.safe import visible_line
from coachlog.base.texts import _, language
from coachlog.display.page import Page
from coachlog.interview import names
from coachlog.interview.conversation import Conversation
from coachlog.journal.release.page import section
from coachlog.journal.release.queries import of_session
from coachlog.journal.session import queries
from coachlog.journal.session.conversation import conversation, name_what_is_meant
from coachlog.journal.session.mirror import ideas_in
from coachlog.journal.session.page import facts, sections
from coachlog.settings import own_methods
from coachlog.terminal.context import Context, hint, text_out
from coachlog.terminal.output import (
    BOTH_FORMATS,
    OutputFormat,
    show_json,
    show_rows,
)
from coachlog.terminal.whole_page import show_whole


def show_one(context: Context, number: int, wish: OutputFormat) -> None:
    """Print conversation *number*; raises NotFoundError."""
    if wish.json and wish.csv:
        raise UsageError(*BOTH_FORMATS)
    with context.reader() as reader:
        if wish.csv:
            from coachlog.export.csv import write

            write(text_out(), queries.SessionLine._fields, [queries.line(reader, number)])
            return
        kept = conversation(reader, number)
        if wish.json:
            show_json(kept)
            return
        names.tell_questions(kept, language(), own_methods())
        method = names.title(kept.get("method"), language(), own_methods())
        name = kept["coachee_name"]
        known = name_what_is_meant(reader, kept)
        whose = ideas_in(reader, number, context.settings.mirror)
        copies = [section(copy, language()) for copy in of_session(reader, number)]
    title = _("Conversation {n} with {name}").format(n=number, name=name)
    ideas = whose.told(name) if whose else ""
    parts = sections(kept, language(), known, context.today, copies, ideas)
    page = Page(title, facts(kept, language(), method), parts, _hints(kept))
    if context.rich or context.aloud:
        show_whole(context, page)
    else:
        sys.stdout.write(f"{visible_line(title)}\n{visible_line(' · '.join(page.facts))}\n")
        show_rows(_rows(page))


def _rows(page: Page) -> Iterator[tuple[str, ...]]:
    """Section, layer, label, text and, where it is told, how it stands."""
    for part in page.sections:
        for line in part.lines:
            number = "" if line.number is None else f"{line.number}  "
            told = (line.told,) if line.told else ()
            yield (part.title, part.layer, line.label, number + line.text, *told)


def _hints(kept: Conversation) -> list[tuple[str, str]]:
    """What a coach does next with a conversation."""
    who = kept["coachee"]
    if kept["status"] == "planned":
        return [
            (hint(f"prep {who}"), _("one page to prepare the conversation")),
            (
                hint(f"session new --coachee {who}"),
                _("hold the talk, question by question"),
            ),
            (hint(f"session move {kept['number']}"), _("move the appointment")),
        ]
    return [
        (hint(f"session edit {kept['number']}"), _("change it")),
        (hint(f"timeline {who}"), _("see it on the timeline")),
    ]
