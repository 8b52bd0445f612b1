"""The table of checks, in the order in which they are made. A new check is a function and a row."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from coachlog.admin.doctor import around, inside, machine, protection, safety
from coachlog.admin.doctor.case import Case
from coachlog.admin.doctor.finding import ERROR, NOT_CHECKED, NOTICE, OK, Finding, Trouble
from coachlog.base.errors import CoachlogError, system_problem
from coachlog.base.texts import N_, _
from coachlog.store.connection import Reader

ALWAYS, READABLE, SOUND, CURRENT, KEPT = "always", "readable", "sound", "current", "kept"
"""What a check needs: any journal, one that opens, is sound, is up to date, is not the demo."""


class Check(NamedTuple):
    """A check: its name for scripts, its label for people, which journals it needs, its function.

    *find* takes the case, and the copy of the journal too where it needs a sound or current one.
    """

    name: str
    label: str
    needs: str
    find: Callable[..., list[Trouble]]


CHECKS = (
    Check("journal", N_("journal"), ALWAYS, inside.journal),
    Check("integrity", N_("file"), READABLE, inside.integrity),
    Check("schema", N_("tables"), SOUND, inside.schema),
    Check("references", N_("references"), SOUND, inside.references),
    Check("records", N_("texts and days"), CURRENT, inside.records),
    Check("tallies", N_("counts"), CURRENT, inside.tallies),
    Check("index", N_("search index"), CURRENT, inside.index),
    Check("permissions", N_("who may read it"), ALWAYS, around.permissions),
    Check("protection", N_("protection"), ALWAYS, protection.protection),
    Check("place", N_("place"), ALWAYS, around.place),
    Check("disk", N_("disk space"), ALWAYS, around.disk),
    Check("leftovers", N_("leftovers"), ALWAYS, around.leftovers),
    Check("rescued", N_("rescued texts"), ALWAYS, around.rescued),
    Check("backups", N_("backups"), KEPT, safety.backups),
    Check("second_place", N_("copies elsewhere"), KEPT, safety.second_place),
    Check("drafts", N_("unfinished conversations"), CURRENT, safety.drafts),
    Check("clock", N_("clock"), READABLE, safety.clock_right),
    Check("settings", N_("settings"), ALWAYS, machine.settings),
    Check("terminal", N_("terminal"), ALWAYS, machine.terminal),
    Check("locale", N_("time zone and language"), ALWAYS, machine.locale),
    Check("versions", N_("versions"), ALWAYS, machine.versions),
)
LABELS = {check.name: check.label for check in CHECKS}


def examine(case: Case, *, fix: bool) -> Iterator[Finding]:
    """Make all checks; yield what they find, at least one finding each. *fix* what is safe."""
    for check in CHECKS:
        if not _is_for(check, case):
            continue
        troubles = _troubles(check, case) or [Trouble(OK, _("Nothing is wrong."))]
        yield from (_finding(check, trouble, fix=fix) for trouble in troubles)


def _is_for(check: Check, case: Case) -> bool:
    return check.needs != KEPT or not case.run.thrown_away


def _troubles(check: Check, case: Case) -> list[Trouble]:
    """Return what a check finds; a notice where the journal does not allow it to be made."""
    copies: dict[str, Reader | None] = {
        READABLE: case.copy,
        SOUND: case.sound_copy,
        CURRENT: case.current_copy,
    }
    copy = copies.get(check.needs)
    if check.needs in copies and copy is None:
        return [Trouble(NOTICE, _(NOT_CHECKED))]
    try:
        return check.find(case, copy) if check.needs in (SOUND, CURRENT) else check.find(case)
    except CoachlogError as error:
        return [Trouble(ERROR, error.cause_text(), error.remedy_text())]
    except OSError as error:
        text = _("This could not be checked: {problem}.")
        return [Trouble(NOTICE, text.format(problem=system_problem(error)))]


def _finding(check: Check, trouble: Trouble, *, fix: bool) -> Finding:
    """Return the line of a trouble; with *fix* it is put right first, where that is possible."""
    level, message, remedy, mend, mended = trouble
    if not (fix and mend):
        return Finding(check.name, level, message, remedy, fixed=0)
    try:
        mend()
    except CoachlogError as error:
        problem = error.cause_text().rstrip(".")
    except OSError as error:
        problem = system_problem(error)
    else:
        return Finding(check.name, level, message, mended, fixed=1)
    text = _("It could not be put right now: {problem}.")
    return Finding(check.name, level, message, text.format(problem=problem), fixed=0)
