"""An option with all that belongs to it as a text that a person changes.

The option as it is typed in the guide, with `*` before it when it was chosen; below it lines with
`+` for it and lines with `-` against it. A backslash before such a sign makes it text.
"""

from collections.abc import Mapping
from typing import cast

from coachlog.interview.conversation import Option
from coachlog.journal.session.option_lines import option_line, option_of
from coachlog.schema.vocabulary import ORIGINS
from coachlog.values import parse

CHOSEN, PRO, CON, ESCAPE = "* ", "+", "-", "\\"
_SIGNED = ("*", PRO, CON, ESCAPE)


def option_text(option: Option) -> str:
    """*option*, in the shape of the JSON, as text; `option_from` gives the same one back."""
    first, *more = option_line(option).split("\n")
    chosen = CHOSEN if option.get("chosen") else ""
    lines = [chosen + _escaped(first), *map(_escaped, more)]
    for sign, side in ((PRO, option.get("pros")), (CON, option.get("cons"))):
        lines += [f"{sign} {line}" if line else sign for line in (side.split("\n") if side else [])]
    return "\n".join(lines)


def option_from(text: str) -> Option | None:
    """The option in *text*, None for an empty one. Raises a KindError."""
    lines = (parse.text(text) or "").split("\n")
    chosen = lines[0].startswith(CHOSEN)
    lines[0] = lines[0].removeprefix(CHOSEN)
    said: dict[str, list[str]] = {"": [], PRO: [], CON: []}
    for line in lines:
        sign = next((each for each in (PRO, CON) if line == each or line[:2] == f"{each} "), "")
        said[sign].append(line[2:] if sign else line.removeprefix(ESCAPE))
    if not any(line.strip() for line in said[""]):
        return None
    option = option_of("\n".join(said[""]))
    parse.line(option.get("contact"))
    sides = {"pros": parse.text("\n".join(said[PRO])), "cons": parse.text("\n".join(said[CON]))}
    given = {name: side for name, side in sides.items() if side}
    return cast("Option", option | given | ({"chosen": True} if chosen else {}))


def parts_of(text: str) -> dict[str, str]:
    """What is asked one by one of the option in *text*."""
    option = option_from(text) or Option()
    parts = {name: str(value) for name, value in option.items() if value is not None}
    return parts | {"chosen": "yes" if option.get("chosen") else "no"}


def text_of(parts: Mapping[str, str]) -> str:
    """The text of the option that has these *parts*."""
    said = {name: parse.text(parts.get(name)) for name in ("text", "contact", "pros", "cons")}
    if not said["text"]:
        return ""
    origin = parse.choice(parts.get("origin"), [*ORIGINS]) or "coachee"
    chosen = parse.yes_no(parts.get("chosen")) or False
    return option_text(cast("Option", said | {"origin": origin, "chosen": chosen}))


def _escaped(line: str) -> str:
    return ESCAPE + line if line.startswith(_SIGNED) else line
