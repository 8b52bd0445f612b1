"""What notes about others say of a person: only the texts with the name, if the coach says so."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import NotFoundError
from coachlog.base.texts import N_
from coachlog.base.tokens import folded_words
from coachlog.journal.correction.records import find_record

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class MentionElsewhere(NamedTuple):
    """A text in a *record* about somebody else, such as `session:4`, that has the person's name."""

    record: str
    field: str
    label: str
    text: str


def read_mentions(
    reader: "Reader", names: set[str], elsewhere: Sequence[str], typed_keys: Sequence[str]
) -> list[MentionElsewhere]:
    """Return the texts with one of *names*, folded, in the records that were typed.

    Raises NotFoundError for a record that is not one of *elsewhere*.
    """
    known = {plain_key(key): key for key in elsewhere}
    mentions = []
    for typed in typed_keys:
        key = known.get(plain_key(typed))
        if key is None:
            raise NotFoundError(
                N_("The name of this person does not stand in “{key}”, or it is in the dossier."),
                N_("It also stands in: {known}."),
                key=typed[:40],
                known=", ".join(elsewhere) or "–",
            )
        noun, _colon, number = key.partition(":")
        for text in find_record(reader, [noun, number]).texts:
            if names & set(folded_words(text.text)):
                mentions.append(MentionElsewhere(key, text.path, text.label, text.text))
    return mentions


def plain_key(typed: str) -> str:
    """Return a key as it is compared: `session 12`, `Session:12` and `session: 12` are one."""
    return re.sub(r"[\s:_]+", ":", typed.strip().casefold())
