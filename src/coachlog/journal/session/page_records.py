"""The lines of a page about each goal, option, action and review of a conversation."""

from collections.abc import Mapping
from datetime import date

from coachlog.base.days import day_text
from coachlog.base.texts import _
from coachlog.display.page import Line
from coachlog.display.signs import DRAWN
from coachlog.interview.conversation import Action, Conversation, Goal, Option, Review
from coachlog.journal.common.marks import action_standing, doer_text, without_if, without_then
from coachlog.schema.goal import GOAL
from coachlog.schema.objective import GOAL_OBJECTIVE
from coachlog.schema.talent import GOAL_TALENT
from coachlog.schema.vocabulary import ACTION_STATUSES, DOERS, GOAL_STATUSES, ORIGINS, YES_NO

_GOAL_LABELS = {
    name: GOAL.field(name).label
    for name in ("anti_goal", "why", "signs", "milestone", "talents", "serves", "target_on")
}


def goal_lines(conversation: Conversation, language: str, statements: dict[int, str]) -> list[Line]:
    """Return the lines of the goals that were set or closed, then of earlier ones with a score.

    *statements* are those of earlier goals, by number.
    """
    scores = {score["goal"]: f"{score['score']}/10" for score in conversation.get("scores", [])}
    lines = []
    for goal in conversation.get("goals", []):
        number = goal.get("number")
        # A score refers to a goal of this conversation by its ref, to an earlier one by number.
        score = scores.pop(goal.get("ref") or number or 0, "")
        statement = goal.get("statement") or _statement(number, statements)
        status = _(GOAL_STATUSES[goal["status"]]) if goal.get("status") else ""
        score_and_status = ", ".join(filter(None, (score, status)))
        lines.append(
            Line(
                "", statement, note=score_and_status, tone="number", sign=DRAWN.today, number=number
            )
        )
        lines += _goal_details(goal, language)
    # The scores that are left are of goals that were neither set nor closed here.
    for goal_key, score in scores.items():
        number = goal_key if isinstance(goal_key, int) else None
        statement = _statement(goal_key, statements)
        lines.append(
            Line("", statement, note=score, tone="number", sign=DRAWN.first_score, number=number)
        )
    return lines


def _statement(goal_key: int | str | None, statements: dict[int, str]) -> str:
    """Return the statement of the goal with that number, or a name such as "Goal 3"."""
    known = statements.get(goal_key) if isinstance(goal_key, int) else None
    return known or f"{_('Goal')} {goal_key}"


def _goal_details(goal: Goal, language: str) -> list[Line]:
    """Return a line for each filled field of a goal, and for each record it is linked with."""
    due_on = goal.get("target_on")
    values: dict[str, object] = {**goal, "target_on": due_on and day_text(due_on, language)}
    objective_label = _(GOAL_OBJECTIVE.field("objective_id").label)
    talent_label = _(GOAL_TALENT.field("talent_id").label)
    return [
        *labelled_lines(values, _GOAL_LABELS),
        *(Line(objective_label, str(text)) for text in goal.get("objectives", [])),
        *(Line(talent_label, str(text)) for text in goal.get("talent_numbers", [])),
    ]


def labelled_lines(values: Mapping[str, object], labels: Mapping[str, str]) -> list[Line]:
    """Return a line for each key of *labels* that has a value, in the order of *labels*."""
    return [Line(_(label), str(values[key])) for key, label in labels.items() if values.get(key)]


def option_lines(option: Option, self_word: str) -> list[Line]:
    """Return the lines of an option: its text with its origin, then what is for and against it.

    *self_word* is what the coach is called on a page for others; empty on the coach's own.
    """
    is_chosen = bool(option.get("chosen"))
    marks = (
        _("chosen") if is_chosen else "",
        _origin(option.get("origin"), self_word),
        option.get("contact"),
    )
    sign, tone = (DRAWN.done, "good") if is_chosen else (DRAWN.day, "quiet")
    lines = [Line("", option["text"], note=", ".join(filter(None, marks)), tone=tone, sign=sign)]
    arguments = {_("for"): option.get("pros"), _("against"): option.get("cons")}
    return lines + [Line(label, text) for label, text in arguments.items() if text]


def _origin(origin: str | None, self_word: str) -> str:
    if origin == "coach" and self_word:
        return self_word
    return _(ORIGINS[origin]) if origin in ORIGINS else ""


def action_lines(action: Action, language: str, today: date | None, self_word: str) -> list[Line]:
    """Return the lines of an action: what it is and how it stands, then its details.

    Without *today* it is never overdue. *self_word* is as for `option_lines`.
    """
    standing = action_standing(
        action.get("status", "open"), action.get("due_on"), None, today, language
    )
    plan = action.get("if_then") or {}
    done_by = action.get("done_by")
    details = {
        _("What came of it"): action.get("outcome"),
        _("Confidence"): _confidence(action),
        _("If"): without_if(plan.get("obstacle")),
        _("then"): without_then(plan.get("plan")),
        _("With help from"): action.get("helper"),
        _("Who does it"): doer_text(done_by, self_word) or (done_by and _(DOERS[done_by])),
    }
    number = action.get("number")
    heading = Line(
        "",
        action["what"],
        note=standing.text,
        tone=standing.tone,
        sign=standing.sign,
        number=number,
    )
    return [heading, *(Line(label, str(text)) for label, text in details.items() if text)]


def _confidence(action: Action) -> str:
    """Return the confidence in an action, for example "4/10 → 8/10"; may be empty."""
    figures = (action.get("confidence_before"), action.get("confidence"))
    return f" {DRAWN.arrow} ".join(f"{figure}/10" for figure in figures if figure)


def review_lines(review: Review, self_word: str) -> list[Line]:
    """Return the lines of a review: the earlier action and its new status, then the details."""
    standing = action_standing(review["status"], None, None, None, "")
    what = review.get("what") or _("Action {n}").format(n=review["action"])
    status = standing.text or _(ACTION_STATUSES[review["status"]])
    who_and_status = ", ".join(filter(None, (doer_text(review.get("done_by"), self_word), status)))
    return [
        Line(
            "",
            what,
            note=who_and_status,
            tone=standing.tone,
            sign=standing.sign,
            number=review["action"],
        ),
        *review_details(review),
    ]


def review_details(review: Review) -> list[Line]:
    """Return the lines of what a review says besides the status."""
    obstacle_came = review.get("obstacle_came")
    details = {
        _("What came of it"): review.get("outcome"),
        _("Obstacle turned up"): None if obstacle_came is None else _(YES_NO[int(obstacle_came)]),
        _("Plan followed, and it helped"): review.get("plan_helped"),
    }
    return [Line(label, text) for label, text in details.items() if text]
