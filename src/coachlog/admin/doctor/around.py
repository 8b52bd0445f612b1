"""Checks of files: who may read them, where the journal is stored, and what was left behind."""

import os
import shutil
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from coachlog import settings
from coachlog.admin.doctor.case import Case
from coachlog.admin.doctor.finding import ERROR, NOTICE, WARNING, Trouble, with_command
from coachlog.base.errors import CoachlogError
from coachlog.base.texts import _, count_text
from coachlog.store import leftovers as left
from coachlog.store.backup_places import folder_of
from coachlog.store.files import BESIDE
from coachlog.store.private_files import deny_others, others_may
from coachlog.store.volume import network_drive, synchronised_by
from coachlog.terminal import rescue, scratch

LEAST_FREE, LEAST_SHARE = 50_000_000, 3
"""So many bytes must be free, and so often the size of the journal: room for a backup and a log."""


def permissions(case: Case) -> list[Trouble]:
    """Whether nobody else on this computer may read or change what is ours."""
    backups = folder_of(case.run.store)
    store = os.path.realpath(case.run.store)
    confidential = [Path(f"{store}{suffix}") for suffix in ("", *BESIDE)]
    confidential += [backups, *sorted(backups.glob("*.sqlite"))]
    found = [_open_to_others(WARNING, path) for path in confidential if others_may(path)]
    config = settings.config_path()
    if mode := others_may(config):
        found.append(_open_to_others(WARNING if mode & _WRITE else NOTICE, config))
    folder = Path(store).parent
    if others_may(folder) & _WRITE and not folder.stat().st_mode & stat.S_ISVTX:
        text = _("Others on this computer can put another file in the place of those in {path}.")
        remedy = _("To let only yourself write there: {command}")
        command = f"chmod go-w {folder}"
        found.append(Trouble(WARNING, text.format(path=folder), remedy.format(command=command)))
    return found


_WRITE = stat.S_IWGRP | stat.S_IWOTH


def place(case: Case) -> list[Trouble]:
    """Whether the journal lies on this computer, in a folder that only coachlog changes."""
    store = case.run.store
    found = []
    remedy = with_command(
        _("To keep it in a folder of this computer: {command}"),
        f"config set store {settings.usual_store()}",
    )
    if service := synchronised_by(store):
        text = _(
            "The journal lies in a folder that {service} copies: it may put an older or half a "
            "journal in its place, and what is said in confidence leaves this computer."
        )
        found.append(Trouble(WARNING, text.format(service=service), remedy))
    if kind := network_drive(store):
        text = _(
            "The journal lies on a network drive ({kind}), where two programs may write at once "
            "and ruin it, and whoever keeps that drive can read it."
        )
        found.append(Trouble(WARNING, text.format(kind=kind), remedy))
    return found


def disk(case: Case) -> list[Trouble]:
    """Whether there is room on the disk for the journal to grow, and for a backup."""
    folder = next(path for path in case.run.store.parents if path.exists())
    size = case.run.store.stat().st_size if case.run.store.is_file() else 0
    return room(shutil.disk_usage(folder).free, size)


def room(free: int, size: int) -> list[Trouble]:
    """Return whether *free* bytes are too few for a journal of *size* bytes."""
    needed = max(LEAST_FREE, LEAST_SHARE * size)
    if free >= needed:
        return []
    text = _("Only {free} MB are free on the disk of the journal; {needed} MB are safe.")
    message = text.format(free=free // 1_000_000, needed=needed // 1_000_000)
    return [Trouble(ERROR if free < size else WARNING, message, _("Free some space on that disk."))]


def leftovers(case: Case) -> list[Trouble]:
    """Whether no killed program left an unfinished file behind."""
    return [*_half_files(case), *_deserted_folders()]


def rescued(_case: Case) -> list[Trouble]:
    """Whether no text that could not be saved is still waiting in a file."""
    files = [str(file.path) for file in rescue.rescued_files("")]
    if not files:
        return []
    text = count_text(
        "{n} text that could not be saved waits in a file: {path}.",
        "{n} texts that could not be saved wait in files: {path}.",
        len(files),
        path=", ".join(files),
    )
    remedy = _("Enter what is still missing, then remove it: it holds the whole text.")
    return [Trouble(NOTICE, text, remedy)]


def _open_to_others(level: str, path: Path) -> Trouble:
    """Return the trouble with a file or folder that others may use."""
    is_writable = bool(others_may(path) & _WRITE)
    text = (
        _("Others on this computer can change {path}.")
        if is_writable
        else _("Others on this computer can read {path}.")
    )
    remedy = with_command(_("To let only yourself use it: {command}"), "doctor --fix")
    done = _("Only you can use it now.")
    return Trouble(level, text.format(path=path), remedy, partial(deny_others, path), done)


def _half_files(case: Case) -> Iterator[Trouble]:
    """Yield the files that were being made when a program was killed."""
    for file in left.leftovers(case.run.store, _draft_ids(case)):
        text = _("A program that was stopped left {path} behind.").format(path=file.path)
        remedy = with_command(_("To remove it: {command}"), "doctor --fix")
        yield Trouble(NOTICE, text, remedy, file.remove, _("Removed."))


def _deserted_folders() -> Iterator[Trouble]:
    """Yield the folders that killed editors left, with what was typed in them."""
    for folder in scratch.deserted_folders():
        text = _("An editor that was killed left {path} behind, with what was typed.")
        remedy = _("To remove it, with what was saved in it kept: {command}")
        yield Trouble(
            NOTICE,
            text.format(path=folder),
            with_command(remedy, "doctor --fix"),
            scratch.clear,
            _("Removed; what was saved in it is in a file of its own, and was not lost."),
        )


def _draft_ids(case: Case) -> frozenset[str] | None:
    """Return the ids of all unfinished conversations; None where they cannot be read."""
    if case.sound_copy is None:
        return None
    try:
        return frozenset(case.sound_copy.rows(str, "select id from draft"))
    except CoachlogError:
        return None
