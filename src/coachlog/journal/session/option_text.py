"""An option with its details as one text that a person can edit.

First the option as it is typed in the guide, with `*` before it if it was chosen; below it, lines
with `+` for it and lines with `-` against it. A backslash before such a character makes it text.
"""

from collections.abc import Mapping
from typing import cast

from coachlog.interview.conversation import Option
from coachlog.journal.session.option_lines import option_line, option_of
from coachlog.schema.vocabulary import ORIGINS
from coachlog.values import parse

CHOSEN, PRO, CON, ESCAPE = "* ", "+", "-", "\\"
_MARKS = ("*", PRO, CON, ESCAPE)
"""What a line of plain text must not begin with, unless it is escaped."""


def option_text(option: Option) -> str:
    """Return *option* as text; `option_from` reads the same one from it."""
    lines = [_escaped(line) for line in option_line(option).split("\n")]
    if option.get("chosen"):
        lines[0] = CHOSEN + lines[0]
    lines += _marked_lines(PRO, option.get("pros"))
    lines += _marked_lines(CON, option.get("cons"))
    return "\n".join(lines)


def _marked_lines(mark: str, text: str | None) -> list[str]:
    if not text:
        return []
    return [f"{mark} {line}" if line else mark for line in text.split("\n")]


def option_from(text: str) -> Option | None:
    """Return the option in *text*, or None for an empty text; raises a KindError."""
    lines = (parse.text(text) or "").split("\n")
    is_chosen = lines[0].startswith(CHOSEN)
    lines[0] = lines[0].removeprefix(CHOSEN)
    idea, pros, cons = [], [], []
    for line in lines:
        # A mark needs a space after it: "-5 degrees" belongs to the idea. An empty line has none.
        if line == PRO or line.startswith(f"{PRO} "):
            pros.append(line[2:])
        elif line == CON or line.startswith(f"{CON} "):
            cons.append(line[2:])
        else:
            idea.append(line.removeprefix(ESCAPE))
    if not any(line.strip() for line in idea):
        return None
    option = option_of("\n".join(idea))
    parse.line(option.get("contact"))  # raises an error for a name that is too long
    details = {"pros": parse.text("\n".join(pros)), "cons": parse.text("\n".join(cons))}
    option = cast("Option", option | {name: text for name, text in details.items() if text})
    if is_chosen:
        option["chosen"] = True
    return option


def parts_of(text: str) -> dict[str, str]:
    """Return the parts of the option in *text* that questions ask for, by field."""
    option = option_from(text) or Option()
    parts = {name: str(value) for name, value in option.items() if value is not None}
    return parts | {"chosen": "yes" if option.get("chosen") else "no"}


def text_of(parts: Mapping[str, str]) -> str:
    """Return the text of the option with these *parts*; empty where the option itself is."""
    texts = {name: parse.text(parts.get(name)) for name in ("text", "contact", "pros", "cons")}
    if not texts["text"]:
        return ""
    origin = parse.choice(parts.get("origin"), ORIGINS) or "coachee"
    is_chosen = parse.yes_no(parts.get("chosen")) or False
    return option_text(cast("Option", texts | {"origin": origin, "chosen": is_chosen}))


def _escaped(line: str) -> str:
    return ESCAPE + line if line.startswith(_MARKS) else line
