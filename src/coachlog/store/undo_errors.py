"""Why a step cannot be undone or redone. Records and fields are named as in the store.

Whoever shows such an error first replaces its values by words that people know: `record`, `field`,
`wrote`, `now`, `others`, `told`, and `first`, the command to run first.
"""

from collections.abc import Sequence

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_

NOTHING_TO_UNDO = (N_("There is nothing to undo."), N_("See what was done: coachlog history"))

_FIRST_UNDO = N_("Nothing was changed. First undo what came later: coachlog {first}")
CHANGED_SINCE = (
    N_("{record}: “{field}” has been changed since, from “{wrote}” to “{now}”."),
    _FIRST_UNDO,
)
PRIVATE_CHANGED_SINCE = N_("{record}: “{field}” has been changed since.")
"""The cause for a private field: neither of its values is shown."""

GONE_SINCE = (
    N_("{record}: this has been removed since."),
    N_("Nothing was changed. First bring it back: coachlog {first}"),
)
BACK_SINCE = (
    N_("{record}: this has already been restored."),
    N_("Nothing was changed. See what was done: coachlog {first}"),
)
NEEDED_SINCE = (N_("{record}: later records depend on it ({others})."), _FIRST_UNDO)
OWNER_GONE = (
    N_("{record}: what it belongs to has been removed since ({others})."),
    N_("Nothing was changed. First bring that back: coachlog {first}"),
)
KEY_TAKEN = (
    N_("{record}: “{value}” is now in use for another one ({others})."),
    N_("Nothing was changed. Give the other one a different value first, then try again."),
)


class RedoTooLateError(RefusedError):
    """Other work was done after an undo. *undo* is the id of the undo, *since* of the work."""

    cause = N_("Something else has been done since: {told}.")
    remedy = N_("To redo it anyway: coachlog undo {place}")

    def __init__(self, undo: str, since: str, place: int | None) -> None:
        super().__init__(undo=undo, since=since, place=place, told=since)


class InTheWayError(RefusedError):
    """Later work stands in the way of an undo of the record *record_id* of *noun*.

    *since* is the id of the step that did that work, where it is known; *others* are the other
    records that are concerned, a noun and an id each.
    """

    def __init__(
        self,
        problem: tuple[str, str],
        noun: str,
        record_id: str,
        *,
        since: str | None = None,
        others: Sequence[tuple[str, str]] = (),
        **values: object,
    ) -> None:
        other_nouns = ", ".join(other_noun for other_noun, _id in others)
        super().__init__(*problem, record=noun, first="history", others=other_nouns, **values)
        self.noun = noun
        self.record_id = record_id
        self.since = since
        self.others = others
