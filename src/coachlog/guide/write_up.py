"""Writing up a finished conversation: its length, and what the coach remembers of it."""

from collections.abc import Callable
from functools import partial

from coachlog.guide import opening
from coachlog.guide.guide import Guide
from coachlog.interview.conversation import without
from coachlog.interview.record import field_values
from coachlog.values import parse

BRIEFLY = "briefly"
"""The value of *after* in a draft where notes, if there are some, replace most questions."""

USUAL_MINUTES = 60


def ask_length_and_notes(guide: Guide) -> None:
    """Ask for the length and the notes of a conversation that is written up afterwards.

    `:done` at either of them saves what was typed there, and skips all that is left.
    """
    prompter = guide.prompter

    def save_notes(typed: str) -> None:
        """Save the notes: as the summary if they were asked for as that, or else in the head."""
        head = without(guide.draft.head, "after")
        notes = parse.text(typed)
        is_brief = guide.draft.head.get("after") == BRIEFLY
        if notes and is_brief and _make_summary(guide, notes):
            notes = None  # they are the summary now
        guide.save_once(head=head | {"notes": notes} if notes else head, partial_texts={})

    # How to save the answer to the question that is being asked.
    save: Callable[[str], None] = partial(save_minutes, guide)
    try:
        if "minutes" not in guide.draft.head:
            ask_length(guide, USUAL_MINUTES)
        if guide.draft.head.get("notes"):  # they came in a file
            guide.save_once(head=without(guide.draft.head, "after"), partial_texts={})
            return
        save = save_notes
        save_typed = partial(guide.save_typed, "notes")
        is_brief = guide.draft.head.get("after") == BRIEFLY
        ask = partial(opening.ask_notes, prompter, save_typed, briefly=is_brief)
        guide.ask_until_saved("notes", ask, save)
    except opening.Done as done:
        save(done.typed)
        guide.finish()


def ask_length(guide: Guide, usual: int | None) -> None:
    """Ask how long it took, and save that; Enter takes the *usual* length. Raises Done."""
    save_typed = partial(guide.save_typed, "minutes")
    ask = partial(opening.ask_minutes, guide.prompter, save_typed, usual)
    guide.ask_until_saved("minutes", ask, partial(save_minutes, guide))


def save_minutes(guide: Guide, typed: str) -> None:
    """Save the length; nothing where the coach does not know it."""
    minutes = None if typed == opening.UNKNOWN else parse.minutes(typed)
    head = guide.draft.head
    guide.save_once(head=head | {"minutes": minutes} if minutes else head, partial_texts={})


def _make_summary(guide: Guide, notes: str) -> bool:
    """Make *notes* the summary, and leave out the questions that this makes needless.

    Return False, with nothing changed, where the method asks for no summary, or with three at the
    table.
    """
    interview = guide.interview
    situation_before = interview.situation
    # The path depends on it: only then it has the question for a summary in every form.
    interview.situation = situation_before._replace(noted=True)
    question = next((q for q in interview.path if q.fills == "summary"), None)
    if question is None or guide.draft.with_three:
        interview.situation = situation_before
        return False
    interview.answers[question.id] = notes
    interview.changing = True  # only questions without an answer follow
    interview.current_id = interview.first_unanswered()
    return True


def are_notes_the_summary(guide: Guide) -> bool | None:
    """Whether the notes are the summary, or (False) for the coach only.

    None where they were never made the summary, or where both are empty now.
    """
    if not guide.interview.situation.noted:
        return None
    if guide.draft.head.get("notes"):
        return False
    has_summary = bool(field_values(guide.interview).get("summary"))
    return True if has_summary else None


def swap_notes(guide: Guide) -> None:
    """Move the text of the summary to the notes for the coach only, or back."""
    question = next(q for q in guide.interview.path if q.fills == "summary")
    head = guide.draft.head.copy()
    if notes := head.pop("notes", None):
        guide.interview.answers[question.id] = notes
    else:
        head["notes"] = str(guide.interview.answers[question.id])
        guide.interview.answers[question.id] = None
    guide.save_draft(head=head)
