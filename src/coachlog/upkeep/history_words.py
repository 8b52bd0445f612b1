"""The words of the history: what was done, to which records, in which fields.

A new noun is one entry in NOUNS, a new verb one in VERBS, a new column one in FIELDS.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from coachlog.journal.words import (
    ACTION_STATUSES,
    BASES,
    FORMS,
    GOAL_STATUSES,
    ORIGINS,
    STATUSES,
    TRAJECTORY_KINDS,
    TRAJECTORY_STATUSES,
)
from coachlog.safe import shorten, visible_line
from coachlog.texts import N_, _, ngettext

NAME_MOST, VALUE_MOST = 40, 60
"""How many cells of a text stand in the name of a record, and how many of a value."""

VERBS = {
    "new": N_("added"),
    "session new": N_("kept"),
    "edit": N_("changed"),
    "remove": N_("removed"),
    "rename": N_("renamed"),
    "merge": N_("merged"),
    "archive": N_("archived"),
    "unarchive": N_("taken out of the archive"),
    "score": N_("score noted"),
    "done": N_("noted as done"),
    "achieve": N_("noted as reached"),
    "drop": N_("let go"),
    "close": N_("closed"),
    "reopen": N_("opened again"),
    "plan": N_("appointment noted"),
    "cancel": N_("called off"),
    "missed": N_("noted as missed"),
    "park": N_("parked"),
    "import": N_("imported"),
    "demo": N_("example filled in"),
}
"""What a command did: by the whole command, or else by its last word."""

FIELDS = {
    "name": N_("Name"),
    "handle": N_("Handle"),
    "role": N_("Role"),
    "team": N_("Team"),
    "organisation": N_("Organisation"),
    "language": N_("Language"),
    "since_on": N_("Since"),
    "reach": N_("How to reach"),
    "context": N_("Context"),
    "archived_at": N_("Archived"),
    "agreement": N_("Agreement"),
    "agreement_basis": N_("Basis"),
    "controller": N_("Answers for the notes"),
    "retention_on": N_("Kept until"),
    "strength": N_("Strength"),
    "shows": N_("Where it shows"),
    "gives_energy": N_("Gives energy"),
    "coachee_id": N_("Of"),
    "kind": N_("Kind"),
    "purpose": N_("Purpose"),
    "starts_on": N_("Start"),
    "ends_on": N_("Planned end"),
    "rhythm_days": N_("Days between talks"),
    "planned_sessions": N_("Agreed conversations"),
    "sponsor": N_("Asked for by"),
    "sharing": N_("What is shared"),
    "closing": N_("What it brought"),
    "statement": N_("Goal"),
    "why": N_("Why"),
    "signs": N_("Signs of success"),
    "anti_goal": N_("Not wanted"),
    "milestone": N_("Milestone"),
    "talents": N_("Talents"),
    "serves": N_("Serves"),
    "target_on": N_("By when"),
    "baseline": N_("At the start"),
    "target": N_("Target"),
    "set_on": N_("Set on"),
    "status": N_("Status"),
    "closed_on": N_("Closed on"),
    "starts_at": N_("Date"),
    "held_on": N_("Date"),
    "time_zone": N_("Time zone"),
    "minutes": N_("Minutes"),
    "form": N_("Form"),
    "method": N_("Method"),
    "topic": N_("Topic"),
    "better": N_("What is better"),
    "reality_now": N_("Now"),
    "reality_score": N_("Score"),
    "reality_why_not_lower": N_("Why not lower"),
    "reality_tried": N_("Tried before"),
    "reality_exceptions": N_("When it goes better"),
    "reality_people": N_("Who is involved"),
    "reality_obstacles": N_("What holds back"),
    "summary": N_("Summary"),
    "private_note": N_("Private note"),
    "reflection": N_("Reflection of the coach"),
    "next_at": N_("Next conversation"),
    "reason": N_("Reason"),
    "parked_on": N_("Parked on"),
    "taken_up_id": N_("Taken up in"),
    "to_whom": N_("To whom"),
    "agreed_by": N_("Agreed by"),
    "released_on": N_("Released on"),
    "handed_over_on": N_("Handed over on"),
    "withdrawn_on": N_("Withdrawn on"),
    "scored_on": N_("Date"),
    "score": N_("Score"),
    "stage": N_("Stage"),
    "question": N_("Question"),
    "asked": N_("Question"),
    "text": N_("Text"),
    "origin": N_("Whose idea"),
    "contact": N_("Helped by"),
    "pros": N_("for"),
    "cons": N_("against"),
    "chosen": N_("Chosen"),
    "what": N_("What"),
    "due_on": N_("By when"),
    "confidence": N_("Sure"),
    "obstacle": N_("If"),
    "plan": N_("then"),
    "helper": N_("Helped by"),
    "outcome": N_("What it brought"),
    "agreed_on": N_("Agreed on"),
    "session_id": N_("Conversation"),
    "goal_id": N_("Goal"),
    "trajectory_id": N_("Trajectory"),
}
"""What a column is called on the screen, whatever its noun."""

UNSEEN = ("id", "number", "place", "layer", "name_sort", "method_version", "created_at")
"""Columns that no command changes by itself, so that nobody meets them in a message."""

CHOICES: dict[tuple[str, str], Mapping[str, str]] = {
    ("coachee", "agreement_basis"): BASES,
    ("goal", "status"): GOAL_STATUSES,
    ("action", "status"): ACTION_STATUSES,
    ("session", "status"): STATUSES,
    ("session", "form"): FORMS,
    ("option", "origin"): ORIGINS,
    ("trajectory", "status"): TRAJECTORY_STATUSES,
    ("trajectory", "kind"): TRAJECTORY_KINDS,
}
"""The words for what enumerations hold."""


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
        ("number",),
        lambda number: _("released text {n}").format(n=number),
        lambda n: ngettext("{n} released text", "{n} released texts", n).format(n=n),
        part_of=("session", "session_id"),
    ),
    "former_handle": Noun(
        ("handle",),
        lambda handle: _("former handle {handle}").format(handle=short(handle)),
        lambda n: ngettext("{n} former handle", "{n} former handles", n).format(n=n),
        part_of=("coachee", "coachee_id"),
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
