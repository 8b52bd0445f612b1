"""The words of the history: what was done, and to which records. A new verb is one in VERBS."""

from collections.abc import Sequence
from typing import Any

from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import C_, N_, _, ngettext
from coachlog.schema.tables import TABLES

NAME_MOST, VALUE_MOST = 40, 60
"""How many cells of a text stand in the name of a record, and how many of a value."""

VERBS = {
    "new": N_("added"),
    "session new": N_("saved"),
    "edit": N_("changed"),
    "remove": N_("removed"),
    "rename": N_("renamed"),
    "merge": N_("merged"),
    "archive": N_("archived"),
    "unarchive": N_("taken out of the archive"),
    "score": N_("score noted"),
    "scale": N_("levels written"),
    "level": N_("level noted"),
    "confidence": N_("confidence noted"),
    "done": N_("noted as done"),
    "achieve": N_("noted as reached"),
    "reach": N_("noted as reached"),
    "drop": N_("dropped"),
    "close": N_("closed"),
    "reopen": N_("opened again"),
    "plan": N_("appointment noted"),
    "cancel": C_("history", "cancelled"),
    "move": N_("moved"),
    "missed": N_("noted as missed"),
    "consent": N_("consent noted"),
    "withdraw": N_("consent withdrawn"),
    "park": N_("parked"),
    "release": N_("released"),
    "--withdraw": N_("withdrawn"),
    "--handed-over": N_("handed over"),
    "import": N_("imported"),
    "demo": N_("example filled in"),
}
"""What a command did: by the whole command, or else by its last word."""


def short(text: Any, most: int = NAME_MOST) -> str:
    """A text on one line, cut where it is long."""
    return shorten(visible_line(str(text)), most)


def name(table: str, values: Sequence[Any], person: str = "", *, brief: bool = False) -> str:
    """What a record is called: *values* are those of the columns that make its name.

    With *person* it is told whose it is; *brief* leaves the rest out.
    """
    naming = TABLES[table].naming
    words = naming.brief if brief else naming.of_person if person else naming.one
    parts = {column: short(value) for column, value in zip(naming.columns, values, strict=False)}
    last = short(values[-1])
    return _(words).format(
        **{"n": values[0], "text": last, "whom": last, "name": short(person)} | parts
    )


def many(table: str, n: int) -> str:
    """How many records of *table* these are, in words."""
    naming = TABLES[table].naming
    return ngettext(naming.many[0], naming.many[1], n).format(n=n)


def verb(command: str, origin: str) -> str:
    """What *command* did, in words; of a command without words, the command."""
    if origin == "other":
        return _("changed by another program")
    word = VERBS.get(command) or VERBS.get(command.rpartition(" ")[2])
    return _(word) if word else command


def others(n: int) -> str:
    """Records of tables that have no words yet."""
    return ngettext("{n} other record", "{n} other records", n).format(n=n)
