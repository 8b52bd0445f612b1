"""Options of a change that add values to a field with several, or take some away."""

from collections.abc import Mapping, Sequence

from coachlog.base.folding import plain
from coachlog.terminal.fields import FormField


def with_all_values(
    given: Mapping[str, str], fields: Sequence[FormField], current: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """Return *given* with all values that each of *fields* will have, as they would be typed.

    Where *current* has Ann and Bo, `--member Cas --no-member Ann` becomes `members: "Bo, Cas"`.
    Raises what the check of a field raises.
    """
    values = dict(given)
    for field in fields:
        added, removed = values.pop(field.name, None), values.pop(f"no_{field.name}", None)
        if added is None and removed is None:
            continue
        gone = {plain(value) for value in _values(field, removed)}
        kept = [value for value in current[field.name] if plain(value) not in gone]
        values[field.name] = ", ".join(dict.fromkeys([*kept, *_values(field, added)]))
    return values


def _values(field: FormField, typed: str | None) -> list[str]:
    """Return the values in *typed*, in the one form that the journal has for each."""
    parsed = field.parse(typed or "")
    return [str(value) for value in parsed] if isinstance(parsed, list) else []
