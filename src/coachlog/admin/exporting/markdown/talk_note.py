"""A conversation as a note."""

from typing import TYPE_CHECKING

from coachlog import settings
from coachlog.admin.exporting.markdown.lines import section_texts
from coachlog.admin.exporting.markdown.tasks import task_lines, task_properties
from coachlog.base.texts import _, language
from coachlog.display.page import Page
from coachlog.export.markdown.note import Note
from coachlog.export.markdown.text import as_line, link
from coachlog.interview import names
from coachlog.interview.conversation import Conversation
from coachlog.journal.action import queries as action_queries
from coachlog.journal.common.corrections import of_record, page_with_corrections
from coachlog.journal.release.page import section as copy_section
from coachlog.journal.release.queries import of_session
from coachlog.journal.session.conversation import conversation, resolve_references
from coachlog.journal.session.page import facts, sections
from coachlog.journal.session.practice_facts import practice_facts
from coachlog.schema.field import MOMENT, SHARED, TEXT, Field
from coachlog.schema.session import SESSION

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

_PLACED = ("number", "coachee", "date", "held_on", "trajectory")


def talk_note(
    reader: "Reader", record_id: str, number: int, name: str, person_note: str, *, private: bool
) -> Note:
    """Return conversation *number* as a note; *person_note* is the name of that of the person.

    Without *private* it has only what the person coached may read.
    """
    record = conversation(reader, number, shared_only=not private)
    actions = action_queries.of_session(reader, number)
    properties = {**_properties(record, person_note), **task_properties(reader, actions)}
    record.pop("actions", None)
    page = _page(reader, number, record, private=private)
    person = link(person_note, record["coachee_name"])
    values = " · ".join([person, *map(as_line, page.facts)])
    tasks = [f"## {_('Actions')}\n\n{task_lines(actions)}"] if actions else []
    body = [f"# {as_line(page.title)}", values, *section_texts(page.sections), *tasks]
    return Note(record_id, name, properties, "\n\n".join(body))


def _page(reader: "Reader", number: int, record: Conversation, *, private: bool) -> Page:
    """Return the page of a conversation, with its corrections."""
    names.add_question_texts(record, language(), settings.own_methods())
    statements = resolve_references(reader, record)
    copies = [copy_section(each, language()) for each in of_session(reader, number)]
    method = names.title(record.get("method"), language(), settings.own_methods())
    title = _("Conversation {n} with {name}").format(n=number, name=record["coachee_name"])
    parts = sections(record, language(), statements, copies=copies if private else ())
    values = [*facts(record, language(), method), *practice_facts(record)]
    return page_with_corrections(Page(title, values, parts), of_record(reader, "session", number))


def _properties(record: Conversation, person_note: str) -> dict[str, object]:
    """Return the properties: what is told in a word, and the topic, by the keys of the JSON."""
    day, _separator, time = record["date"].partition("T")
    values = {
        field.key: _value(field, record)
        for field in SESSION.fields
        if field.layer == SHARED and field.key not in _PLACED
        if field.kind != TEXT or field.key == "topic"
    }
    return {
        "kind": "conversation",
        "number": record["number"],
        "date": day,
        "time": time,
        "person": link(person_note),
        **values,
    }


def _value(field: Field, record: Conversation) -> object:
    value = record.get(field.key)
    is_moment = field.kind == MOMENT and len(str(value)) == len("2026-04-14T14:00")
    return f"{value}:00" if is_moment else value  # so that Obsidian knows it for one
