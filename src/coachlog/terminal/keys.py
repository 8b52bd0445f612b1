"""The keys of the line editor. Only what is listed here does something; any other does nothing.

The line editor has some three hundred keys of its own: to search, to quote, to cut, to record.
People press them who mean something else, and what they typed would be gone.
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
"""Keys that move the cursor, by the name that the line editor has for that."""

TAKES_AWAY = {"backspace": "backward-delete-char", "delete": "delete-char"}
COMPLETES = {"tab": "menu-complete", "s-tab": "menu-complete-backward"}
LEAVES = {"pageup": BACK, "pagedown": SKIP, "f1": MORE, "f2": OVERVIEW}

PASTE = N_("Paste with Ctrl-Shift-V, or with the right button of the mouse.")
NOTES = {"c-v": PASTE, "s-insert": PASTE}
"""Keys that do nothing but say what would."""

Tell = Callable[[Any, str], None]

_SENT_AT_ONCE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
"""What a terminal sends for a key: who presses Escape and then types is never so quick."""
_SHIFT_INSERT = "\x1b[2;2~"


class KnownKeys(KeyProcessor):
    """Passes over keys that the line editor does not know: it would type them out as signs."""

    def feed_multiple(self, key_presses: list[KeyPress], first: bool = False) -> None:
        """Take up what came from the terminal in one go."""
        super().feed_multiple(_without_unknown([*map(_readable, key_presses)]), first)


def bindings(save: Callable[[Any], None], note: Tell) -> KeyBindings:
    """All the keys. *save* is for Ctrl-S; *note* shows a line under the prompt."""
    keys = KeyBindings()
    keys.add(Keys.Any, save_before=_at_a_new_word)(_type)
    keys.add(Keys.BracketedPaste)(_paste)
    for key, name in (MOVES | COMPLETES).items():
        keys.add(key, save_before=_never)(get_by_name(name).handler)
    for key, name in TAKES_AWAY.items():
        keys.add(key, save_before=_if_no_repeat)(get_by_name(name).handler)
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
    """Keys that end the answer or leave the prompt, and the one that begins a new line."""
    keys.add("escape", "enter")(lambda event: event.current_buffer.insert_text("\n"))
    for key in ("enter", "c-j"):
        keys.add(key)(lambda event: event.app.exit(result=event.current_buffer.text))
    for key in ("c-c", "<sigint>"):
        keys.add(key)(lambda event: event.app.exit(exception=KeyboardInterrupt()))
    keys.add("c-d", save_before=_never)(_leave_if_empty)
    for key, command in LEAVES.items():
        keys.add(key)(_leave_by(command))


def _readable(pressed: KeyPress) -> KeyPress:
    """What a terminal sends that is not UTF-8 is the letter that it is in Windows-1252."""
    if pressed.data.isascii():
        return pressed
    data = readable(pressed.data)
    return KeyPress(data if _is_sign(pressed) else pressed.key, data)


def _without_unknown(pressed: list[KeyPress]) -> list[KeyPress]:
    signs = "".join(
        each.data if _is_sign(each) or each.key is Keys.Escape else "\n" for each in pressed
    )
    if len(signs) != len(pressed):  # a key that stands for several signs: none of ours
        return pressed
    kept, end = list[KeyPress](), 0
    for match in _SENT_AT_ONCE.finditer(signs):
        kept += pressed[end : match.start()]
        if match[0] == _SHIFT_INSERT:
            kept.append(KeyPress(Keys.ShiftInsert, match[0]))
        end = match.end()
    return kept + pressed[end:]


def _is_sign(pressed: KeyPress) -> bool:
    return not isinstance(pressed.key, Keys)


def _type(event: Any) -> None:
    """A sign is typed; any other key, of which nothing is said here, does nothing."""
    if not isinstance(event.key_sequence[-1].key, Keys):
        event.current_buffer.insert_text(event.data)


def _paste(event: Any) -> None:
    event.current_buffer.insert_text(event.data.replace("\r\n", "\n").replace("\r", "\n"))


def _leave_if_empty(event: Any) -> None:
    if not event.current_buffer.text:
        event.app.exit(exception=EOFError())


def _leave_by(command: str) -> Callable[[Any], None]:
    def leave(event: Any) -> None:
        event.app.exit(result=Command(command, event.current_buffer.text))

    return leave


def _at_a_new_word(event: Any) -> bool:
    """What Ctrl-Z takes back at once: a word, not all that was typed."""
    return not event.is_repeat or event.current_buffer.document.char_before_cursor.isspace()


def _if_no_repeat(event: Any) -> bool:
    return not event.is_repeat


def _never(_event: Any) -> bool:
    return False
