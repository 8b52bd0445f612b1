"""A conversation that is begun and not finished, with the person a new one is to be with."""

from coachlog.base.errors import CoachlogError, StoppedError
from coachlog.base.texts import _
from coachlog.guide.draft import methods
from coachlog.journal.coachee.queries import Person
from coachlog.journal.session.unfinished import told, with_person
from coachlog.store.drafts import Draft, DraftBusyError, DraftKeeper, drafts
from coachlog.store.unfinished import Unfinished
from coachlog.terminal.context import Context, hint
from coachlog.terminal.prompt_commands import STOP, Command
from coachlog.terminal.prompter import Prompter, ask_yes_no


def offered(
    context: Context,
    prompter: Prompter,
    name: str,
    person: Person | None,
    *,
    ask: bool,
    with_three: bool = False,
) -> Draft | None:
    """The draft that the coach wants to go on with instead of beginning anew.

    Without *ask* it is only told: what options gave would be lost. *With three* at the table it is
    one with three as well, or else not told: it is no business of theirs. Raises StoppedError.
    """
    with context.reader() as reader:
        found = with_person(reader, name, person)
        kept = {each.id: each for each in drafts(reader)} if found else {}
    if with_three:
        found = [each for each in found if _is_with_three(kept[each.id])]
    if not found:
        return None
    one = found[0]
    line = _("You have an unfinished conversation with {name} ({told}).")
    prompter.show(line.format(name=one.name or name, told=told(one)), "note")
    if not ask or _is_open(context, kept[one.id]):
        prompter.show(_how_to_go_on(one), "quiet")
        return None
    return kept[one.id] if _wanted(prompter) else None


def _wanted(prompter: Prompter) -> bool:
    while isinstance(said := ask_yes_no(prompter, _("Continue with that one?")), Command):
        if said.name == STOP:
            raise StoppedError
    return said


def _is_with_three(draft: Draft) -> bool:
    try:
        return methods(draft.method)[0].with_three
    except CoachlogError:  # its method is gone, or has a mistake
        return False


def _is_open(context: Context, draft: Draft) -> bool:
    """Whether it is in the midst of another window."""
    try:
        DraftKeeper.resume(context.store, draft).close()
    except DraftBusyError:
        return True
    return False


def _how_to_go_on(one: Unfinished) -> str:
    return _("Continue it: {command}").format(command=hint(f"session resume {one.place}"))
