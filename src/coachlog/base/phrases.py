"""Tables of phrases that people type: separated by a bar or a line end."""


def phrases(table: str) -> list[str]:
    """Return the phrases of *table*, in their order."""
    parts = table.replace("\n", "|").split("|")
    return [part.strip() for part in parts if part.strip()]
