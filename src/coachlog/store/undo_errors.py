"""Why a step cannot be undone or redone. Records and fields are named as in the store.

Whoever shows such an error first replaces its values by words that people know: `record`, `field`,
`wrote`, `now`, `others`, `told`, and `first`, the command to run first.
"""

from collections.abc import Sequence

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_

NOTHING_TO_UNDO = (N_("There is nothing to undo."), N_("See what was done: coachlog history"))


class RedoTooLateError(RefusedError):
    """Other work was done after an undo. *undo* is the id of the undo, *since* of the work."""

    cause = N_("Something else has been done since: {told}.")
    remedy = N_("To redo it anyway: coachlog undo {place}")

    def __init__(self, undo: str, since: str, place: int | None) -> None:
        super().__init__(undo=undo, since=since, place=place, told=since)


class InTheWayError(RefusedError):
    """Later work stands in the way. *since* is the id of the step that did it, where it is known.

    *others* are the other records that are concerned, a noun and an id each.
    """

    def __init__(
        self, noun: str, record_id: str, *, since: str | None = None, **values: object
    ) -> None:
        super().__init__(record=noun, first="history", **values)
        self.noun = noun
        self.record_id = record_id
        self.since = since
        self.others: Sequence[tuple[str, str]] = ()


class ChangedSinceError(InTheWayError):
    """A field holds another value than the step wrote."""

    cause = N_("{record}: “{field}” has been changed since, from “{wrote}” to “{now}”.")
    remedy = N_("Nothing was changed. First undo what came later: coachlog {first}")


class PrivateChangedSinceError(ChangedSinceError):
    """A private field holds another value than the step wrote; neither value is shown."""

    cause = N_("{record}: “{field}” has been changed since.")


class GoneSinceError(InTheWayError):
    """The record was removed since."""

    cause = N_("{record}: this has been removed since.")
    remedy = N_("Nothing was changed. First bring it back: coachlog {first}")


class BackSinceError(InTheWayError):
    """The record that the step removed is there again."""

    cause = N_("{record}: this has already been restored.")
    remedy = N_("Nothing was changed. See what was done: coachlog {first}")


class NeededSinceError(InTheWayError):
    """Later records belong to the record that would be deleted; *others* are some of them."""

    cause = N_("{record}: later records depend on it ({others}).")
    remedy = N_("Nothing was changed. First undo what came later: coachlog {first}")

    def __init__(
        self, noun: str, record_id: str, others: Sequence[tuple[str, str]], since: str | None
    ) -> None:
        super().__init__(
            noun, record_id, since=since, others=", ".join(other_noun for other_noun, _id in others)
        )
        self.others = others


class OwnerGoneError(InTheWayError):
    """The record that this one belongs to is no longer there."""

    cause = N_("{record}: what it belongs to has been removed since ({others}).")
    remedy = N_("Nothing was changed. First bring that back: coachlog {first}")

    def __init__(
        self, noun: str, record_id: str, owner: tuple[str, str], since: str | None
    ) -> None:
        super().__init__(noun, record_id, since=since, others=owner[0])
        self.others = (owner,)


class TakenSinceError(InTheWayError):
    """Another record has the same number or handle by now."""

    cause = N_("{record}: “{value}” is now in use for another one ({others}).")
    remedy = N_("Nothing was changed. Give the other one a different value first, then try again.")

    def __init__(self, noun: str, record_id: str, value: object, other_id: str) -> None:
        super().__init__(noun, record_id, value=value, others=noun)
        self.others = ((noun, other_id),)
