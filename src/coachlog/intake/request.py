"""What the coach wants of an import: the options of the command, read and checked."""

from datetime import datetime
from typing import NamedTuple


class ImportRequest(NamedTuple):
    """The options of `import`, as formats and the landing read them.

    *now* is aware; *zone* is the coach's own. *coachee* is the short name of the person all of it
    belongs to. *until* is the last day, as ISO text, of what repeats. *assumed_zone* is the zone
    of times whose zone the file names in no way that is known. *columns* says which column fills
    which field, in the order given. *noun* is what the records are to be. *interactive* is whether
    somebody can be asked; *keeps* is false for a dry run. *own_name*
    and *own_addresses*, in small letters, are those of the coach.
    """

    now: datetime
    zone: str
    language: str
    coachee: str | None = None
    new: bool = False
    shared: bool = False
    private: bool = False
    past: bool = False
    encoding: str | None = None
    date_order: str | None = None
    header_line: int | None = None
    sheet: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    profile: str | None = None
    key_column: str | None = None
    noun: str | None = None
    until: str | None = None
    assumed_zone: str | None = None
    own_name: str = ""
    interactive: bool = False
    keeps: bool = True
    own_addresses: tuple[str, ...] = ()
