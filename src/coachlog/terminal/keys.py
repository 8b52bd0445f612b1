"""The keys of the line editor: those that are listed here; any other does nothing.

The line editor has some three hundred keys of its own: to search, to quote, to cut, to record.
People press them by accident, and would lose what they typed.
"""

import re
from collections.abc import Callable
from typing import Any

from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.bindings.named_commands import get_by_name
from prompt_toolkit.key_binding.key_processor import KeyPress, KeyProcessor
from prompt_toolkit.keys import Keys

from coachlog.base.safe import readable
from coachlog.base.texts import N_
from coachlog.terminal.prompt_commands import BACK, MORE, OVERVIEW, SKIP, Command

MOVES = {
    "left": "backward-char",
    "right": "forward-char",
    "s-left": "backward-char",
    "s-right": "forward-char",
    "home": "beginning-of-line",
    "end": "end-of-line",
    "s-home": "beginning-of-line",
    "s-end": "end-of-line",
    "c-a": "beginning-of-line",
    "c-e": "end-of-line",
    "c-left": "backward-word",
    "c-right": "forward-word",
    "c-s-left": "backward-word",
    "c-s-right": "forward-word",
    "c-home": "beginning-of-buffer",
    "c-end": "end-of-buffer",
}
"""Keys that move the cursor, with the line editor's name for the movement."""

DELETES = {"backspace": "backward-delete-char", "delete": "delete-char"}
COMPLETES = {"tab": "menu-complete", "s-tab": "menu-complete-backward"}
LEAVES = {"pageup": BACK, "pagedown": SKIP, "f1": MORE, "f2": OVERVIEW}

PASTE = N_("Paste with Ctrl-Shift-V, or with the right button of the mouse.")
NOTES = {"c-v": PASTE, "s-insert": PASTE}
"""Keys that only show which key to use instead."""

ShowNote = Callable[[Any, str], None]

_ESCAPE_SEQUENCE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
"""What a terminal sends for a key; nobody who presses Escape and then types is as quick."""
_SHIFT_INSERT = "\x1b[2;2~"


class KnownKeys(KeyProcessor):
    """Drops keys that the line editor does not know: it would type their codes."""

    def feed_multiple(self, key_presses: list[KeyPress], first: bool = False) -> None:
        """Handle the keys that came from the terminal at once, without the unknown ones."""
        super().feed_multiple(_without_unknown([*map(_readable, key_presses)]), first)


def bindings(save: Callable[[Any], None], note: ShowNote) -> KeyBindings:
    """Return all the keys. *save* is for Ctrl-S; *note* shows a line under the prompt."""
    keys = KeyBindings()
    keys.add(Keys.Any, save_before=_is_new_word)(_type)
    keys.add(Keys.BracketedPaste)(_paste)
    for key, name in (MOVES | COMPLETES).items():
        keys.add(key, save_before=_never)(get_by_name(name).handler)
    for key, name in DELETES.items():
        keys.add(key, save_before=_is_not_repeated)(get_by_name(name).handler)
    keys.add("up", save_before=_never)(lambda event: event.current_buffer.auto_up())
    keys.add("down", save_before=_never)(lambda event: event.current_buffer.auto_down())
    keys.add("c-z", save_before=_never)(lambda event: event.current_buffer.undo())
    keys.add("c-y", save_before=_never)(lambda event: event.current_buffer.redo())
    keys.add("c-s", save_before=_never)(save)
    for key, text in NOTES.items():
        keys.add(key, save_before=_never)(lambda event, text=text: note(event, text))
    _add_ends(keys)
    return keys


def _add_ends(keys: KeyBindings) -> None:
    """Add the keys that end the answer or leave the prompt, and the one that begins a new line."""
    keys.add("escape", "enter")(lambda event: event.current_buffer.insert_text("\n"))
    for key in ("enter", "c-j"):
        keys.add(key)(lambda event: event.app.exit(result=event.current_buffer.text))
    for key in ("c-c", "<sigint>"):
        keys.add(key)(lambda event: event.app.exit(exception=KeyboardInterrupt()))
    keys.add("c-d", save_before=_never)(_leave_if_empty)
    for key, command in LEAVES.items():
        keys.add(key)(_leave_by(command))


def _readable(pressed: KeyPress) -> KeyPress:
    """Return the key with bytes that are not UTF-8 read as Windows-1252."""
    if pressed.data.isascii():
        return pressed
    data = readable(pressed.data)
    key = data if _is_character(pressed) else pressed.key
    return KeyPress(key, data)


def _without_unknown(pressed: list[KeyPress]) -> list[KeyPress]:
    """Return the keys without the escape sequences that came as single characters.

    Those are keys that the line editor does not know. Shift-Insert is one, but has a meaning here.
    """
    # A text with one character for each key; a line end for the keys that are known.
    text = "".join(
        key.data if _is_character(key) or key.key is Keys.Escape else "\n" for key in pressed
    )
    if len(text) != len(pressed):  # some key has several characters: no position would be right
        return pressed
    known: list[KeyPress] = []
    previous_end = 0
    for match in _ESCAPE_SEQUENCE.finditer(text):
        known += pressed[previous_end : match.start()]
        if match[0] == _SHIFT_INSERT:
            known.append(KeyPress(Keys.ShiftInsert, match[0]))
        previous_end = match.end()
    return known + pressed[previous_end:]


def _is_character(pressed: KeyPress) -> bool:
    return not isinstance(pressed.key, Keys)


def _type(event: Any) -> None:
    """Insert a character; any other key that is not listed here does nothing."""
    if not isinstance(event.key_sequence[-1].key, Keys):
        event.current_buffer.insert_text(event.data)


def _paste(event: Any) -> None:
    event.current_buffer.insert_text(event.data.replace("\r\n", "\n").replace("\r", "\n"))


def _leave_if_empty(event: Any) -> None:
    if not event.current_buffer.text:
        event.app.exit(exception=EOFError())


def _leave_by(command: str) -> Callable[[Any], None]:
    """Return a key handler that ends the prompt with *command* and the text in the line."""

    def leave(event: Any) -> None:
        event.app.exit(result=Command(command, event.current_buffer.text))

    return leave


def _is_new_word(event: Any) -> bool:
    """Return whether a word begins: Ctrl-Z undoes one word, not all that was typed."""
    return not event.is_repeat or event.current_buffer.document.char_before_cursor.isspace()


def _is_not_repeated(event: Any) -> bool:
    return not event.is_repeat


def _never(_event: Any) -> bool:
    return False
