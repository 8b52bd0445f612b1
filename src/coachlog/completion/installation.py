"""Putting the scripts for TAB in place and taking them away again; both can be repeated."""

import re
import stat
from pathlib import Path

from coachlog.base.errors import RefusedError, UnavailableError, system_problem
from coachlog.base.own_files import file_bytes
from coachlog.base.texts import N_
from coachlog.completion.places import ScriptPlace, script_of
from coachlog.store.private_files import write_private_file

BEGIN, END = "# >>> coachlog completion >>>", "# <<< coachlog completion <<<"
MARK = "# coachlog: what TAB can type"

_MOST_BYTES = 64 * 1024 * 1024
_OURS = re.compile(rf"(\n?){re.escape(BEGIN)}\n(?:(?!#).*\n){{0,9}}{re.escape(END)}\n?")
"""Our lines in a profile: at most nine and no comment, so that no others are taken for ours."""


def install(place: ScriptPlace) -> list[Path]:
    """Write the script, and the lines in the profile if the shell needs them.

    Return the files that changed. Raises UnavailableError, or RefusedError if there is a script
    that coachlog did not write.
    """
    present_script = _read(place.script)
    if present_script and MARK not in present_script:
        raise RefusedError(
            N_("{path} already exists, and coachlog did not write it."),
            N_("It was left unchanged. Move it away, then try again."),
            path=place.script,
        )
    changed_files = []
    if _write(place.script, present_script, script_of(place.shell)):
        changed_files.append(place.script)
    if _set_profile_lines(place.profile, place.lines):
        changed_files.append(place.profile)
    return changed_files


def remove(place: ScriptPlace) -> list[Path]:
    """Remove the script, and our lines in the profile; return the files that changed."""
    changed_files = []
    # The profile goes first: if it cannot be written, the script that it loads is still there.
    if _set_profile_lines(place.profile, ()):
        changed_files.append(place.profile)
    if MARK in _read(place.script):
        try:
            place.script.unlink()
        except OSError as error:
            raise _unwritable(place.script, error) from error
        changed_files.insert(0, place.script)  # reported first
    return changed_files


def _set_profile_lines(profile: Path, lines: tuple[str, ...]) -> bool:
    """Put *lines* in place of our lines in the profile; return whether that changed the file."""
    text = _read(profile)
    return _write(profile, text, _with_lines(text, lines))


def _with_lines(profile_text: str, lines: tuple[str, ...]) -> str:
    """Return the text with *lines* in place of our lines, or at its end if there are none yet.

    Without *lines*, ours are removed, with the empty line before them.
    """
    block = "".join(f"{line}\n" for line in (BEGIN, *lines, END)) if lines else ""
    if _OURS.search(profile_text):
        return _OURS.sub(lambda match: match[1] + block if block else "", profile_text, count=1)
    if not block:
        return profile_text
    if not profile_text:
        return block
    last_line_end = "" if profile_text.endswith("\n") else "\n"
    return f"{profile_text}{last_line_end}\n{block}"


def _read(path: Path) -> str:
    """Return the content of a file, whatever its encoding; empty if there is no such file."""
    try:
        return file_bytes(path, _MOST_BYTES).decode("utf-8", "surrogateescape")
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        raise _unwritable(path, error) from error


def _write(path: Path, present: str, text: str) -> bool:
    """Write *text* to a file whose content is *present*; return False if they are equal.

    A new file is written and renamed, so that *path* is never half written. A symbolic link, to a
    profile that is kept elsewhere, stays one: the file that it points to is replaced.
    """
    if text == present:
        return False
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        target, mode = path.resolve(), 0o600
        if target.exists():
            target.open("ab").close()  # fails for a write-protected file, which would be replaced
            mode = stat.S_IMODE(target.stat().st_mode)
        write_private_file(target, text.encode("utf-8", "surrogateescape"), mode)
    except OSError as error:
        raise _unwritable(path, error) from error
    return True


def _unwritable(path: Path, error: OSError) -> UnavailableError:
    """Return the error for a file that could not be written because of *error*."""
    return UnavailableError(
        N_("{path} cannot be written: {problem}."),
        N_("Print the script and install it yourself: coachlog completion show"),
        path=path,
        problem=system_problem(error),
    )
