"""Keeps conversations: the heavy end, imported while the coach types or when a script gives one."""

from collections.abc import Sequence
from typing import Any

from coachlog.errors import InputRefusedError
from coachlog.journal.answer_types import checked
from coachlog.journal.session.conversation import READ_ONLY, READ_ONLY_OF_ACTION
from coachlog.journal.session.model import SessionInput
from coachlog.journal.session.service import Recorded, record
from coachlog.store.drafts import remove_draft
from coachlog.terminal.context import Context


def save(context: Context, inputs: Sequence[Any], draft_id: str | None = None) -> list[Recorded]:
    """Check and keep *inputs*, all or none, and throw the draft away with the same stroke.

    Raises InputRefusedError with the path of the first wrong field; with several inputs the
    path begins with the line.
    """
    several = len(inputs) > 1
    data = [
        _checked(context, each, line if several else None) for line, each in enumerate(inputs, 1)
    ]
    with context.work("session new") as work:
        recorded = []
        for line, each in enumerate(data, 1):
            try:
                recorded.append(record(work, each, context.zone))
            except InputRefusedError as error:
                raise _at_line(error, line if several else None) from error
        if draft_id:
            remove_draft(work, draft_id)
        return recorded


def _checked(context: Context, data: Any, line: int | None) -> SessionInput:
    data = _as_input(data)
    try:
        return checked(SessionInput, data, context.today)
    except InputRefusedError as error:
        raise _at_line(error, line) from error


def _as_input(data: Any) -> Any:
    """*data* without the keys that only the journal writes, so that `show --json` can come back."""
    if not isinstance(data, dict):
        return data
    kept = {key: value for key, value in data.items() if key not in READ_ONLY}
    if isinstance(kept.get("actions"), list):
        kept["actions"] = [
            {key: value for key, value in action.items() if key not in READ_ONLY_OF_ACTION}
            if isinstance(action, dict)
            else action
            for action in kept["actions"]
        ]
    return kept


def _at_line(error: InputRefusedError, line: int | None) -> InputRefusedError:
    if line is None:
        return error
    return InputRefusedError(f"{line}: {error.values['path']}", str(error.values["problem"]))
