"""Profiles: what a coach said about a list once, kept by a name in the configuration folder."""

import json
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from coachlog import settings
from coachlog.base.errors import NotFoundError, RefusedError, UnavailableError, system_problem
from coachlog.base.folding import closest
from coachlog.base.ids import slug
from coachlog.base.own_files import file_bytes, toml_problem
from coachlog.base.texts import N_, _
from coachlog.store.private_files import write_private_file

LONGEST = 40


class Profile(NamedTuple):
    """What the records of a list are, where its columns go, and what identifies a row.

    *columns* are headings with the key of their target, or `-`.
    """

    name: str
    noun: str
    columns: tuple[tuple[str, str], ...]
    key: str | None = None
    date_order: str | None = None

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings that it knows, without what stands in no column."""
        return tuple(heading for heading, _key in self.columns if not heading.startswith(":"))


def folder() -> Path:
    """The folder with the profiles; it need not exist."""
    return settings.config_path().parent / "profiles"


def names() -> list[str]:
    """Return the names of all profiles."""
    try:
        found = sorted(path.stem for path in folder().glob("*.toml"))
    except OSError:
        return []
    return [name for name in found if name == slug(name)]


def name_of(typed: str) -> str:
    """Return *typed* as the name of a profile and its file. Raises RefusedError."""
    name = slug(typed)
    if not name or len(name) > LONGEST:
        raise RefusedError(
            N_("“{name}” cannot be the name of a profile."),
            N_("At most 40 letters and digits, for example hr or my-list."),
            name=typed[:LONGEST],
        )
    return name


def find(typed: str) -> Profile | None:
    """Return the profile of that name; None where there is none. Raises RefusedError."""
    path = _path(name_of(typed))
    try:
        values = tomllib.loads(file_bytes(path).decode("utf-8-sig"))
        return _profile(path.stem, values)
    except FileNotFoundError:
        return None
    except OSError as error:
        problem = system_problem(error)
        raise RefusedError(*_MISTAKE, path=path, problem=problem) from error
    except (ValueError, RecursionError) as error:
        is_of_toml = isinstance(error, tomllib.TOMLDecodeError | UnicodeDecodeError)
        problem = toml_problem(error) if is_of_toml else _("a text is missing in it")
        raise RefusedError(*_MISTAKE, path=path, problem=problem) from error


def existing(typed: str) -> Profile:
    """Return the profile of that name. Raises NotFoundError and RefusedError."""
    profile = find(typed)
    if profile is None:
        close = closest(typed, names(), 1)
        raise NotFoundError(
            N_("There is no profile called {name}."),
            N_("Did you mean {close}?") if close else N_("List them with: coachlog profile list"),
            name=typed[:LONGEST],
            close=", ".join(close),
        )
    return profile


def keep(profile: Profile) -> Path:
    """Write a profile in the place of the one of that name; return its file.

    Raises UnavailableError.
    """
    path = _path(profile.name)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private_file(path, _text(profile).encode())
    except OSError as error:
        raise _unwritable(path, error) from error
    return path


def remove(profile: Profile) -> None:
    """Remove the file of a profile. Raises UnavailableError."""
    path = _path(profile.name)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from error


_MISTAKE = (
    N_("There is a mistake in the profile {path}: {problem}."),
    N_("Correct the file, or remove it: coachlog profile remove NAME"),
)


def _path(name: str) -> Path:
    return folder() / f"{name}.toml"


def _profile(name: str, values: dict[str, Any]) -> Profile:
    """Return a profile out of its file. Raises ValueError for what is no text."""
    columns = values.get("columns", {})
    texts = [values.get(key) for key in ("noun", "key", "date_order")]
    if not isinstance(columns, dict) or not isinstance(texts[0], str):
        raise ValueError(name)  # noqa: TRY004 - told like any mistake in a file
    if not all(isinstance(text, str | None) for text in (*texts, *columns.values())):
        raise ValueError(name)
    return Profile(name, texts[0], tuple(columns.items()), texts[1] or None, texts[2] or None)


def _text(profile: Profile) -> str:
    """Return a profile as the text of its file."""
    comments = (
        _("How a list is read: coachlog import FILE --profile {name}").format(name=profile.name),
        _("Behind each heading stands where its column goes; - leaves it out."),
    )
    lines = [f"# {comment}" for comment in comments]
    for key in ("noun", "key", "date_order"):
        if value := getattr(profile, key):
            lines.append(f"{key} = {_quoted(value)}")
    lines += ["", "[columns]"]
    lines += [f"{_quoted(heading)} = {_quoted(key)}" for heading, key in profile.columns]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _unwritable(path: Path, error: OSError) -> UnavailableError:
    return UnavailableError(
        N_("The profile {path} cannot be written: {problem}."),
        N_("Free some space, or check who may write there."),
        path=path,
        problem=system_problem(error),
    )
