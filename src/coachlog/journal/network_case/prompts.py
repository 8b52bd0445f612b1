"""Asks for a case heading by heading, and tells after each what could give somebody away."""

from collections.abc import Mapping, Sequence

from coachlog.base.texts import N_, _
from coachlog.journal.network_case.warning import (
    CHECK,
    IF_YES,
    RECOGNISABLE,
    CaseWarning,
    CaseWatch,
)
from coachlog.schema.network_case import HEADINGS
from coachlog.terminal.fields import FieldPrompt, FormField
from coachlog.terminal.prompt_commands import Command
from coachlog.terminal.prompter import Prompter, ask_no_yes

INTRO = N_(
    "Rewrite the case as if you were telling it to somebody from another company. Nothing is taken"
    " over from your notes."
)


class CasePrompt(FieldPrompt):
    """The five questions of a case. An answer with a name in it is shown and asked for again."""

    def __init__(
        self,
        prompter: Prompter,
        fields: Sequence[FormField],
        present_values: Mapping[str, str],
        watch: CaseWatch,
    ) -> None:
        super().__init__(prompter, fields, present_values)
        self._case_prompter, self._watch = prompter, watch

    def _save_answer(self, field: FormField, answer: str, present: str) -> bool:
        is_saved = super()._save_answer(field, answer, present)
        warnings = self._watch.warnings({field.name: answer})
        if not (is_saved and warnings):
            return is_saved
        show_warnings(self._case_prompter, warnings)
        self._case_prompter.show(_("Enter keeps it. Or write it in other words."), "quiet")
        return False


def ask_case(
    prompter: Prompter, fields: Sequence[FormField], given: Mapping[str, str], watch: CaseWatch
) -> dict[str, str]:
    """Ask for the headings that are not *given*, then check the whole; return the answers.

    As long as a colleague could guess who it is about, the coach can change more.
    """
    prompter.show(_(INTRO), "quiet")
    missing = [field for field in fields if field.name not in given]
    answers = CasePrompt(prompter, missing, {}, watch).ask_or_save()
    while True:
        whole = {name: (dict(given) | answers).get(name) for name in HEADINGS}
        show_warnings(prompter, watch.warnings(whole))
        prompter.show(_(RECOGNISABLE), "note")
        guessable = _ask_whether_recognisable(prompter)
        if guessable is None:
            return answers
        answers["guessable"] = "yes" if guessable else "no"
        if not guessable or not _wants_to_change(prompter):
            return answers
        present = {name: text for name, text in whole.items() if text}
        answers |= CasePrompt(prompter, fields, present, watch).ask_or_save()


def show_warnings(prompter: Prompter, warnings: Sequence[CaseWarning]) -> None:
    """Show each of *warnings* on a line."""
    for warning in warnings:
        prompter.show(warning.sentence, "late")


def _ask_whether_recognisable(prompter: Prompter) -> bool | None:
    """Return whether a colleague could guess who it is about; None without an answer."""
    return _yes_or_no(prompter, _(CHECK))


def _wants_to_change(prompter: Prompter) -> bool:
    prompter.show(_(IF_YES), "note")
    return bool(_yes_or_no(prompter, _("Change it now?")))


def _yes_or_no(prompter: Prompter, question: str) -> bool | None:
    answer = ask_no_yes(prompter, question)
    return None if isinstance(answer, Command) else answer
