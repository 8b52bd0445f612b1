"""An option as one typed line: `!` before one of the coach, `@name:` before one of the network."""

import re

from coachlog.base.texts import N_
from coachlog.interview.conversation import Option
from coachlog.values.errors import KindError

MARKS = {"coach": "!", "network": "@"}
"""The character before an option, by its origin; none for one of the coachee."""

_NAME = re.compile(r"((?:[^:]|::)*):(?!:)")
"""The name after `@`, up to the first single colon: `::` is a colon within the name."""


class NoIdeaError(KindError):
    """A line with `!` or `@name:` and no option after it."""

    cause = N_("“{typed}” says whose idea it was, but not what the idea was.")
    remedy = N_("Type the option behind it, for example {example}")


def option_of(line: str) -> Option:
    """Return the option in *line*; raises NoIdeaError.

    `! a course` is one of the coach, `@Sarah: swap shifts` one from Sarah; a line that begins with
    `!!` or `@@` is one of the coachee that begins with that character itself.
    """
    text = line.strip()
    if text[:2] in ("!!", "@@"):
        return {"text": text[1:], "origin": "coachee"}
    if text[:1] not in ("!", "@"):
        return {"text": text, "origin": "coachee"}
    after_mark = text[1:].strip()
    if text[0] == "@":
        option = _network_option(after_mark)
    else:
        option = Option(text=after_mark, origin="coach")
    if not option["text"]:
        raise NoIdeaError(typed=text[:40], example="@Sarah: …")
    return option


def option_line(option: Option) -> str:
    """Return *option* as it would be typed: `option_of` reads the same one from it."""
    text = option["text"]
    if option.get("origin") == "coach":
        # A space, because `!!` would be a text of the coachee; the same for `@@` below.
        return f"! {text}" if text.startswith("!") else f"!{text}"
    if option.get("origin") == "network":
        name = (option.get("contact") or "").replace(":", "::")
        return f"@ {name}: {text}" if name.startswith("@") else f"@{name}: {text}"
    if text[:1] in MARKS.values():
        return text[0] + text
    return text


def _network_option(after_mark: str) -> Option:
    """Return the option that follows `@`: the name reaches to the colon, or to the first space."""
    name_match = _NAME.match(after_mark)
    if name_match:
        name, text = name_match[1], after_mark[name_match.end() :]
    else:
        name, text = _split_first_word(after_mark)
    contact = " ".join(name.replace("::", ":").split())
    option: Option = {"text": text.strip(), "origin": "network"}
    if contact:
        option["contact"] = contact
    return option


def _split_first_word(after_mark: str) -> tuple[str, str]:
    """Return the first word, which is a name, and the rest; a single word is no name."""
    name, _space, text = after_mark.partition(" ")
    return (name, text) if text.strip() else ("", after_mark)
