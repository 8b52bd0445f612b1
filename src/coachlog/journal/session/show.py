"""One conversation on a terminal, in a pipe, as JSON and as CSV."""

from coachlog.base.texts import _, language
from coachlog.display.page import Page
from coachlog.interview import names
from coachlog.interview.conversation import Conversation
from coachlog.journal.common.corrections import (
    json_with_corrections,
    of_record,
    page_with_corrections,
)
from coachlog.journal.common.numbered import Number
from coachlog.journal.release.page import section
from coachlog.journal.release.queries import of_session
from coachlog.journal.session import queries
from coachlog.journal.session.conversation import conversation, resolve_references
from coachlog.journal.session.mirror import ideas_in
from coachlog.journal.session.page import facts, sections
from coachlog.journal.session.practice_facts import practice_facts
from coachlog.settings import own_methods
from coachlog.terminal.context import Context, context, hint
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat
from coachlog.terminal.record_output import show_page
from coachlog.values.typed import record_number


def show(number: Number, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show one conversation, with its private notes marked.

    coachlog session show 1
    """
    show_one(context(), record_number(number), OutputFormat(as_json, as_csv))


def show_one(context: Context, number: int, output_format: OutputFormat) -> None:
    """Print conversation *number*, for people or for a script; raises NotFoundError."""
    with context.reader() as reader:
        row = queries.line(reader, number)
        record = conversation(reader, number)
        corrections = of_record(reader, "session", number)
    as_data = json_with_corrections(record, corrections)
    show_page(
        context,
        output_format,
        [row],
        as_data,
        lambda: page_with_corrections(_page(context, record), corrections),
    )


def _page(context: Context, record: Conversation) -> Page:
    """Return the page for people; adds to *record* the texts of what it refers to."""
    number, name = record["number"], record["coachee_name"]
    names.add_question_texts(record, language(), own_methods())
    with context.reader() as reader:
        goal_statements = resolve_references(reader, record)
        figures = ideas_in(reader, number, context.settings.mirror)
        copies = [section(copy, language()) for copy in of_session(reader, number)]
    title = _("Conversation {n} with {name}").format(n=number, name=name)
    method = names.title(record.get("method"), language(), own_methods())
    ideas = figures.as_text(name) if figures else ""
    parts = sections(record, language(), goal_statements, context.today, copies, ideas)
    all_facts = [*facts(record, language(), method), *practice_facts(record)]
    return Page(title, all_facts, parts, _hints(record))


def _hints(record: Conversation) -> list[tuple[str, str]]:
    """Return what a coach may do next with a conversation: each command, and what it is for."""
    coachee, number = record["coachee"], record["number"]
    if record["status"] == "planned":
        return [
            (hint(f"prep {coachee}"), _("one page to prepare the conversation")),
            (
                hint(f"session new --coachee {coachee}"),
                _("hold the talk, question by question"),
            ),
            (hint(f"session move {number}"), _("move the appointment")),
        ]
    return [
        (hint(f"session edit {number}"), _("change it")),
        (hint(f"timeline {coachee}"), _("see it on the timeline")),
    ]
