"""Keeps conversations: the heavy end, imported while the coach types or when a script gives one."""

from collections.abc import Sequence
from typing import Any

from coachlog.journal.answer_types import checked
from coachlog.journal.lines import at_line
from coachlog.journal.session.conversation import READ_ONLY, READ_ONLY_OF_ACTION
from coachlog.journal.session.model import SessionInput
from coachlog.journal.session.service import Recorded, plan, record
from coachlog.store.drafts import remove_draft
from coachlog.terminal.context import Context
from coachlog.terminal.patience import Patience
from coachlog.texts import _


def save(
    context: Context,
    inputs: Sequence[Any],
    draft_id: str | None = None,
    lines: Sequence[int | None] = (None,),
    *,
    ahead: bool = False,
) -> list[Recorded]:
    """Check and keep *inputs*, all or none, and throw the draft away with the same stroke.

    With *ahead* they are conversations that are planned. Raises InputRefusedError with the path of
    the first wrong field; *lines* tells for each input on which line it stands, and an error tells
    it too.
    """
    data = []
    for each, line in zip(inputs, lines, strict=True):
        with at_line(line):
            data.append(_checked(context, each))
    telling = Patience(_("Conversations kept:"), silent=len(data) == 1)
    with context.work("session plan" if ahead else "session new") as work, telling as waiting:
        recorded = []
        for talk, line in waiting.each(zip(data, lines, strict=True)):
            with at_line(line):
                recorded.append((plan if ahead else record)(work, talk, context.zone))
        if draft_id:
            remove_draft(work, draft_id)
        return recorded


def _checked(context: Context, data: Any) -> SessionInput:
    return checked(SessionInput, _as_input(data), context.today)


def _as_input(data: Any) -> Any:
    """*data* without the keys that only the journal writes, so that `show --json` can come back.

    Where it tells the start in no other way than the journal does, that is the date.
    """
    if not isinstance(data, dict):
        return data
    kept = {key: value for key, value in data.items() if key not in READ_ONLY}
    start = data.get("date") or data.get("starts_at") or data.get("held_on")
    kept |= {"date": start} if start else {}
    if isinstance(kept.get("actions"), list):
        kept["actions"] = [
            {key: value for key, value in action.items() if key not in READ_ONLY_OF_ACTION}
            if isinstance(action, dict)
            else action
            for action in kept["actions"]
        ]
    return kept
