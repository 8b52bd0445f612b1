"""A line at the end of a conversation: a note for the coach, or a letter and what it is about."""

import re

from coachlog.base.languages import SPOKEN
from coachlog.base.texts import N_, _, language
from coachlog.interview.fills import Aside

NOTE = "private_note"
ABOUT = {
    "parked": N_("to talk about in a later conversation"),
    "reflection": N_("what you learned yourself"),
}
"""The fields that have a letter; a line without one is a note."""

_WORDS = {
    "parked": "park parked later parkeer parkeren geparkeerd reporter plus-tard",
    "reflection": "learned learnt reflection les leerpunt reflectie appris réflexion",
}


def legend() -> list[str]:
    """What each letter is for, a line each; then that all else is a note."""
    letters = SPOKEN[language()].aside
    return [f"{letter}: …  {_(ABOUT[field])}" for field, letter in letters.items()]


def aside_of(line: str) -> Aside:
    """The field that *line* goes to, and its text; a letter alone is a note like any other."""
    match = re.match(r"([^\W\d_][\w-]*)\s*:(?!:)\s*(.+)", line.strip(), re.DOTALL)
    said = match[1].casefold() if match else ""
    for field, letter in SPOKEN[language()].aside.items():
        if match and said in (letter, *_WORDS[field].split()):
            return {"field": field, "text": match[2].strip()}
    return {"field": NOTE, "text": line.strip()}


def aside_line(aside: Aside) -> str:
    """*aside* as it would be typed."""
    letter = SPOKEN[language()].aside.get(aside["field"])
    return f"{letter}: {aside['text']}" if letter else aside["text"]
