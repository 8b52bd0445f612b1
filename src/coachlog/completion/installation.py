"""Putting the scripts for TAB in place and taking them away again; both can be repeated."""

import re
import stat
from pathlib import Path

from coachlog.base.errors import RefusedError, UnavailableError, system_problem
from coachlog.base.texts import N_
from coachlog.completion.places import ScriptPlace, script_of

BEGIN, END = "# >>> coachlog completion >>>", "# <<< coachlog completion <<<"
MARK = "# coachlog: what TAB can type"

_OURS = re.compile(rf"(\n?){re.escape(BEGIN)}\n(?:(?!#).*\n){{0,9}}{re.escape(END)}\n?")


def install(place: ScriptPlace) -> list[Path]:
    """Write the script, and the lines in the profile where they are needed.

    The result is what changed. Raises UnavailableError, or RefusedError where a file
    is not ours.
    """
    present = _read(place.script)
    if present and MARK not in present:
        raise RefusedError(
            N_("{path} already exists, and coachlog did not write it."),
            N_("It was left unchanged. Move it away, then try again."),
            path=place.script,
        )
    changed = [place.script] if _write(place.script, present, script_of(place.shell)) else []
    profile = _read(place.profile)
    if _write(place.profile, profile, _with_lines(profile, place.lines)):
        changed.append(place.profile)
    return changed


def remove(place: ScriptPlace) -> list[Path]:
    """Take away the script and the lines in the profile; the result is what changed."""
    changed = []
    profile = _read(place.profile)
    if _write(place.profile, profile, _with_lines(profile, ())):
        changed.append(place.profile)
    if MARK in _read(place.script):
        try:
            place.script.unlink()
        except OSError as error:
            raise _unwritable(place.script, error) from error
        changed.insert(0, place.script)
    return changed


def _with_lines(profile: str, lines: tuple[str, ...]) -> str:
    """*profile* with *lines* where ours stand by now, or else at its end; without any for none."""
    ours = "".join(f"{line}\n" for line in (BEGIN, *lines, END)) if lines else ""
    if _OURS.search(profile):
        return _OURS.sub(lambda found: (found[1] + ours) if ours else "", profile, count=1)
    if not ours:
        return profile
    gap = "" if not profile else "\n" if profile.endswith("\n") else "\n\n"
    return profile + gap + ours


def _read(path: Path) -> str:
    """What stands in the file, whatever its encoding; nothing where there is no such file."""
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        raise _unwritable(path, error) from error


def _write(path: Path, present: str, text: str) -> bool:
    """Put *text* in place of what is *present*; whether that is a change.

    It is written beside the file, which then takes its place and is never half written. A link,
    as people keep whose profiles lie elsewhere, stays one.
    """
    if text == present:
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.resolve()
        file.open("ab").close()  # what is write-protected is meant to be so
        beside = file.with_name(file.name + ".coachlog")
        beside.write_bytes(text.encode("utf-8", "surrogateescape"))
        beside.chmod(stat.S_IMODE(file.stat().st_mode))
        beside.replace(file)
    except OSError as error:
        raise _unwritable(path, error) from error
    return True


def _unwritable(path: Path, error: OSError) -> UnavailableError:
    return UnavailableError(
        N_("{path} cannot be written: {problem}."),
        N_("Print the script and install it yourself: coachlog completion show"),
        path=path,
        problem=system_problem(error),
    )
