"""The last page of a guided conversation: its gist, and the choice to save, change or keep it."""

from coachlog.base.errors import StoppedError
from coachlog.base.texts import _
from coachlog.guide.closing_choices import ALL, CHANGE, KEEP, SAVE, ClosingChoice, closing_choice
from coachlog.guide.closing_page import (
    private_sections,
    shared_sections,
    show_all,
    show_gist,
)
from coachlog.guide.corrections import change
from coachlog.guide.early_end import has_begun
from coachlog.guide.guide import Guide
from coachlog.guide.write_up import are_notes_the_summary, swap_notes
from coachlog.terminal.background import Preload
from coachlog.terminal.context import Context
from coachlog.terminal.prompt_commands import DONE, MORE, OVERVIEW, PRIVATE, STOP
from coachlog.terminal.prompter import Prompt, numbers_mark, text_columns

ROWS_AROUND = 8
"""Rows around the gist: the heading, the choices, and the prompt."""
SENSITIVE = Preload("coachlog.guide.sensitive.page")
"""The module with the list of sensitive words: loaded when it is needed, at the end."""

SWAP_NOTES = ("p", "privé", "prive", "private")
"""What is typed to make the notes private instead of the summary, or the other way round."""


def close(guide: Guide, context: Context) -> None:
    """Show the last page until the coach saves; raises StoppedError to keep it as a draft."""
    while True:
        if guide.interview.current:  # a change may bring new questions
            guide.lead()
        if has_begun(guide):  # a change was left halfway: what was typed counts, as after `:done`
            guide.finish()
            continue
        show_gist(guide.prompter, guide.draft, guide.visible_conversation(), ROWS_AROUND)
        guide.prompter.show()
        choice, part = _ask_choice(guide)
        if choice == SAVE:
            if _settle_sensitive_words(guide, context):
                return
            continue
        if choice == KEEP:
            raise StoppedError
        if choice in SWAP_NOTES:
            swap_notes(guide)
        else:
            change(guide, context, part)


def _settle_sensitive_words(guide: Guide, context: Context) -> bool:
    """List the sensitive words once, unless that is switched off; return False to go back."""
    if context.settings.sensitive_words is False:  # None: not set
        return True
    return bool(SENSITIVE.module().settle(guide, context))


def _ask_choice(guide: Guide) -> ClosingChoice:
    """Ask what to do, and return that once it leads away from this page."""
    choices = [_("Save"), _("Change something"), _("Save as draft"), _("Show everything")]
    notes_hint = _notes_hint(guide)

    def read(text: str) -> ClosingChoice:
        if notes_hint and text.strip().casefold() in SWAP_NOTES:
            return ClosingChoice(SWAP_NOTES[0])
        return closing_choice(text)

    prompt = Prompt(numbers_mark(len(choices)), check=read)
    while True:
        if notes_hint:
            guide.prompter.show(notes_hint, "note")
        _show_choices(guide, choices)
        answer = guide.prompter.ask(prompt)
        if isinstance(answer, str):
            wish = read(answer)
            if wish.choice != ALL:
                return wish
            _show_everything(guide)
        elif answer.name in (MORE, OVERVIEW):
            _show_everything(guide)
        elif answer.name == PRIVATE:
            _show_private(guide)
        else:
            # Any other command, such as `:back`, leads to the list of what can be changed.
            return ClosingChoice({STOP: KEEP, DONE: SAVE}.get(answer.name, CHANGE))


def _show_everything(guide: Guide) -> None:
    """Show the whole conversation, except what is for the coach only."""
    show_all(guide.prompter, shared_sections(guide.draft, guide.visible_conversation()))


def _show_choices(guide: Guide, choices: list[str]) -> None:
    """Show the numbered choices: on one line where they fit, otherwise each on its own."""
    numbered = [f"{number}  {choice}" for number, choice in enumerate(choices, 1)]
    on_one_line = "    ".join(numbered)
    fits = len(on_one_line) < text_columns() - 2
    guide.prompter.show(on_one_line if fits else "\n".join(numbered))


def _show_private(guide: Guide) -> None:
    """Show what is for the coach only."""
    sections = private_sections(guide.draft, guide.conversation())
    if sections:
        show_all(guide.prompter, sections)
    else:
        guide.prompter.show(_("Nothing is hidden here."), "quiet")


def _notes_hint(guide: Guide) -> str:
    """Return what typing p does, where the summary came from notes; else an empty text."""
    is_summary = are_notes_the_summary(guide)
    if is_summary is None:
        return ""
    if is_summary:
        return _("Your notes are the summary, also on the take-home page. p: for you only.")
    return _("Your notes are for you only. p: make them the summary again.")
