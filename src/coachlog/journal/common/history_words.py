"""The words of the history: what a command did, and to which records."""

from collections.abc import Sequence
from typing import Any

from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import C_, N_, _, ngettext
from coachlog.schema.tables import TABLES

NAME_MOST, VALUE_MOST = 40, 60
"""The widest name of a record and the widest value, in cells of the terminal."""

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
    "self": N_("figure of your own noted"),
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
    "answer": N_("noted as answered"),
    "extend": N_("two months more"),
    "rectify": N_("put right"),
    "park": N_("parked"),
    "release": N_("released"),
    "--withdraw": N_("withdrawn"),
    "--handed-over": N_("handed over"),
    "refer": N_("kept"),
    "start": N_("started"),
    "tick": N_("levels noted"),
    "add": N_("added"),
    "charter": N_("charter noted as signed"),
    "bring": N_("advice brought in"),
    "intervision": N_("advice noted"),
    "import": N_("imported"),
    "demo": N_("example filled in"),
}
"""What a command did: by the whole command, or else by its last word. A new verb belongs here."""


def short(text: Any, most: int = NAME_MOST) -> str:
    """Return *text* on one line, cut to at most *most* cells."""
    return shorten(visible_line(str(text)), most)


def name(table: str, values: Sequence[Any], person: str = "", *, brief: bool = False) -> str:
    """Return the name of a record, such as "Goal 3 of Amina: End on time".

    *values* are those of the columns that make up its name, the number first. With *person* the
    name includes whose record it is; a *brief* one is the shortest, and needs the number only.
    """
    naming = TABLES[table].naming
    if brief:
        template = naming.brief
    else:
        template = naming.of_person if person else naming.one
    by_column = {
        column: short(value) for column, value in zip(naming.columns, values, strict=False)
    }
    last = short(values[-1])
    placeholders = {"n": values[0], "text": last, "whom": last, "name": short(person)}
    return _(template).format(**placeholders | by_column)


def many(table: str, n: int) -> str:
    """Return *n* records of *table* in words, such as "3 goals"."""
    naming = TABLES[table].naming
    return ngettext(naming.many[0], naming.many[1], n).format(n=n)


def verb(command: str, origin: str) -> str:
    """Return what *command* did in words, or the command itself where VERBS has none.

    The *origin* "other" is another program: its changes have no command.
    """
    if origin == "other":
        return _("changed by another program")
    word = VERBS.get(command) or VERBS.get(command.rpartition(" ")[2])
    return _(word) if word else command


def others(n: int) -> str:
    """Return *n* records of tables without a name for people, in words."""
    return ngettext("{n} other record", "{n} other records", n).format(n=n)
