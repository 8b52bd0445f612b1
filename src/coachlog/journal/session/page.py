"""A conversation as people read it: sections with a heading, a layer and lines."""

from typing import Any, NamedTuple

from coachlog.clock import zone
from coachlog.dateshow import show_day, show_moment
from coachlog.journal.words import ACTION_STATUSES, FORMS, GOAL_STATUSES, ORIGINS, STATUSES
from coachlog.texts import N_, _, ngettext

Conversation = dict[str, Any]


class Section(NamedTuple):
    """A part of a page; *layer* is shared or private. A line is a label, or nothing, and a text."""

    title: str
    layer: str
    lines: list[tuple[str, str]]


_SIGNS = {"open": "○", "done": "✓", "partly": "◐", "dropped": "×"}
_REALITY = {
    "now": N_("Now"),
    "why_not_lower": N_("Why not lower"),
    "tried": N_("Tried before"),
    "exceptions": N_("When it goes better"),
    "people": N_("Who is involved"),
    "obstacles": N_("What holds back"),
}
_GOAL = {
    "anti_goal": N_("Not wanted"),
    "why": N_("Why"),
    "signs": N_("Signs of success"),
    "milestone": N_("Milestone"),
    "talents": N_("Talents"),
    "serves": N_("Serves"),
    "target_on": N_("By when"),
}


def facts(conversation: Conversation, language: str) -> str:
    """When, how long, in which form and by which method, on one line."""
    parts = [_moment(conversation.get("date"), conversation.get("time_zone"), language)]
    if conversation.get("minutes"):
        parts.append(
            ngettext("{n} minute", "{n} minutes", conversation["minutes"]).format(
                n=conversation["minutes"]
            )
        )
    if conversation.get("form"):
        parts.append(_(FORMS[conversation["form"]]))
    if conversation.get("method"):
        parts.append(str(conversation["method"]).upper())
    if conversation.get("status", "held") != "held":
        parts.append(_(STATUSES[conversation["status"]]))
    return " · ".join(part for part in parts if part)


def sections(conversation: Conversation, language: str, known: dict[int, str]) -> list[Section]:
    """What was said, in the order of a conversation; empty parts are left out.

    *known* gives the statements of goals by number. Private sections come last.
    """
    said = [
        Section(_("Topic"), "shared", _texts(conversation, "topic")),
        Section(_("What is better"), "shared", _texts(conversation, "better")),
        Section(
            _("Looked back at"),
            "shared",
            [_review(each) for each in conversation.get("reviews", [])],
        ),
        Section(_("Goals"), "shared", _goals(conversation, language, known)),
        Section(_("Reality"), "shared", _reality(conversation.get("reality", {}))),
        Section(
            _("Options"),
            "shared",
            [line for option in conversation.get("options", []) for line in _option(option)],
        ),
        Section(
            _("Actions"),
            "shared",
            [
                line
                for action in conversation.get("actions", [])
                for line in _action(action, language)
            ],
        ),
        Section(_("Also asked"), "shared", _answers(conversation, "shared")),
        Section(_("Summary"), "shared", _texts(conversation, "summary")),
        Section(_("Next conversation"), "shared", _next(conversation, language)),
        Section(
            _("Private note"),
            "private",
            _texts(conversation, "private_note") + _answers(conversation, "private"),
        ),
        Section(_("Reflection of the coach"), "private", _texts(conversation, "reflection")),
    ]
    return [section for section in said if section.lines]


def day_text(day: str | None, language: str) -> str:
    """A stored day in words; empty for none."""
    from datetime import date  # only where a page shows a day

    return show_day(date.fromisoformat(day), language) if day else ""


def _texts(conversation: Conversation, key: str) -> list[tuple[str, str]]:
    return [("", str(conversation[key]))] if conversation.get(key) else []


def _review(review: Conversation) -> tuple[str, str]:
    outcome = f": {review['outcome']}" if review.get("outcome") else ""
    return (f"{_('Action')} {review['action']}", _(ACTION_STATUSES[review["status"]]) + outcome)


def _goals(
    conversation: Conversation, language: str, known: dict[int, str]
) -> list[tuple[str, str]]:
    lines = []
    names: dict[Any, str] = dict(known)
    for goal in conversation.get("goals", []):
        statement = goal.get("statement") or names.get(
            goal.get("number"), f"{_('Goal')} {goal.get('number')}"
        )
        names[goal.get("ref") or goal.get("number")] = statement
        lines.append(
            (
                "◆",
                statement
                + (f" – {_(GOAL_STATUSES[goal['status']])}" if goal.get("status") else ""),
            )
        )
        for key, label in _GOAL.items():
            if goal.get(key):
                lines.append(
                    (
                        _(label),
                        day_text(goal[key], language) if key == "target_on" else str(goal[key]),
                    )
                )
    for score in conversation.get("scores", []):
        lines.append(
            (f"{score['score']}/10", names.get(score["goal"], f"{_('Goal')} {score['goal']}"))
        )
    return lines


def _reality(reality: Conversation) -> list[tuple[str, str]]:
    lines = [(_(label), str(reality[key])) for key, label in _REALITY.items() if reality.get(key)]
    if reality.get("score") is not None:
        lines.insert(1 if reality.get("now") else 0, (_("Score"), f"{reality['score']}/10"))
    return lines


def _option(option: Conversation) -> list[tuple[str, str]]:
    origin = _(ORIGINS[option["origin"]]) if option.get("origin") in ORIGINS else ""
    said = ", ".join(part for part in (origin, option.get("contact")) if part)
    lines = [
        ("✓" if option.get("chosen") else "·", option["text"] + (f" ({said})" if said else ""))
    ]
    lines += [(_("for"), option["pros"])] if option.get("pros") else []
    return lines + ([(_("against"), option["cons"])] if option.get("cons") else [])


def _action(action: Conversation, language: str) -> list[tuple[str, str]]:
    due = f" ({_('by')} {day_text(action['due_on'], language)})" if action.get("due_on") else ""
    number = f"{action['number']}  " if action.get("number") else ""
    sign = _SIGNS[action.get("status", "open")]
    plan = action.get("if_then") or {}
    details = {
        _("What it brought"): action.get("outcome"),
        _("Sure"): f"{action['confidence']}/10" if action.get("confidence") else None,
        _("If"): plan.get("obstacle"),
        _("then"): plan.get("plan"),
        _("Helped by"): action.get("helper"),
    }
    said = [(label, str(text)) for label, text in details.items() if text]
    return [(sign, number + action["what"] + due), *said]


def _answers(conversation: Conversation, layer: str) -> list[tuple[str, str]]:
    return [
        (answer.get("asked") or answer["question"], answer["text"])
        for answer in conversation.get("answers", [])
        if answer.get("layer", "shared") == layer
    ]


def _next(conversation: Conversation, language: str) -> list[tuple[str, str]]:
    shown = _moment(conversation.get("next_at"), conversation.get("time_zone"), language)
    return [("", shown)] if shown else []


def _moment(local: str | None, zone_name: str | None, language: str) -> str:
    from datetime import datetime  # only where a page shows a moment

    if not local:
        return ""
    moment = datetime.fromisoformat(local)
    return show_moment(moment.replace(tzinfo=zone(zone_name)) if zone_name else moment, language)
