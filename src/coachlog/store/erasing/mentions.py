"""What others' records say about a person: where, and writing another word in its place."""
# ruff: noqa: S608 - tables and columns come from our own schema, values are bound

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from coachlog.base.name_finder import Found, NameFinder, replaced
from coachlog.schema.field import WORDS
from coachlog.schema.tables import TABLES
from coachlog.store.connection import Reader, Writer
from coachlog.store.erasing.order import KEEP, REMOVE, ErasureOrder
from coachlog.store.removal import delete_records, plan_removal, unlink_records

DRAFT_TEXTS = "state"
"""The column of a draft that has its answers."""

_OF_WHOM = {"coachee": ("name", "handle")}
"""Columns that say who somebody else is, which name nobody else."""


class NamedText(NamedTuple):
    """A text of a record that stays, and where somebody is named in it."""

    table: str
    record_id: str
    column: str
    text: str
    found: list[Found]

    @property
    def sure(self) -> bool:
        """Whether one of the names is nobody else's."""
        return any(each.sure for each in self.found)


def find_mentions(reader: Reader, finder: NameFinder) -> Iterator[NamedText]:
    """Yield the texts in records that name somebody, and in unfinished conversations."""
    for table, columns in _text_columns().items():
        names = ", ".join(f'"{column}"' for column in columns)
        for record_id, *texts in reader.plain(f'select id, {names} from "{table}" order by id'):
            for column, text in zip(columns, texts, strict=True):
                if text and (found := finder.find(text)):
                    yield NamedText(table, record_id, column, text, found)
    for draft_id, state in reader.plain("select id, state from draft order by id"):
        answers = "\n".join(_strings(json.loads(state)))
        if found := finder.find(answers):
            yield NamedText("draft", draft_id, DRAFT_TEXTS, answers, found)


def apply_decisions(
    writer: Writer, order: ErasureOrder, finder: NameFinder
) -> tuple[int, dict[str, list[str]]]:
    """Do to each text of the records that stay what was decided; return how many were altered.

    The ids of contacts that were removed, and of what went with them, come after it, by table.
    """
    altered, removed = 0, dict[str, list[str]]()
    for mention in list(find_mentions(writer, finder)):
        decision = order.decision(mention.record_id, mention.column, sure=mention.sure)
        if decision == KEEP or mention.record_id in removed.get(mention.table, ()):
            continue
        altered += 1
        if mention.table == "draft":
            _apply_to_draft(writer, mention, decision, order.word, finder)
        elif is_contact_name(mention) and decision == REMOVE:
            for table, ids in _remove_contact(writer, mention.record_id).items():
                removed.setdefault(table, []).extend(ids)
        else:
            required = TABLES[mention.table].field(mention.column).required
            text = replacement_text(mention, decision, order.word, required=required)
            sql = f'update "{mention.table}" set "{mention.column}" = :text where id = :id'
            writer.execute(sql, text=text, id=mention.record_id)
    return altered, removed


def replacement_text(mention: NamedText, decision: str, word: str, *, required: bool) -> str | None:
    """Return the text that replaces one that names the person: with *word* for the name, or None.

    Where the text was to be removed and one is *required*, *word* stands for all of it.
    """
    if decision == REMOVE:
        return word if required else None
    return replaced(mention.text, _to_replace(mention.found), word)


def _to_replace(found: list[Found]) -> list[Found]:
    """Return the names to replace: those that are surely theirs, or all where none is."""
    return [each for each in found if each.sure] or found


def is_contact_name(mention: NamedText) -> bool:
    """Whether the text is the name of a contact, who is then removed as a whole."""
    return (mention.table, mention.column) == ("contact", "name")


def apply_to_logged_row(
    table: str, record_id: str, row: Mapping[str, Any], order: ErasureOrder, finder: NameFinder
) -> dict[str, Any]:
    """Return a row of the log with its texts changed as `apply_decisions` changes the record."""
    noun = TABLES[table]
    result = dict(row)
    for column in _text_columns().get(table, ()):
        text = row.get(column)
        if isinstance(text, str) and (found := finder.find(text)):
            mention = NamedText(table, record_id, column, text, found)
            decision = order.decision(record_id, column, sure=mention.sure)
            if decision != KEEP:
                required = noun.field(column).required
                result[column] = replacement_text(mention, decision, order.word, required=required)
    return result


def _text_columns() -> dict[str, list[str]]:
    """Return the columns with words of people, by table."""
    return {
        name: columns
        for name, table in TABLES.items()
        if (
            columns := [
                field.name
                for field in table.fields
                if field.kind in WORDS and field.name not in _OF_WHOM.get(name, ())
            ]
        )
    }


def _remove_contact(writer: Writer, contact_id: str) -> dict[str, list[str]]:
    """Remove a contact and what belongs to it; return the ids that went, by table."""
    plan = plan_removal(writer, "contact", contact_id)
    delete_records(writer, plan.removed_ids)
    unlink_records(writer, plan.unlinked_ids)
    return plan.removed_ids


def _apply_to_draft(
    writer: Writer, mention: NamedText, decision: str, word: str, finder: NameFinder
) -> None:
    """Change each answer of a draft that names the person, as was decided about the draft."""

    def treat_text(text: str) -> str:
        found = finder.find(text)
        if not found:
            return text
        return word if decision == REMOVE else replaced(text, _to_replace(found), word)

    state = json.loads(writer.value("select state from draft where id = :id", id=mention.record_id))
    writer.execute(
        "update draft set state = :state where id = :id",
        state=json.dumps(_map_texts(state, treat_text)),
        id=mention.record_id,
    )


def _strings(value: Any) -> Iterator[str]:
    """Yield the texts in a JSON value, without the keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def _map_texts(value: Any, change: Callable[[str], str]) -> Any:
    """Return a JSON value with each text changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _map_texts(each, change) for key, each in value.items()}
    return [_map_texts(each, change) for each in value] if isinstance(value, list) else value
