"""A conversation that is written up when it is over: its length, and what is remembered of it."""

from functools import partial

from coachlog.guide import opening
from coachlog.guide.guide import Guide
from coachlog.interview.conversation import without
from coachlog.interview.record import filled_in
from coachlog.values import parse

BRIEFLY = "briefly"
"""What *after* is in a draft where the notes are all that is asked, once there are some."""

USUAL_MINUTES = 60


def ask_what_is_over(guide: Guide) -> None:
    """Length and notes of a conversation that is written up afterwards."""
    prompter = guide.prompter

    def keep_minutes(typed: str) -> None:
        minutes = None if typed == opening.UNKNOWN else parse.minutes(typed)
        head = guide.draft.head
        guide.put_down(head=head | {"minutes": minutes} if minutes else head, halves={})

    def keep_notes(typed: str) -> None:
        head = without(guide.draft.head, "after")
        notes = parse.text(typed)
        if notes and guide.draft.head.get("after") == BRIEFLY and _is_summary(guide, notes):
            notes = None
        guide.put_down(head=head | {"notes": notes} if notes else head, halves={})

    take = keep_minutes
    try:
        if "minutes" not in guide.draft.head:
            keep = partial(guide.keep_typed, "minutes")
            ask = partial(opening.ask_minutes, prompter, keep, USUAL_MINUTES)
            guide.until_kept("minutes", ask, take)
        take = keep_notes
        keep = partial(guide.keep_typed, "notes")
        briefly = guide.draft.head.get("after") == BRIEFLY
        ask = partial(opening.ask_notes, prompter, keep, briefly=briefly)
        guide.until_kept("notes", ask, take)
    except opening.Done as done:
        take(done.typed)
        guide.finish()


def _is_summary(guide: Guide, notes: str) -> bool:
    """Make *notes* the summary and ask only what cannot be missed; False where there is none."""
    interview = guide.interview
    before = interview.situation
    interview.situation = before._replace(noted=True)
    summary = next((each for each in interview.path if each.fills == "summary"), None)
    if summary is None or guide.draft.with_three:
        interview.situation = before
        return False
    interview.answers[summary.id] = notes
    interview.changing = True
    interview.current_id = interview.first_unanswered()
    return True


def are_notes_the_summary(guide: Guide) -> bool | None:
    """Whether the notes are the summary; None where they never were, or are gone."""
    if not guide.interview.situation.noted:
        return None
    if guide.draft.head.get("notes"):
        return False
    return True if filled_in(guide.interview).get("summary") else None


def turn_notes(guide: Guide) -> None:
    """Keep the notes for the coach only; or make them the summary again."""
    question = next(q for q in guide.interview.path if q.fills == "summary")
    head = guide.draft.head.copy()
    if notes := head.pop("notes", None):
        guide.interview.answers[question.id] = notes
    else:
        head["notes"] = str(guide.interview.answers[question.id])
        guide.interview.answers[question.id] = None
    guide.save_draft(head=head)
