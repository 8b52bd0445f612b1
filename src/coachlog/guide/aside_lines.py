"""Lines at the end of a conversation: a note for the coach, or with a letter for another field."""

import re

from coachlog.base.languages import SPOKEN
from coachlog.base.texts import N_, _, language
from coachlog.interview.fills import Aside

NOTE = "private_note"
ABOUT = {
    "parked": N_("to talk about in a later conversation"),
    "reflection": N_("what you learned yourself"),
}
"""What the fields with a letter are for; a line without a letter is a note."""

_WORDS = {
    "parked": "park parked later parkeer parkeren geparkeerd reporter plus-tard",
    "reflection": "learned learnt reflection les leerpunt reflectie appris réflexion",
}


def legend() -> list[str]:
    """Return what each letter is for, a line each."""
    letters = SPOKEN[language()].aside
    return [f"{letter}: …  {_(ABOUT[field])}" for field, letter in letters.items()]


def aside_of(line: str) -> Aside:
    """Return the field and the text of a line: `p: …` is a parked topic, in words or by letter.

    A letter without text is a note, as is any other line.
    """
    match = re.match(r"([^\W\d_][\w-]*)\s*:(?!:)\s*(.+)", line.strip(), re.DOTALL)
    prefix = match[1].casefold() if match else ""
    for field, letter in SPOKEN[language()].aside.items():
        if match and prefix in (letter, *_WORDS[field].split()):
            return {"field": field, "text": match[2].strip()}
    return {"field": NOTE, "text": line.strip()}


def aside_line(aside: Aside) -> str:
    """Return *aside* as it would be typed."""
    letter = SPOKEN[language()].aside.get(aside["field"])
    return f"{letter}: {aside['text']}" if letter else aside["text"]
