"""The fields that only practice hours need: offered where a credential is set, and needed."""

from collections.abc import Callable, Mapping, Sequence

from coachlog.schema.practice import NAMES
from coachlog.terminal.context import context
from coachlog.terminal.fields import FormField

Typed = Mapping[str, str]


def credential_body() -> str:
    """Return the body of the credential in the settings: icf, emcc, or an empty text."""
    code = context().settings.credential
    if not code:
        return ""
    return "emcc" if code.startswith("eia_") else "icf"


def as_needed(fields: Sequence[FormField]) -> tuple[FormField, ...]:
    """Return *fields*; those of practice hours are only offered where the credential needs them."""
    return tuple(
        field._replace(when=_condition(field.name)) if field.name in NAMES else field
        for field in fields
    )


def _condition(name: str) -> Callable[[Typed], bool]:
    def is_offered(typed: Typed) -> bool:
        return bool(typed.get(name)) or _NEEDED[name](typed)

    return is_offered


_NEEDED: Mapping[str, Callable[[Typed], bool]] = {
    "people": lambda _typed: bool(credential_body()),
    "paid": lambda _typed: credential_body() == "icf",
    "activity": lambda _typed: bool(credential_body()),
    "setting": lambda _typed: credential_body() == "icf",
    # Only colleagues can be under a policy of the organisation, and only that needs a letter.
    "policy": lambda typed: credential_body() == "icf" and typed.get("setting") == "internal",
    "letter": lambda typed: credential_body() == "icf" and typed.get("policy") == "yes",
    "as_mentoring": lambda typed: credential_body() == "emcc" and typed.get("kind") == "onboarding",
}
