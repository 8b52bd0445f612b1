"""The end of a guided conversation: the gist of it on one screen, then save, change or keep."""

from coachlog.base.errors import StoppedError
from coachlog.base.texts import _
from coachlog.guide.closing_page import (
    private_sections,
    shared_sections,
    show_all,
    show_gist,
)
from coachlog.guide.corrections import change
from coachlog.guide.guide import Guide
from coachlog.guide.last_words import ALL, CHANGE, KEEP, SAVE, wish_of
from coachlog.guide.write_up import are_notes_the_summary, turn_notes
from coachlog.terminal.context import Context
from coachlog.terminal.prompt_commands import DONE, MORE, OVERVIEW, PRIVATE, STOP, Command
from coachlog.terminal.prompter import Prompt, text_columns

AROUND = 8
"""Rows around what was said: the heading, what can be done, and the prompt."""


def close(guide: Guide, context: Context) -> None:
    """Show the page and ask what to do until the coach saves; StoppedError keeps the draft."""
    while True:
        if guide.interview.current:
            guide.lead()
        show_gist(guide.prompter, guide.draft, guide.shown(), AROUND)
        guide.prompter.show()
        choice, part = _choose(guide)
        if choice == SAVE:
            return
        if choice == KEEP:
            raise StoppedError
        if choice in TURN:
            turn_notes(guide)
        else:
            change(guide, context, part)


def _choose(guide: Guide) -> tuple[str, str]:
    """What the coach wants to do with it, and with which part."""
    choices = [_("Save"), _("Change something"), _("Save as draft"), _("Show everything")]
    turning = _turning(guide)

    def read(text: str) -> tuple[str, str]:
        if turning and text.strip().casefold() in TURN:
            return TURN[0], ""
        return wish_of(text)

    prompt = Prompt(f"1-{len(choices)} ›", check=read)
    while True:
        if turning:
            guide.prompter.show(turning, "note")
        _offer(guide, choices)
        answer = guide.prompter.ask(prompt)
        name = answer.name if isinstance(answer, Command) else ""
        chosen, part = read(answer) if isinstance(answer, str) else (name, "")
        if name == PRIVATE:
            _unveil(guide)
        elif chosen in (ALL, MORE, OVERVIEW):
            show_all(guide.prompter, shared_sections(guide.draft, guide.shown()))
        else:
            return {STOP: KEEP, DONE: SAVE}.get(name, CHANGE if name else chosen), part


def _offer(guide: Guide, choices: list[str]) -> None:
    numbered = [f"{place}  {choice}" for place, choice in enumerate(choices, 1)]
    on_one_line = "    ".join(numbered)
    fits = len(on_one_line) < text_columns() - 2
    guide.prompter.show(on_one_line if fits else "\n".join(numbered))


def _unveil(guide: Guide) -> None:
    """Show what is for the coach only."""
    found = private_sections(guide.draft, guide.said())
    if found:
        show_all(guide.prompter, found)
    else:
        guide.prompter.show(_("Nothing is hidden here."), "quiet")


TURN = ("p", "privé", "prive", "private")
"""What makes the notes private at the last page, or the summary again."""


def _turning(guide: Guide) -> str:
    """What typing p does, where the summary came from notes; else nothing."""
    standing = are_notes_the_summary(guide)
    if standing is None:
        return ""
    if standing:
        return _("Your notes are the summary, also on the take-home page. p: for you only.")
    return _("Your notes are for you only. p: make them the summary again.")
