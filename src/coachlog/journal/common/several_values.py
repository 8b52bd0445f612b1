"""Fields with several values, to which a change adds some or from which it takes some away."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coachlog.base.folding import plain
from coachlog.terminal.fields import FormField


class SeveralValues(NamedTuple):
    """A field with several values, and the option `--no-…` that takes some of them away."""

    field: FormField
    removal: FormField


def several_values(field: FormField, removal_help: str) -> SeveralValues:
    """Return *field* with the option that takes values away from it."""
    option = f"no_{field.option or field.name}"
    removal = field._replace(name=f"no_{field.name}", help=removal_help, option=option)
    return SeveralValues(field, removal)


def names_values(given: Mapping[str, str], fields: Sequence[SeveralValues]) -> bool:
    """Return whether any of the options *given* adds values to *fields*, or takes some away."""
    return any(form_field.name in given for pair in fields for form_field in pair)


def with_all_values(
    given: Mapping[str, str], fields: Sequence[SeveralValues], current: Mapping[str, object]
) -> dict[str, str]:
    """Return *given* with all values that each of *fields* will have, as they would be typed.

    Where *current* has "Ann, Bo", `--member Cas --no-member Ann` becomes `members: "Bo, Cas"`.
    Raises what the check of a field raises.
    """
    values = dict(given)
    for field, removal in fields:
        added, removed = values.pop(field.name, None), values.pop(removal.name, None)
        if added is None and removed is None:
            continue
        removed_keys = {plain(value) for value in _split(field, removed)}
        kept = [
            value
            for value in _split(field, current.get(field.name))
            if plain(value) not in removed_keys
        ]
        values[field.name] = ", ".join(dict.fromkeys([*kept, *_split(field, added)]))
    return values


def _split(field: FormField, typed: object) -> list[str]:
    """Return the values in *typed*, in the one form that the journal has for each."""
    parsed = field.parse(str(typed or ""))
    return [str(value) for value in parsed] if isinstance(parsed, list) else []
