"""The offer to continue an unfinished conversation instead of beginning one with that person."""

from coachlog.base.errors import CoachlogError, StoppedError
from coachlog.base.texts import _
from coachlog.guide.draft import load_methods
from coachlog.journal.coachee.lookup import Person
from coachlog.journal.session.unfinished import progress_text, with_person
from coachlog.store.drafts import Draft, DraftBusyError, DraftKeeper, drafts
from coachlog.terminal.context import Context, hint
from coachlog.terminal.prompt_commands import STOP, Command
from coachlog.terminal.prompter import Prompter, ask_yes_no


def offer_draft(
    context: Context,
    prompter: Prompter,
    name: str,
    person: Person | None,
    *,
    may_ask: bool,
    with_three: bool = False,
) -> Draft | None:
    """Return the draft that the coach wants to continue instead of beginning a new conversation.

    Unless it *may ask*, a draft is only mentioned: to continue it would lose the answers from
    options. *With three* at the table, only a draft with three is mentioned. Returns None where
    there is no draft, or a new conversation begins all the same. Raises StoppedError.
    """
    with context.reader() as reader:
        unfinished = with_person(reader, name, person)
        by_id = {draft.id: draft for draft in drafts(reader)} if unfinished else {}
    if with_three:
        unfinished = [line for line in unfinished if _is_with_three(by_id[line.id])]
    if not unfinished:
        return None
    latest = unfinished[0]
    message = _("You have an unfinished conversation with {name} ({told}).")
    prompter.show(message.format(name=latest.name or name, told=progress_text(latest)), "note")
    if not may_ask or _is_open_elsewhere(context, by_id[latest.id]):
        command = hint(f"session resume {latest.place}")
        prompter.show(_("Continue it: {command}").format(command=command), "quiet")
        return None
    return by_id[latest.id] if _wants_to_continue(prompter) else None


def _wants_to_continue(prompter: Prompter) -> bool:
    """Ask until the answer is yes or no; raises StoppedError."""
    while True:
        answer = ask_yes_no(prompter, _("Continue with that one?"))
        if not isinstance(answer, Command):
            return answer
        if answer.name == STOP:
            raise StoppedError


def _is_with_three(draft: Draft) -> bool:
    try:
        return load_methods(draft.method).method.with_three
    except CoachlogError:  # its method was removed, or has a mistake
        return False


def _is_open_elsewhere(context: Context, draft: Draft) -> bool:
    """Whether another window is working on the draft, and so has locked it."""
    try:
        DraftKeeper.resume(context.store, draft).close()
    except DraftBusyError:
        return True
    return False
