"""Values as they were typed, read with the parsers that are loaded only where something was."""

from types import ModuleType

from coachlog.values.errors import Known


def choice(text: str | None, choices: Known) -> str | None:
    """Return what `parse.choice` does; None where nothing was typed."""
    code: str | None = _parsers().choice(text, choices) if text else None
    return code


def record_number(text: str | None) -> int:
    """Return what `parse.record_number` does; 0, which no record has, where nothing was typed."""
    return int(_parsers().record_number(text)) if text else 0


def _parsers() -> ModuleType:
    from coachlog.values import parse  # the words for numbers and lengths of three languages

    return parse
