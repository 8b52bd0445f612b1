"""A conversation that is written up when it is over: its length, and what is remembered of it."""

from functools import partial

from coachlog.guide import opening
from coachlog.guide.draft import AFTER, MINUTES, NOTES
from coachlog.guide.leading import Guide
from coachlog.values import parse

BRIEFLY = "briefly"
"""The value of `AFTER` in a draft where the notes are all that is asked, once there are some."""

USUAL_MINUTES = 60


def ask_what_is_over(guide: Guide) -> None:
    """Length and notes of a conversation that is written up afterwards."""
    prompter = guide.prompter

    def keep_minutes(typed: str) -> None:
        minutes = None if typed == opening.UNKNOWN else parse.minutes(typed)
        head = guide.draft.head | ({MINUTES: minutes} if minutes else {})
        guide.put_down(head=head, halves={})

    def keep_notes(typed: str) -> None:
        head = {key: value for key, value in guide.draft.head.items() if key != AFTER}
        notes = parse.text(typed)
        if notes and guide.draft.head.get(AFTER) == BRIEFLY and _is_summary(guide, notes):
            notes = None
        guide.put_down(head=head | ({NOTES: notes} if notes else {}), halves={})

    take = keep_minutes
    try:
        if MINUTES not in guide.draft.head:
            keep = partial(guide.keep_typed, MINUTES)
            ask = partial(opening.ask_minutes, prompter, keep, USUAL_MINUTES)
            guide.until_kept(MINUTES, ask, take)
        take = keep_notes
        keep = partial(guide.keep_typed, NOTES)
        briefly = guide.draft.head.get(AFTER) == BRIEFLY
        ask = partial(opening.ask_notes, prompter, keep, briefly=briefly)
        guide.until_kept(NOTES, ask, take)
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
    interview.given[summary.id] = notes
    interview.changing = True
    interview.at = next((q.id for q in interview.path if q.id not in interview.given), None)
    return True


def are_notes_the_summary(guide: Guide) -> bool | None:
    """Whether the notes are the summary; None where they never were, or are gone."""
    if not guide.interview.situation.noted:
        return None
    if guide.draft.head.get(NOTES):
        return False
    return True if _summary(guide) else None


def turn_notes(guide: Guide) -> None:
    """Keep the notes for the coach only; or make them the summary again."""
    question = next(q for q in guide.interview.path if q.fills == "summary")
    head = dict(guide.draft.head)
    if notes := head.pop(NOTES, None):
        guide.interview.given[question.id] = notes
    else:
        head[NOTES] = guide.interview.given[question.id]
        guide.interview.given[question.id] = None
    guide.save_draft(head=head)


def _summary(guide: Guide) -> str | None:
    found = [q.id for q in guide.interview.path if q.fills == "summary"]
    return next((guide.interview.given.get(each) for each in found), None)
