"""What a file from elsewhere holds, in one shape for all formats."""

from collections.abc import Mapping
from typing import NamedTuple


class PersonReference(NamedTuple):
    """How a file names somebody.

    *addresses* are e-mail addresses and telephone numbers as written; *handle* is a short name of
    the journal, where the file may have one, such as a tag.
    """

    name: str = ""
    addresses: tuple[str, ...] = ()
    handle: str = ""


class IncomingRecord(NamedTuple):
    """A record of *noun* from elsewhere, its *values* as `NOUN new --from` takes them.

    *key* identifies it in its source: the same in each later file. *place* is what people find it
    by in the file, such as `line 3`, translated. *who* are the people it may belong to, the most
    likely first: of an event all that were invited. *words* have no place of their own in the
    journal: they go into the private note, or into the shared one where that was asked for.
    *raw* is the record as the file has it, for the file of what could not be taken. *own* is the
    id of the record where coachlog wrote it itself; *as_of* is then the instant, as the store has
    it, at which the file had these values: a record that was changed here later stays as it is.
    *own_values* are then taken in place of *values*, where they are not None. Where *known_only* is
    set, it only changes a record that came before, in the fields it has. *talk* is the key, or
    the id, of the conversation that it was agreed in: where that is not here, it is passed over,
    for the conversation became a problem.
    """

    noun: str
    key: str
    place: str
    values: Mapping[str, object]
    who: tuple[PersonReference, ...] = ()
    words: str = ""
    raw: object = None
    own: str = ""
    as_of: str = ""
    known_only: bool = False
    own_values: Mapping[str, object] | None = None
    talk: str = ""


class Problem(NamedTuple):
    """What could not be taken, or only in part, and why, in a whole translated sentence.

    *raw* is the record as the file has it; None where the rest of it was taken.
    """

    place: str
    reason: str
    raw: object = None


Item = IncomingRecord | Problem
"""What a format yields, one by one."""
