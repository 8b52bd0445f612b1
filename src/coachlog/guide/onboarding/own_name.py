"""The coach's own name, which a charter needs: asked for unless it is a setting already."""

from collections.abc import Mapping

from coachlog import settings_file
from coachlog.base.texts import N_
from coachlog.terminal.context import Context
from coachlog.terminal.fields import FormField
from coachlog.values import parse

OWN_NAME = FormField(
    "name", N_("What is your own name? It stands on the charter."), check=parse.line
)


def own_name_question(run: Context) -> tuple[FormField, ...]:
    """Return the question for the name of the coach; nothing where it is known."""
    return () if run.settings.name else (OWN_NAME,)


def keep_own_name(run: Context, answers: Mapping[str, str]) -> None:
    """Keep the name that was answered, if any, as the setting."""
    if name := answers.get(OWN_NAME.name):
        run.settings = run.settings._replace(name=settings_file.keep("name", name))
