"""Tables of phrases that people type: separated by a bar or a line end."""


def phrases(table: str) -> list[str]:
    """The phrases of *table*, in their order."""
    return [phrase for part in table.replace("\n", "|").split("|") if (phrase := part.strip())]
