"""Offering protection: the answer to whether a boss or IT can read the journal."""

from coachlog.base.errors import CoachlogError, StoppedError
from coachlog.base.texts import _
from coachlog.store.files import key_id_of
from coachlog.terminal.context import Context, hint
from coachlog.terminal.prompt_commands import STOP, Command
from coachlog.terminal.prompter import Prompter, ask_no_yes, show_error


def show_what_it_does(prompter: Prompter) -> None:
    """Answer whether anybody else can read the journal, in three sentences."""
    prompter.show()
    prompter.show(
        _(
            "Can your boss or IT read this? As it is now, yes: whoever can open the file of your"
            " journal, or a copy of it, can read it."
        )
    )
    prompter.show(
        _(
            "Protected, nobody can read it without your key: not on a laptop that is off, lost or"
            " stolen, not in a backup, a copy or a synchronised folder."
        )
    )
    prompter.show(
        _(
            "It does not help against somebody who manages this computer while you use it, and can"
            " see your screen or what you type: for that, use a computer of your own."
        )
    )


def offer_protection(context: Context, prompter: Prompter) -> None:
    """Offer to protect the journal at the very first start, before anything is in it.

    Whatever keeps it from being protected is shown; it can be done later. Raises StoppedError.
    """
    if key_id_of(context.store):
        return
    show_what_it_does(prompter)
    answer = ask_no_yes(prompter, _("Protect your journal now? It takes pen and paper."))
    if isinstance(answer, Command) and answer.name == STOP:
        raise StoppedError
    if answer is True:
        from coachlog.guide.protection.protecting import protect  # seldom, and slow to load

        try:
            if protect(context, prompter, None, discard=False):
                return
        except StoppedError:
            pass
        except CoachlogError as error:
            show_error(prompter, error)
    prompter.show(_("You can do it any time: {command}").format(command=hint("protect")), "quiet")
