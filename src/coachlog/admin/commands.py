"""Commands about the program itself: config, schema."""

from collections.abc import Mapping
from typing import Annotated

import typer

from coachlog import settings
from coachlog.admin.schemas import SCHEMAS, input_of
from coachlog.base.errors import NotFoundError
from coachlog.base.texts import N_, _
from coachlog.schema.vocabulary import YES_NO
from coachlog.terminal.context import Context, context, write_line
from coachlog.terminal.output import AsJson, show_json
from coachlog.terminal.record_output import show_pairs

UNKNOWN_KEY = (
    N_("There is no setting called {key}.{meant}"),
    settings.REFUSED_SETTING[1],
)


Key = Annotated[
    str,
    typer.Argument(
        metavar="KEY",
        help=N_(
            "language, name, time_zone, method, short, mirror, communication, pager,"
            " sensitive_words, log_days, retention_days, store, backup_to, credential,"
            " training_started_on, credential_granted_on, credential_partner or address."
        ),
    ),
]


LABELS = {
    "language": N_("Language"),
    "name": N_("Name"),
    "time_zone": N_("Time zone"),
    "method": N_("Method"),
    "short": N_("Short form"),
    "mirror": N_("Whose ideas the options were"),
    "communication": N_("Forms of communication"),
    "pager": N_("Long pages in a pager"),
    "sensitive_words": N_("Sensitive words at the end"),
    "log_days": N_("Days of use that the history is kept"),
    "retention_days": N_("Days that notes are kept after the end"),
    "store": N_("Journal"),
    "backup_to": N_("Second place for backups"),
    "credential": N_("Credential"),
    "training_started_on": N_("Coach training began"),
    "credential_granted_on": N_("Credential granted on"),
    "credential_partner": N_("Partner of the body"),
    "address": N_("Your e-mail addresses"),
    "config": N_("Settings"),
}
"""What each setting is called, where the list is read aloud."""


def config_list(as_json: AsJson = False) -> None:
    """Show the settings, and where they and the journal are stored.

    coachlog config list
    """
    run = context()
    values = {key: _value(run, key) for key in settings.KEYS}
    values["config"] = str(settings.config_path())
    if as_json:
        show_json(values)
    elif run.aloud:
        _show_in_words(values)
        run.tell_if_open_to_others()
    else:
        # Aligned at a terminal; in a pipe a key must not have spaces after it.
        key_width = max(map(len, values)) if run.rich else 0
        show_pairs((key.ljust(key_width), value_text(value)) for key, value in values.items())
        run.tell_if_open_to_others()


def _show_in_words(values: Mapping[str, object]) -> None:
    """Print the settings that are set with their labels, for people who hear plain lines."""
    for key, value in values.items():
        if value not in (None, ""):
            label = f"{_(LABELS[key])} ({key})"
            text = _(YES_NO[value]) if isinstance(value, bool) else str(value)
            write_line(_("{label}: {text}").format(label=label, text=text))


def config_get(key: Key) -> None:
    """Print one setting; nothing if it was not set.

    coachlog config get language
    """
    if key not in settings.KEYS:
        raise NotFoundError(*UNKNOWN_KEY, key=key, meant=settings.did_you_mean(key))
    write_line(value_text(_value(context(), key)))


def schema(
    name: Annotated[str, typer.Argument(metavar="NAME", help=", ".join(SCHEMAS))] = "session",
) -> None:
    """Print the JSON Schema of a noun: what its --from takes, and what its --json gives (readOnly).

    coachlog schema session
    """
    if name not in SCHEMAS:
        raise NotFoundError(
            N_("There is no schema called {name}."),
            N_("Choose from: {names}"),
            name=name,
            names=", ".join(SCHEMAS),
        )
    show_json(input_of(name).model_json_schema())


def _value(run: Context, key: str) -> object:
    """Return the value of a setting; for `store` the path in use, whether it was set or not."""
    return str(run.store) if key == "store" else getattr(run.settings, key)


def value_text(value: object) -> str:
    """Return the value of a setting as it is typed: `yes` or `no` for a boolean, "" for None."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
