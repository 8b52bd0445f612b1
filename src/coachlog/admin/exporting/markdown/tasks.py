"""Actions as tasks of a note, with the signs that the plug-in Tasks of Obsidian knows."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from coachlog.base.texts import _
from coachlog.display.page import labelled_lines
from coachlog.export.markdown.note import AS_OF, TASKS
from coachlog.export.markdown.text import as_task, bullet
from coachlog.journal.action.queries import ACTIONS, ActionLine
from coachlog.journal.common.marks import without_if, without_then
from coachlog.schema.action import ACTION
from coachlog.schema.vocabulary import DOERS

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

BOXES = {"open": " ", "done": "x", "partly": "/", "dropped": "-"}
"""What stands in the box of a task, by the status of the action."""
CLOSED_SIGNS = {"done": "✅", "dropped": "❌"}


def task_lines(actions: Iterable[ActionLine]) -> str:
    """Return *actions* as a list of tasks, each with its details below it."""
    return "\n".join(line for action in actions for line in _lines(action))


def task_properties(reader: "Reader", actions: Sequence[ActionLine]) -> dict[str, object]:
    """Return the properties by which it is seen later what was ticked, and what changed here."""
    ids = {action.number: ACTIONS.id_of(reader, action.number) for action in actions}
    tasks = [
        f"a{each.number} {each.status} {each.due_on or '-'} {ids[each.number]}" for each in actions
    ]
    sql = (
        "select max(at) from (select created_at as at from action"
        " where id in (select value from json_each(:ids))"
        " union all select o.stamp from change c join operation o on o.id = c.operation"
        " where c.noun = 'action' and c.record_id in (select value from json_each(:ids)))"
    )
    as_of = reader.value(sql, ids=json.dumps([*ids.values()]))
    return {TASKS: tasks or None, AS_OF: as_of}


def _lines(action: ActionLine) -> Iterator[str]:
    """Yield the line of a task, and those of its details."""
    days = [("📅", action.due_on), (CLOSED_SIGNS.get(action.status), action.closed_on)]
    signs = [f"{sign} {day}" for sign, day in days if sign and day]
    what = as_task(action.what)
    yield " ".join([f"- [{BOXES[action.status]}]", what, *signs, f"^a{action.number}"])
    labels = {key: _(label) for key, label in ACTION.labels.items()}
    confidence = f"{action.confidence}/10" if action.confidence else None
    details = {
        labels["outcome"]: action.outcome,
        labels["confidence"]: confidence,
        labels["obstacle"]: without_if(action.obstacle),
        labels["plan"]: without_then(action.plan),
        labels["helper"]: action.helper,
        labels["done_by"]: _(DOERS[action.done_by]) if action.done_by else None,
    }
    for line in labelled_lines(details):
        yield bullet(f"{line.label}: {line.text}", 1)
