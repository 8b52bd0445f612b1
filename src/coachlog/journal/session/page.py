"""A conversation as people read it: sections with a heading, a layer and lines."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar

from coachlog.base.clock import zone
from coachlog.base.days import day_text
from coachlog.base.texts import N_, _, ngettext
from coachlog.dates.show import show_moment
from coachlog.display.page import Line, Section
from coachlog.display.signs import DRAWN
from coachlog.interview.conversation import (
    Action,
    Conversation,
    Goal,
    Option,
    Reality,
    Review,
)
from coachlog.journal.common.standing import (
    action_standing,
    doer,
    role_lines,
    without_if,
    without_then,
)
from coachlog.schema.action import ACTION
from coachlog.schema.field import ALWAYS, LATER, LINE, SHARED, TEXT
from coachlog.schema.goal import GOAL
from coachlog.schema.objective import GOAL_OBJECTIVE
from coachlog.schema.session import COMMUNICATION, REALITY_PREFIX, SESSION
from coachlog.schema.talent import GOAL_TALENT
from coachlog.schema.vocabulary import (
    ACTION_STATUSES,
    COMMUNICATION_FORMS,
    DOERS,
    FORMS,
    GOAL_STATUSES,
    ORIGINS,
    STATUSES,
    YES_NO,
)

Part = TypeVar("Part")

_REALITY = {
    name.removeprefix(REALITY_PREFIX): label
    for name, label in SESSION.labels.items()
    if name.startswith(REALITY_PREFIX)
}
_GOAL = {
    name: GOAL.field(name).label
    for name in ("anti_goal", "why", "signs", "milestone", "talents", "serves", "target_on")
}
_LINKED = {
    "objectives": GOAL_OBJECTIVE.field("objective_id").label,
    "talent_numbers": GOAL_TALENT.field("talent_id").label,
}
_PLACED = {"topic", "better", "summary", "reason"}
_OTHERS = [
    each
    for each in SESSION.entries(ALWAYS, LATER)
    if each.kind in (TEXT, LINE)
    and each.layer == SHARED
    and each.name not in _PLACED
    and not each.name.startswith(REALITY_PREFIX)
]
"""Texts of a conversation that have no place of their own."""

_LABELS = {
    **SESSION.labels,
    **{f"reality.{key}": label for key, label in _REALITY.items()},
    **{f"goal.{key}": label for key, label in GOAL.labels.items()},
    **{f"actions.{key}": label for key, label in ACTION.labels.items()},
    "communication": COMMUNICATION.field("form").label,
    "goal": GOAL.field("statement").label,
    "reviews": N_("Look-back"),
    "scores": N_("Scores"),
    "options": N_("Options"),
    "options.chosen": N_("For and against"),
    "actions": N_("Actions"),
    "actions.if_then": N_("If-then plan"),
    "actions.helper": N_("Helped by"),
    "parked": N_("Parked for later"),
}


def label_of(fills: str) -> str:
    """What a page calls the field that a question *fills*; nothing where it has no name."""
    return _(_LABELS[fills]) if fills in _LABELS else ""


def facts(conversation: Conversation, language: str, method: str = "") -> list[str]:
    """When, how long, in which form and by which method; first of all, that it was not held.

    *method* is what people call it.
    """
    parts = [_moment(conversation.get("date"), conversation.get("time_zone"), language)]
    if minutes := conversation.get("minutes"):
        parts.append(ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes))
    if form := conversation.get("form"):
        parts.append(_(FORMS[form]))
    parts.append(method)
    if conversation.get("status", "held") != "held":
        parts.insert(0, _(STATUSES[conversation["status"]]))
    return [part for part in parts if part]


def sections(
    conversation: Conversation,
    language: str,
    known: dict[int, str],
    today: date | None = None,
    copies: Sequence[Section] = (),
    ideas: str = "",
) -> list[Section]:
    """What was said, in the order of a conversation; empty parts are left out.

    *known* gives the statements of goals by number; an action past its day is late *today*. After
    what is shared come the *copies* that were released, and last what only the coach sees.
    *ideas* tells whose the options were.
    """
    said = {
        _(_LABELS["reason"]): _texts(conversation, "reason"),
        _("Roles"): role_lines(conversation.get("roles", {})),
        _(_LABELS["topic"]): _texts(conversation, "topic") + _taken_up(conversation),
        _(_LABELS["better"]): _texts(conversation, "better"),
        _(_LABELS["reviews"]): _of_each(conversation.get("reviews", []), _review),
        _("Goals"): _goals(conversation, language, known),
        _("Reality"): _reality(conversation.get("reality", {})),
        _(_LABELS["options"]): _of_each(conversation.get("options", []), _option) + _whose(ideas),
        _(_LABELS["actions"]): [
            line
            for one in conversation.get("actions", [])
            for line in _action(one, language, today)
        ],
        _("Also asked"): _answers(conversation, "shared"),
        _(_LABELS["summary"]): _texts(conversation, "summary"),
        **{_(each.label): _texts(conversation, each.key) for each in _OTHERS},
        _(_LABELS["parked"]): [Line("", text) for text in conversation.get("parked", [])],
        _(_LABELS["communication"]): _communication(conversation),
        _(_LABELS["next_at"]): _next(conversation, language),
    }
    return [*_titled(said, "shared"), *copies, *_titled(_for_the_coach(conversation), "private")]


def _for_the_coach(conversation: Conversation) -> dict[str, list[Line]]:
    note = _texts(conversation, "private_note") + _answers(conversation, "private")
    return {
        _("Hard to tell the coach"): _texts(conversation.get("roles", {}), "hard_to_tell"),
        _(_LABELS["private_note"]): note,
        _(_LABELS["reflection"]): _texts(conversation, "reflection"),
    }


def _titled(parts: dict[str, list[Line]], layer: str) -> list[Section]:
    return [Section(title, lines, layer) for title, lines in parts.items() if lines]


def _of_each(parts: Sequence[Part], told: Callable[[Part], list[Line]]) -> list[Line]:
    return [line for each in parts for line in told(each)]


def _whose(ideas: str) -> list[Line]:
    return [Line(_("Whose ideas"), ideas)] if ideas else []


def _texts(conversation: Mapping[str, object], key: str) -> list[Line]:
    return [Line("", str(conversation[key]))] if conversation.get(key) else []


def _taken_up(conversation: Conversation) -> list[Line]:
    return [
        Line(_("Discussed"), _("Topic {n}").format(n=number))
        for number in conversation.get("taken_up", [])
    ]


def _communication(conversation: Conversation) -> list[Line]:
    forms = [_(COMMUNICATION_FORMS[form]) for form in conversation.get("communication") or []]
    return [Line("", " · ".join(forms))] if forms else []


def _review(review: Review) -> list[Line]:
    """What came of an action: its text where it is known, and how its if-then plan went."""
    sign, tone, told = action_standing(review["status"], None, None, None, "")
    what = review.get("what") or _("Action {n}").format(n=review["action"])
    status = told or _(ACTION_STATUSES[review["status"]])
    standing = ", ".join(filter(None, (doer(review.get("done_by")), status)))
    return [
        Line("", what, standing, tone, sign, review["action"]),
        *review_details(review),
    ]


def review_details(review: Review) -> list[Line]:
    """What a review tells besides the status."""
    came = review.get("obstacle_came")
    told = {
        _("What came of it"): review.get("outcome"),
        _("Obstacle turned up"): None if came is None else _(YES_NO[int(came)]),
        _("Plan followed, and it helped"): review.get("plan_helped"),
    }
    return [Line(label, text) for label, text in told.items() if text]


def _goals(conversation: Conversation, language: str, known: dict[int, str]) -> list[Line]:
    scores = {score["goal"]: f"{score['score']}/10" for score in conversation.get("scores", [])}
    lines = []
    for goal in conversation.get("goals", []):
        number = goal.get("number")
        score = scores.pop(goal.get("ref") or number or 0, "")
        statement = goal.get("statement") or known.get(number or 0) or f"{_('Goal')} {number}"
        status = _(GOAL_STATUSES[goal["status"]]) if goal.get("status") else ""
        told = ", ".join(part for part in (score, status) if part)
        lines.append(Line("", statement, told, "number", DRAWN.today, number))
        lines += _about(goal, language)
    for scored, score in scores.items():
        number = scored if isinstance(scored, int) else None
        statement = known.get(number or 0) or f"{_('Goal')} {scored}"
        lines.append(Line("", statement, score, "number", DRAWN.first_score, number))
    return lines


def _about(goal: Goal, language: str) -> list[Line]:
    due = goal.get("target_on")
    told: dict[str, object] = {**goal, "target_on": due and day_text(due, language)}
    linked = {
        "objectives": goal.get("objectives", []),
        "talent_numbers": goal.get("talent_numbers", []),
    }
    return _labelled(told, _GOAL) + [
        Line(_(label), str(text)) for key, label in _LINKED.items() for text in linked[key]
    ]


def _labelled(values: Mapping[str, object], labels: Mapping[str, str]) -> list[Line]:
    return [Line(_(label), str(values[key])) for key, label in labels.items() if values.get(key)]


def _reality(reality: Reality) -> list[Line]:
    lines = _labelled({**reality, "score": None}, _REALITY)
    if reality.get("score") is not None:
        lines.insert(1 if reality.get("now") else 0, Line(_("Score"), f"{reality['score']}/10"))
    return lines


def _option(option: Option) -> list[Line]:
    chosen = bool(option.get("chosen"))
    origin = option.get("origin")
    whose = _(ORIGINS[origin]) if origin in ORIGINS else ""
    told = (_("chosen") if chosen else "", whose, option.get("contact"))
    sign, tone = (DRAWN.done, "good") if chosen else (DRAWN.day, "quiet")
    lines = [Line("", option["text"], ", ".join(part for part in told if part), tone, sign)]
    weighed = {_("for"): option.get("pros"), _("against"): option.get("cons")}
    return lines + [Line(label, text) for label, text in weighed.items() if text]


def _action(action: Action, language: str, today: date | None) -> list[Line]:
    sign, tone, told = action_standing(
        action.get("status", "open"), action.get("due_on"), None, today, language
    )
    plan = action.get("if_then") or {}
    details = {
        _("What came of it"): action.get("outcome"),
        _("Confidence"): _sure(action),
        _("If"): without_if(plan.get("obstacle")),
        _("then"): without_then(plan.get("plan")),
        _("With help from"): action.get("helper"),
        _("Who does it"): _(DOERS[who]) if (who := action.get("done_by")) else None,
    }
    head = Line("", action["what"], told, tone, sign, action.get("number"))
    return [head, *(Line(label, str(text)) for label, text in details.items() if text)]


def _sure(action: Action) -> str:
    figures = (action.get("confidence_before"), action.get("confidence"))
    return f" {DRAWN.arrow} ".join(f"{figure}/10" for figure in figures if figure)


def _answers(conversation: Conversation, layer: str) -> list[Line]:
    return [
        Line(answer.get("asked") or answer["question"], answer["text"])
        for answer in conversation.get("answers", [])
        if answer.get("layer", "shared") == layer
    ]


def _next(conversation: Conversation, language: str) -> list[Line]:
    shown = _moment(conversation.get("next_at"), conversation.get("time_zone"), language)
    return [Line("", shown)] if shown else []


def _moment(local: str | None, zone_name: str | None, language: str) -> str:
    if not local:
        return ""
    moment = datetime.fromisoformat(local)
    return show_moment(moment.replace(tzinfo=zone(zone_name)) if zone_name else moment, language)
