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
    """Return the lines that explain the letters, such as `p: …  to talk about later`."""
    letters = SPOKEN[language()].aside
    return [f"{letter}: …  {_(ABOUT[field])}" for field, letter in letters.items()]


def aside_of(line: str) -> Aside:
    """Return the field and the text of a line: `p: …` or `parked: …` is a parked topic.

    Any other line is a note, also a letter without text.
    """
    prefixed = re.match(r"([^\W\d_][\w-]*)\s*:(?!:)\s*(.+)", line.strip(), re.DOTALL)
    if prefixed:
        prefix, text = prefixed[1].casefold(), prefixed[2].strip()
        for field, letter in SPOKEN[language()].aside.items():
            if prefix in (letter, *_WORDS[field].split()):
                return {"field": field, "text": text}
    return {"field": NOTE, "text": line.strip()}


def aside_line(aside: Aside) -> str:
    """Return *aside* as it would be typed: `p: …`, or its text alone for a note."""
    letter = SPOKEN[language()].aside.get(aside["field"])
    return f"{letter}: {aside['text']}" if letter else aside["text"]
