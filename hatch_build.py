"""Compile the message catalogs (.po) to what gettext reads (.mo): for a build, or by hand."""

from pathlib import Path
from typing import Any

LOCALE = Path(__file__).parent / "src" / "coachlog" / "locale"

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # by hand, without hatchling
    BuildHookInterface = object  # type: ignore[assignment, misc]


class CompileCatalogs(BuildHookInterface):  # type: ignore[type-arg]
    """Makes every build carry its catalogs."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compile_catalogs()


def compile_catalogs() -> None:
    """Write `coachlog.mo` beside each `coachlog.po`."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for po in LOCALE.glob("*/LC_MESSAGES/coachlog.po"):
        with po.open("rb") as source:
            catalog = read_po(source, locale=po.parent.parent.name, abort_invalid=True)
        join_contexts(catalog)
        with po.with_suffix(".mo").open("wb") as target:
            write_mo(target, catalog)


def join_contexts(catalog: Any) -> None:
    """Give each text of *catalog* its context as its first words, as a `.mo` file has them.

    babel does so only after it has sorted the texts, and a reader that halves would miss them.
    """
    for message in [each for each in catalog if each.context]:
        one, *more = message.id if message.pluralizable else (message.id,)
        whole = f"{message.context}\x04{one}"
        catalog.delete(message.id, message.context)
        catalog.add((whole, *more) if more else whole, message.string, flags=message.flags)


if __name__ == "__main__":
    compile_catalogs()
