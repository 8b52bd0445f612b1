"""A conversation as people read it: sections with a heading, a layer and lines."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from coachlog.base.clock import zone
from coachlog.base.texts import N_, _, ngettext
from coachlog.dates.show import show_moment
from coachlog.display.page import Line, Section
from coachlog.interview.conversation import (
    Conversation,
    Reality,
)
from coachlog.journal.common.marks import (
    role_lines,
)
from coachlog.journal.session.page_records import (
    action_lines,
    goal_lines,
    labelled_lines,
    option_lines,
    review_lines,
)
from coachlog.schema.action import ACTION
from coachlog.schema.field import ALWAYS, LATER, LINE, SHARED, TEXT
from coachlog.schema.goal import GOAL
from coachlog.schema.session import COMMUNICATION, REALITY_PREFIX, SESSION
from coachlog.schema.vocabulary import (
    COMMUNICATION_FORMS,
    FORMS,
    STATUSES,
)

_REALITY_LABELS = {
    name.removeprefix(REALITY_PREFIX): label
    for name, label in SESSION.labels.items()
    if name.startswith(REALITY_PREFIX)
}
_TEXTS_WITH_A_PLACE = {"topic", "better", "summary", "reason"}
_OTHER_TEXTS = [
    field
    for field in SESSION.entries(ALWAYS, LATER)
    if field.kind in (TEXT, LINE)
    and field.layer == SHARED
    and field.name not in _TEXTS_WITH_A_PLACE
    and not field.name.startswith(REALITY_PREFIX)
]
"""The shared texts of a conversation that `sections` does not place by name."""

_LABELS = {
    **SESSION.labels,
    **{f"reality.{key}": label for key, label in _REALITY_LABELS.items()},
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
    "release": N_("Passing on"),
}


def label_of(fills: str) -> str:
    """Return the label of the field that a question *fills*; empty where it has none."""
    return _(_LABELS[fills]) if fills in _LABELS else ""


def facts(conversation: Conversation, language: str, method: str = "") -> list[str]:
    """Return the facts under the title: the moment, the minutes, the form and the method.

    A conversation that was not held has its status before them. *method* is the title of the
    method; it may be empty.
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
    statements: dict[int, str],
    today: date | None = None,
    copies: Sequence[Section] = (),
    ideas: str = "",
    self_word: str = "",
) -> list[Section]:
    """Return the sections in the order of a conversation; empty ones are left out.

    *statements* are those of earlier goals, by number. An action is overdue if its day is before
    *today*. *ideas* says how many options came from whom. After the shared sections come the
    *copies* that were released, and last what only the coach sees. *self_word* is what the coach
    is called on a page for others; empty on the coach's own.
    """
    shared = {  # lines by the title of their section
        _(_LABELS["reason"]): _text_line(conversation, "reason"),
        _("Roles"): role_lines(conversation.get("roles", {})),
        _(_LABELS["topic"]): _text_line(conversation, "topic") + _taken_up(conversation),
        _(_LABELS["better"]): _text_line(conversation, "better"),
        _(_LABELS["reviews"]): _reviews(conversation, self_word),
        _("Goals"): goal_lines(conversation, language, statements),
        _("Reality"): _reality(conversation.get("reality", {})),
        _(_LABELS["options"]): [
            *_options(conversation, "shared", self_word),
            *([Line(_("Whose ideas"), ideas)] if ideas else []),
        ],
        _(_LABELS["actions"]): _actions(conversation, language, today, self_word),
        _("Also asked"): _answers(conversation, "shared"),
        _(_LABELS["summary"]): _text_line(conversation, "summary"),
        **{_(field.label): _text_line(conversation, field.key) for field in _OTHER_TEXTS},
        _(_LABELS["parked"]): [Line("", text) for text in conversation.get("parked", [])],
        _(_LABELS["communication"]): _communication(conversation),
        _(_LABELS["next_at"]): _next_appointment(conversation, language),
    }
    private = _private_lines(conversation)
    return [*_filled_sections(shared, "shared"), *copies, *_filled_sections(private, "private")]


def _private_lines(conversation: Conversation) -> dict[str, list[Line]]:
    """Return the lines that only the coach sees, by the title of their section."""
    note = _text_line(conversation, "private_note") + _answers(conversation, "private")
    return {
        _("Ideas for you only"): _options(conversation, "private"),
        _("Hard to tell you"): _text_line(conversation.get("roles", {}), "hard_to_tell"),
        _(_LABELS["private_note"]): note,
        _(_LABELS["reflection"]): _text_line(conversation, "reflection"),
    }


def _filled_sections(lines_by_title: dict[str, list[Line]], layer: str) -> list[Section]:
    return [Section(title, lines, layer) for title, lines in lines_by_title.items() if lines]


def _text_line(values: Mapping[str, object], key: str) -> list[Line]:
    """Return the text of *key* as one line without a label; an empty list where it has none."""
    return [Line("", str(values[key]))] if values.get(key) else []


def _taken_up(conversation: Conversation) -> list[Line]:
    return [
        Line(_("Discussed"), _("Topic {n}").format(n=number))
        for number in conversation.get("taken_up", [])
    ]


def _communication(conversation: Conversation) -> list[Line]:
    forms = [_(COMMUNICATION_FORMS[form]) for form in conversation.get("communication") or []]
    return [Line("", " · ".join(forms))] if forms else []


def _reality(reality: Reality) -> list[Line]:
    """Return the lines about how things are now; the score comes after the description."""
    without_score = {**reality, "score": None}  # 0 is a score, but would be left out as empty
    lines = labelled_lines(without_score, _REALITY_LABELS)
    if reality.get("score") is not None:
        position = 1 if reality.get("now") else 0
        lines.insert(position, Line(_("Score"), f"{reality['score']}/10"))
    return lines


def _reviews(conversation: Conversation, self_word: str) -> list[Line]:
    return [
        line
        for review in conversation.get("reviews", [])
        for line in review_lines(review, self_word)
    ]


def _actions(
    conversation: Conversation, language: str, today: date | None, self_word: str
) -> list[Line]:
    return [
        line
        for action in conversation.get("actions", [])
        for line in action_lines(action, language, today, self_word)
    ]


def _options(conversation: Conversation, layer: str, self_word: str = "") -> list[Line]:
    """Return the lines of each option of that *layer*."""
    return [
        line
        for option in conversation.get("options", [])
        if option.get("layer", "shared") == layer
        for line in option_lines(option, self_word)
    ]


def _answers(conversation: Conversation, layer: str) -> list[Line]:
    """Return a line for each answer of that *layer* to a question without a field of its own."""
    return [
        Line(answer.get("asked") or answer["question"], answer["text"])
        for answer in conversation.get("answers", [])
        if answer.get("layer", "shared") == layer
    ]


def _next_appointment(conversation: Conversation, language: str) -> list[Line]:
    moment = _moment(conversation.get("next_at"), conversation.get("time_zone"), language)
    return [Line("", moment)] if moment else []


def _moment(local: str | None, zone_name: str | None, language: str) -> str:
    """Return the ISO moment *local* as people read it; empty where there is none."""
    if not local:
        return ""
    moment = datetime.fromisoformat(local)
    if zone_name:
        moment = moment.replace(tzinfo=zone(zone_name))
    return show_moment(moment, language)
