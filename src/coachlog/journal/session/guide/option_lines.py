"""An option as one typed line: `!` before what the coach brought up, `@name:` for the network."""

from typing import Any

SIGNS = {"coach": "!", "network": "@"}


def option_of(line: str) -> dict[str, Any]:
    """The option that *line* stands for; `!!` and `@@` give the sign itself.

    The name after `@` reaches to the colon, or else to the first space.
    """
    text = line.strip()
    if text[:2] in ("!!", "@@"):
        return {"text": text[1:], "origin": "coachee"}
    if text[:1] == "!" and text[1:].strip():
        return {"text": text[1:].strip(), "origin": "coach"}
    if text[:1] == "@" and text[1:].strip():
        return _of_the_network(text[1:].strip())
    return {"text": text, "origin": "coachee"}


def option_line(option: dict[str, Any]) -> str:
    """*option* as it would be typed."""
    text = str(option["text"])
    if option.get("origin") == "coach":
        return "!" + text
    if option.get("origin") == "network":
        return f"@{option['contact']}: {text}" if option.get("contact") else f"@: {text}"
    return text[0] + text if text[:1] in SIGNS.values() else text


def _of_the_network(said: str) -> dict[str, Any]:
    name, colon, text = said.partition(":")
    if not colon:
        name, _space, text = said.partition(" ")
    if not text.strip():
        return {"text": said, "origin": "network"}
    return {"text": text.strip(), "origin": "network"} | (
        {"contact": name.strip()} if name.strip() else {}
    )
