"""The words of the history: what was done, and to which records.

A new noun is one entry in NOUNS, a new verb one in VERBS.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import C_, N_, _, ngettext

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


class Noun(NamedTuple):
    """How records of a table are named.

    *columns* make the name, the first one is what is typed; *one* makes it of their values, and
    *brief* of the first one, where others are named beside it. With *whose*, the column of a
    person, *full* makes it of the values and that person's name. A part has no name of its own in
    the history: it goes by what it belongs to, another noun and the column that tells which.
    """

    columns: tuple[str, ...]
    one: Callable[..., str]
    many: Callable[[int], str]
    brief: Callable[..., str] | None = None
    whose: str = ""
    full: Callable[..., str] | None = None
    part_of: tuple[str, str] | None = None


def short(text: Any, most: int = NAME_MOST) -> str:
    """A text on one line, cut where it is long."""
    return shorten(visible_line(str(text)), most)


NOUNS = {
    "coachee": Noun(
        ("handle", "name"),
        lambda _handle, name: short(name),
        lambda n: ngettext("{n} person", "{n} people", n).format(n=n),
    ),
    "session": Noun(
        ("number",),
        lambda number: _("conversation {n}").format(n=number),
        lambda n: ngettext("{n} conversation", "{n} conversations", n).format(n=n),
        whose="coachee_id",
        full=lambda number, name: _("conversation {n} with {name}").format(
            n=number, name=short(name)
        ),
    ),
    "goal": Noun(
        ("number", "statement"),
        lambda number, text: _("goal {n} ({text})").format(n=number, text=short(text)),
        lambda n: ngettext("{n} goal", "{n} goals", n).format(n=n),
        brief=lambda number: _("goal {n}").format(n=number),
    ),
    "action": Noun(
        ("number", "what"),
        lambda number, text: _("action {n} ({text})").format(n=number, text=short(text)),
        lambda n: ngettext("{n} action", "{n} actions", n).format(n=n),
        brief=lambda number: _("action {n}").format(n=number),
    ),
    "topic": Noun(
        ("number", "text"),
        lambda number, text: _("topic {n} ({text})").format(n=number, text=short(text)),
        lambda n: ngettext("{n} topic", "{n} topics", n).format(n=n),
        brief=lambda number: _("topic {n}").format(n=number),
    ),
    "talent": Noun(
        ("number", "strength"),
        lambda _number, text: _("talent ({text})").format(text=short(text)),
        lambda n: ngettext("{n} talent", "{n} talents", n).format(n=n),
    ),
    "trajectory": Noun(
        ("number",),
        lambda number: _("trajectory {n}").format(n=number),
        lambda n: ngettext("{n} trajectory", "{n} trajectories", n).format(n=n),
        whose="coachee_id",
        full=lambda number, name: _("trajectory {n} of {name}").format(n=number, name=short(name)),
    ),
    "goal_score": Noun(
        ("score",),
        lambda score: _("score {score}").format(score=score),
        lambda n: ngettext("{n} score", "{n} scores", n).format(n=n),
        part_of=("goal", "goal_id"),
    ),
    "option": Noun(
        ("text",),
        lambda text: _("option ({text})").format(text=short(text)),
        lambda n: ngettext("{n} option", "{n} options", n).format(n=n),
        part_of=("session", "session_id"),
    ),
    "answer": Noun(
        ("place",),
        lambda _place: _("an answer"),
        lambda n: ngettext("{n} answer", "{n} answers", n).format(n=n),
        part_of=("session", "session_id"),
    ),
    "release": Noun(
        ("number", "to_whom"),
        lambda number, whom: _("released text {n} for {whom}").format(n=number, whom=short(whom)),
        lambda n: ngettext("{n} released text", "{n} released texts", n).format(n=n),
        brief=lambda number: _("released text {n}").format(n=number),
    ),
    "former_handle": Noun(
        ("handle",),
        lambda handle: _("former short name {handle}").format(handle=short(handle)),
        lambda n: ngettext("{n} former short name", "{n} former short names", n).format(n=n),
        part_of=("coachee", "coachee_id"),
    ),
    "objective": Noun(
        (
            "number",
            "statement",
        ),
        lambda number, text: _("objective {n} ({text})").format(n=number, text=short(text)),
        lambda n: ngettext("{n} objective", "{n} objectives", n).format(n=n),
        brief=lambda number: _("objective {n}").format(n=number),
    ),
    "observation": Noun(
        (
            "number",
            "fact",
        ),
        lambda number, text: _("observation {n} ({text})").format(n=number, text=short(text)),
        lambda n: ngettext("{n} observation", "{n} observations", n).format(n=n),
        brief=lambda number: _("observation {n}").format(n=number),
    ),
    "workability": Noun(
        ("number",),
        lambda number: _("check-in {n}").format(n=number),
        lambda n: ngettext("{n} check-in", "{n} check-ins", n).format(n=n),
    ),
    "growth": Noun(
        ("number",),
        lambda number: _("learning moment {n}").format(n=number),
        lambda n: ngettext("{n} learning moment", "{n} learning moments", n).format(n=n),
    ),
    "goal_level": Noun(
        ("level",),
        lambda level: _("level {level}").format(level=level),
        lambda n: ngettext("{n} level", "{n} levels", n).format(n=n),
        part_of=("goal", "goal_id"),
    ),
    "goal_objective": Noun(
        ("id",),
        lambda _id: _("a link with an objective"),
        lambda n: ngettext("{n} link with an objective", "{n} links with objectives", n).format(
            n=n
        ),
        part_of=("goal", "goal_id"),
    ),
    "goal_talent": Noun(
        ("id",),
        lambda _id: _("a link with a talent"),
        lambda n: ngettext("{n} link with a talent", "{n} links with talents", n).format(n=n),
        part_of=("goal", "goal_id"),
    ),
    "goal_lens": Noun(
        ("lens",),
        lambda _lens: _("an aspect of workable work"),
        lambda n: ngettext("{n} aspect of workable work", "{n} aspects of workable work", n).format(
            n=n
        ),
        part_of=("goal", "goal_id"),
    ),
    "review": Noun(
        ("status",),
        lambda _status: _("what came of an action"),
        lambda n: ngettext("{n} review of an action", "{n} reviews of actions", n).format(n=n),
        part_of=("session", "session_id"),
    ),
    "confidence": Noun(
        ("figure",),
        lambda figure: _("confidence {figure}").format(figure=figure),
        lambda n: ngettext("{n} confidence score", "{n} confidence scores", n).format(n=n),
        part_of=("action", "action_id"),
    ),
    "communication": Noun(
        ("form",),
        lambda _form: _("a form of communication"),
        lambda n: ngettext("{n} form of communication", "{n} forms of communication", n).format(
            n=n
        ),
        part_of=("session", "session_id"),
    ),
    "consent": Noun(
        ("about",),
        lambda _about: _("a consent"),
        lambda n: ngettext("{n} consent", "{n} consents", n).format(n=n),
        part_of=("coachee", "coachee_id"),
    ),
    "trajectory_theme": Noun(
        ("theme",),
        lambda _theme: _("a theme"),
        lambda n: ngettext("{n} theme", "{n} themes", n).format(n=n),
        part_of=("trajectory", "trajectory_id"),
    ),
}
"""The tables of the journal, what matters most first. A private text is in no name."""


def verb(command: str, origin: str) -> str:
    """What *command* did, in words; of a command without words, the command."""
    if origin == "other":
        return _("changed by another program")
    word = VERBS.get(command) or VERBS.get(command.rpartition(" ")[2])
    return _(word) if word else command


def others(n: int) -> str:
    """Records of tables that have no words yet."""
    return ngettext("{n} other record", "{n} other records", n).format(n=n)
