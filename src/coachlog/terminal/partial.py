"""A form that is left before its end: its answers are saved, or put in a rescue file."""

from collections.abc import Mapping

from coachlog.base.errors import StoppedError
from coachlog.base.texts import N_, _
from coachlog.terminal.prompt_editor import ask_with_editor
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.terminal.rescue import rescue_and_tell
from coachlog.terminal.signals import EndSignal, ignore_signals, signals_ignored
from coachlog.terminal.unsaved import format_answers
from coachlog.values import parse

KEEP = N_("Save what you filled in?")


def ask_to_keep(
    prompter: Prompter,
    stopped: BaseException,
    answers: Mapping[str, str],
    question: str = KEEP,
    *,
    complete: bool = True,
    alone: bool = False,
) -> bool:
    """Return whether to save *answers* (by label) before the form was *stopped*.

    The person is asked. If nobody can answer, *alone* means yes; without it, or if the form is
    not *complete*, the answers are written into a rescue file, which is named.
    """
    if complete and not isinstance(stopped, EndSignal):
        try:
            return _ask(prompter, question)
        except KeyboardInterrupt:
            alone = False  # the person is there, and wants to leave
        except StoppedError:
            pass
    if alone:
        if isinstance(stopped, EndSignal):
            ignore_signals()
        return True
    with signals_ignored():
        rescue_and_tell(format_answers(answers))
    return False


def _ask(prompter: Prompter, question: str) -> bool:
    """Ask whether to save; Enter alone, and a command such as :stop, mean yes."""
    prompter.show()
    prompter.show(_(question), "question")
    answer = ask_with_editor(prompter, Prompt(_("(Y/n)") + " ›", check=parse.yes_no))
    return not isinstance(answer, str) or parse.yes_no(answer) is not False
