"""An option as one typed line: `!` before what the coach brought up, `@name:` for the network."""

import re

from coachlog.base.texts import N_
from coachlog.interview.conversation import Option
from coachlog.values.parse import KindError

SIGNS = {"coach": "!", "network": "@"}

_NAME = re.compile(r"((?:[^:]|::)*):(?!:)")
"""The name after `@`, up to the colon; two colons are one in the name."""


class NoIdeaError(KindError):
    """A sign or a name, and no option behind it."""

    cause = N_("“{typed}” says whose idea it was, but not what the idea was.")
    remedy = N_("Type the option behind it, for example {example}")


def option_of(line: str) -> Option:
    """The option that *line* stands for; `!!` and `@@` give the sign itself.

    The name after `@` reaches to the colon, or else to the first space. Raises NoIdeaError.
    """
    text = line.strip()
    if text[:2] in ("!!", "@@"):
        return {"text": text[1:], "origin": "coachee"}
    if text[:1] not in ("!", "@"):
        return {"text": text, "origin": "coachee"}
    said = text[1:].strip()
    option = _of_the_network(said) if text[0] == "@" else Option(text=said, origin="coach")
    if not option["text"]:
        raise NoIdeaError(typed=text[:40], example="@Sarah: …")
    return option


def option_line(option: Option) -> str:
    """*option* as it would be typed: `option_of` gives the same one back."""
    text = option["text"]
    if option.get("origin") == "coach":
        return ("! " if text.startswith("!") else "!") + text
    if option.get("origin") == "network":
        name = (option.get("contact") or "").replace(":", "::")
        return f"@{' ' if name.startswith('@') else ''}{name}: {text}"
    return text[0] + text if text[:1] in SIGNS.values() else text


def _of_the_network(said: str) -> Option:
    named = _NAME.match(said)
    name, text = (named[1], said[named.end() :]) if named else _after_the_first_word(said)
    contact = " ".join(name.replace("::", ":").split())
    option: Option = {"text": text.strip(), "origin": "network"}
    return option | {"contact": contact} if contact else option


def _after_the_first_word(said: str) -> tuple[str, str]:
    """A name and what follows it; one word alone is the option itself."""
    name, _space, text = said.partition(" ")
    return (name, text) if text.strip() else ("", said)
