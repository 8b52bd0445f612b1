"""How long names may be, and how a name is split from what stands in brackets."""

NAME_MOST = 200
LINE_MOST = 500
HANDLE_MOST = 40


def without_brackets(name: str) -> tuple[str, str]:
    """Split a name from what stands in brackets after it; the second part may be empty.

    `Jonas Peeters (magazijn)` becomes `("Jonas Peeters", "magazijn")`.
    """
    before, bracket, inside = name.strip().rpartition("(")
    inside, end, rest = inside.partition(")")
    if not bracket or not end or rest or not inside.strip() or not before.strip(" \t("):
        return name, ""
    return before.rstrip(), inside.strip()
