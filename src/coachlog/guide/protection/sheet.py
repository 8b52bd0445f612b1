"""The recovery sheet: the words of the key, shown to be written on paper, and typed back."""

from coachlog.base.errors import StoppedError
from coachlog.base.texts import _
from coachlog.store.protection.key_words import (
    PER_ROW,
    WORD_COUNT,
    NotWordsError,
    key_of_words,
    read_words,
    words_of_key,
)
from coachlog.terminal.prompt_commands import STOP, Command, command_word
from coachlog.terminal.prompter import Prompt, Prompter, show_error

_ROWS = range(0, WORD_COUNT, PER_ROW)


def show_sheet(prompter: Prompter, key: bytes) -> None:
    """Show the words of *key* in numbered rows, and what they are for."""
    words = words_of_key(key)
    prompter.show()
    prompter.show(_("Your recovery key"), "heading")
    prompter.show(_("Write these words on paper, row by row, with their numbers:"))
    prompter.show()
    for first in _ROWS:
        row = "   ".join(words[first : first + PER_ROW])
        prompter.show(f"  {first + 1:2}-{first + PER_ROW:<2}   {row}")
    prompter.show()
    prompter.show(
        _(
            "Keep the paper where nobody else comes, not beside this computer. Whoever has it and a"
            " copy of the journal can read everything."
        )
    )


def type_back(prompter: Prompter, key: bytes) -> None:
    """Have all words typed back from the paper, a row at a time. Raises StoppedError."""
    prompter.show(_("Press Enter once they are on paper; then you type them back from it."), "note")
    _ask(prompter, Prompt(help=command_word(STOP), asks_back=False))
    prompter.show("\n" * prompter.rows)  # the words leave the screen
    words = words_of_key(key)
    for first in _ROWS:
        _ask_row(prompter, words, first)
    prompter.show(_("That is right: your paper is as it should be."), "good")


def ask_words(prompter: Prompter) -> bytes:
    """Ask for the words of a recovery key, a row at a time; return the key.

    Raises StoppedError. After a mistake that can be told, all are asked again.
    """
    while True:
        rows = []
        for first in _ROWS:
            mark = _row_mark(first)
            prompt = Prompt(mark, help=command_word(STOP), check=_check_row, asks_back=False)
            rows.append(_ask(prompter, prompt))
        try:
            return key_of_words(" ".join(rows))
        except NotWordsError as error:
            show_error(prompter, error)


def _ask_row(prompter: Prompter, words: list[str], first: int) -> None:
    def check(typed: str) -> None:
        found, row = read_words(typed), words[first : first + PER_ROW]
        for place, word in enumerate(row):
            if place >= len(found) or found[place] != word:
                text = _("word {number} is not the one on the screen before")
                raise NotWordsError(problem=text.format(number=first + place + 1))

    prompt = Prompt(_row_mark(first), help=command_word(STOP), check=check, asks_back=False)
    _ask(prompter, prompt)


def _check_row(typed: str) -> None:
    if len(read_words(typed)) != PER_ROW:
        raise NotWordsError(problem=_("a row has {n} words").format(n=PER_ROW))


def _row_mark(first: int) -> str:
    return _("Words {first} to {last}").format(first=first + 1, last=first + PER_ROW) + " ›"


def _ask(prompter: Prompter, prompt: Prompt) -> str:
    """Return what is typed. Raises StoppedError at a command."""
    answer = prompter.ask(prompt)
    if isinstance(answer, Command):
        raise StoppedError
    return answer
