"""One conversation on a terminal, in a pipe, as JSON and as CSV."""

from coachlog.base.texts import _, language
from coachlog.display.page import Page
from coachlog.interview import names
from coachlog.interview.conversation import Conversation
from coachlog.journal.common.numbered import Number
from coachlog.journal.release.page import section
from coachlog.journal.release.queries import of_session
from coachlog.journal.session import queries
from coachlog.journal.session.conversation import conversation, resolve_references
from coachlog.journal.session.mirror import ideas_in
from coachlog.journal.session.page import facts, sections
from coachlog.settings import own_methods
from coachlog.terminal.context import Context, context, hint
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_page
from coachlog.values import parse


def show(number: Number, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show one conversation, with its private notes marked.

    coachlog session show 1
    """
    show_one(context(), parse.number(number) or 0, OutputFormat(as_json, as_csv))


def show_one(context: Context, number: int, wish: OutputFormat) -> None:
    """Print conversation *number*; raises NotFoundError."""
    with context.reader() as reader:
        line, kept = queries.line(reader, number), conversation(reader, number)
    show_page(context, wish, [line], kept, lambda: _page(context, kept))


def _page(context: Context, kept: Conversation) -> Page:
    number, name = kept["number"], kept["coachee_name"]
    names.add_question_texts(kept, language(), own_methods())
    with context.reader() as reader:
        known = resolve_references(reader, kept)
        whose = ideas_in(reader, number, context.settings.mirror)
        copies = [section(copy, language()) for copy in of_session(reader, number)]
    title = _("Conversation {n} with {name}").format(n=number, name=name)
    method = names.title(kept.get("method"), language(), own_methods())
    ideas = whose.told(name) if whose else ""
    parts = sections(kept, language(), known, context.today, copies, ideas)
    return Page(title, facts(kept, language(), method), parts, _hints(kept))


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
