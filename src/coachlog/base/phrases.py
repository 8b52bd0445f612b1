"""Tables of what people say: phrases with a bar between them, on as many lines as it takes."""


def phrases(table: str) -> list[str]:
    """The phrases of *table*, in their order."""
    return [said for each in table.replace("\n", "|").split("|") if (said := each.strip())]
