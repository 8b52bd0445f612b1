"""Writes the coach's own file about the fund."""

from pathlib import Path

from coachlog.base.errors import RefusedError, unwritable
from coachlog.base.texts import N_, _
from coachlog.journal.trajectory.fund import AREAS, KINDS, Fund
from coachlog.store.private_files import write_new_file


def text(fund: Fund) -> str:
    """Return the content of the file for *fund*, with comments in the language of the user."""
    areas = ", ".join(f"{area} ({_(name)})" for area, name in AREAS.items())
    return "\n".join(
        (
            _comment(_("What the fund is called.")),
            f"name = {_quoted(fund.called)}",
            "",
            _comment(
                _("The kinds of trajectories that count: {kinds}.").format(kinds=", ".join(KINDS))
            ),
            f"counted = [{', '.join(map(_quoted, fund.counted))}]",
            "",
            _comment(_("Your themes, each with its action area: {areas}.").format(areas=areas)),
            "[themes]",
            *(f"{theme} = {_quoted(area)}" for theme, area in fund.themes.items()),
            "",
            _comment(_("What a theme of your own is called, if the word alone is not enough.")),
            "[names]",
            *(f"{theme} = {_quoted(name)}" for theme, name in fund.names.items()),
            "",
        )
    )


def create(path: Path, content: str) -> None:
    """Write *content* to a new file that only its owner can read; makes its folder if need be.

    Raises RefusedError if *path* exists, UnavailableError if the file cannot be written.
    """
    if path.exists():
        raise RefusedError(
            N_("You already have your own file: {path}."),
            N_("Edit that file, then run: coachlog report fund --mapping"),
            path=path,
        )
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_new_file(path, content)
    except OSError as error:
        raise unwritable(path, error) from error


def _comment(sentence: str) -> str:
    return f"# {sentence}"


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
