"""What was typed into the forms of this run, until the journal has it: an error must not eat it."""

from collections.abc import Mapping

_typed: dict[str, str] = {}


def note(given: Mapping[str, str]) -> None:
    """Remember what was *given*, by the label of its field."""
    _typed.update(given)


def is_there() -> bool:
    """Whether there is anything that would be lost."""
    return bool(_typed)


def forget() -> None:
    """The journal has it, or nobody wants it."""
    _typed.clear()


def pairs(given: Mapping[str, str]) -> str:
    """What was *given* as text, a line for each field."""
    return "".join(f"{label}: {value}\n" for label, value in given.items())


def rescue() -> None:
    """Put what the journal does not have in a file, and say where it is."""
    if _typed:
        from coachlog.terminal.rescue import keep_and_tell  # only after an accident

        text = pairs(_typed)
        forget()
        keep_and_tell(text)
