"""Writing up a finished conversation: its length, and what the coach remembers of it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from coachlog.base.texts import _
from coachlog.guide.guide import Guide
from coachlog.guide.simple_prompt import Done, ask
from coachlog.interview.conversation import ASK_NOTES, without
from coachlog.interview.record import field_values
from coachlog.journal.session.moments import parse as parse_moment
from coachlog.terminal.context import Context
from coachlog.terminal.echo import echo
from coachlog.terminal.prompt_commands import SKIP, command_word
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.values import parse

BRIEFLY = "briefly"
"""The value of *after* in a draft where notes, if there are some, replace most questions."""

USUAL_MINUTES = 60
UNKNOWN = "-"
"""What stands for a length that the coach does not know."""


def ask_length_and_notes(guide: Guide) -> None:
    """Ask for the length and the notes of a conversation that is written up afterwards.

    `:done` at either of them saves what was typed there, and skips all that is left.
    """
    # How to save the answer to the question that is being asked.
    save: Callable[[str], None] = partial(save_minutes, guide)
    try:
        if "minutes" not in guide.draft.head:
            ask_length(guide, USUAL_MINUTES)
        if guide.draft.head.get("notes"):  # they came in a file
            guide.save_once(head=without(guide.draft.head, "after"), partial_texts={})
            return
        save = partial(_save_notes, guide)
        guide.ask_until_saved("notes", partial(_ask_notes, guide), save)
    except Done as done:
        save(done.typed)
        guide.finish()


def _ask_notes(guide: Guide, text: str) -> str:
    """Ask what the coach remembers, with *text* at the prompt; return that. Raises Done."""
    guide.prompter.show(_(ASK_NOTES), "question")
    hint = (
        _("Keywords are enough: they become the summary. Enter: question by question.")
        if _is_brief(guide)
        else _("Keywords are enough. The questions that follow help you sort them.")
    )
    guide.prompter.show(hint, "quiet")
    save_typed = partial(guide.save_typed, "notes")
    prompt = Prompt(initial_text=text, check=parse.text, keep=save_typed)
    return ask(guide.prompter, prompt, may_end=True)


def _save_notes(guide: Guide, typed: str) -> None:
    """Save the notes: as the summary if they were asked for as that, or else in the head."""
    head = without(guide.draft.head, "after")
    notes = parse.text(typed)
    if notes and _is_brief(guide) and _make_summary(guide, notes):
        notes = None  # they are the summary now
    guide.save_once(head=head | {"notes": notes} if notes else head, partial_texts={})


def _is_brief(guide: Guide) -> bool:
    return guide.draft.head.get("after") == BRIEFLY


def ask_length(guide: Guide, usual: int | None) -> None:
    """Ask how long it took, and save that; Enter takes the *usual* length. Raises Done.

    Without a *usual* length, Enter means that it is not known, as `:skip` always does.
    """

    def ask_minutes(text: str) -> str:
        guide.prompter.show(_("How many minutes did it take?"), "question")
        skip = command_word(SKIP)
        hint = _("Enter: {n} minutes. {skip}: not known.") if usual else _("Enter: not known.")
        guide.prompter.show(hint.format(n=usual, skip=skip), "quiet")
        save_typed = partial(guide.save_typed, "minutes")
        prompt = Prompt(initial_text=text, check=parse.minutes, keep=save_typed)
        typed = ask(guide.prompter, prompt, skipped=UNKNOWN, may_end=True)
        return typed if typed.strip() else str(usual or UNKNOWN)

    guide.ask_until_saved("minutes", ask_minutes, partial(save_minutes, guide))


def save_minutes(guide: Guide, typed: str) -> None:
    """Save the length; nothing where the coach does not know it."""
    minutes = None if typed == UNKNOWN else parse.minutes(typed)
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


def ask_date(context: Context, prompter: Prompter, zone_name: str) -> datetime:
    """Ask when a conversation took place that is written up afterwards. Raises StoppedError."""
    prompter.show(_("When was the conversation?"), "question")

    def read(text: str) -> datetime:
        return parse_moment(text, context.now, zone_name, past=True)

    moment = read(ask(prompter, Prompt(help=_("For example: yesterday 14:30"), check=read)))
    echo(prompter, moment)
    return moment
