"""Checks of a protected journal: its key, its recovery key, and that nothing of it is plain."""

import os
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from coachlog.admin.doctor.case import Case
from coachlog.admin.doctor.finding import NOTICE, OK, WARNING, Trouble, with_command
from coachlog.base.errors import CoachlogError
from coachlog.base.texts import _, count_text
from coachlog.settings import whole_path
from coachlog.store.backup_names import listed
from coachlog.store.backup_places import folder_of
from coachlog.store.files import key_id_of, note_of_conversion
from coachlog.store.private_files import deny_others, others_may
from coachlog.store.protection import conversion, key_search, keys
from coachlog.store.protection.recovery_day import recovery_day

SURE_DAYS = 400
"""After so many days it is asked whether the paper with the recovery key is still there."""


def protection(case: Case) -> list[Trouble]:
    """Whether a protected journal can be opened for sure, and nothing of it lies about plain."""
    store = case.run.store
    if case.run.thrown_away or not store.exists():
        return []
    key_id = key_id_of(store)
    found = [*_interrupted(store), *_plain(store, key_id)]
    if not key_id:
        text = _("The journal is not protected: whoever can open its file can read it.")
        remedy = with_command(_("To protect it: {command}"), "protect")
        return [*found, Trouble(NOTICE, text, remedy)]
    try:
        key_search.find_key(key_id, store)
    except CoachlogError as error:
        return [*found, Trouble(WARNING, error.cause_text(), error.remedy_text())]
    way = key_search.way_of(key_id, store)
    text = _("The journal is protected; its key is found: {way}.").format(way=_(keys.WAYS[way]))
    return [Trouble(OK, text), *found, *_paper(case), *_open_key_file(way)]


def _interrupted(store: Path) -> list[Trouble]:
    """Return that protecting the journal, or unprotecting it, was interrupted."""
    if not note_of_conversion(store).exists():
        return []
    text = _("Protecting the journal, or the opposite, was interrupted.")
    remedy = with_command(_("To finish it: {command}"), "doctor --fix")
    return [
        Trouble(
            WARNING,
            text,
            remedy,
            lambda: conversion.finish_interrupted(store),
            _("It was finished now."),
        )
    ]


def _plain(store: Path, key_id: str) -> list[Trouble]:
    """Return that some backups are not like the journal: readable though it is protected."""
    folder = folder_of(store)
    ids = [key_id_of(folder / backup.name) for backup in listed(folder)]
    count = sum(not each for each in ids)
    if not (key_id and count):
        return []
    text = count_text(
        "{n} backup of the protected journal can be read by anybody.",
        "{n} backups of the protected journal can be read by anybody.",
        count,
    )
    remedy = with_command(_("To protect it too: {command}"), "doctor --fix")
    mended = _("Protected.")
    return [Trouble(WARNING, text, remedy, lambda: conversion.convert_around(store), mended)]


def _paper(case: Case) -> list[Trouble]:
    """Return that it is long ago, or never was, that the recovery key was typed."""
    remedy = with_command(_("To see whether it is right: {command}"), "protect recovery --check")
    if case.sound_copy is None:
        return []
    day = recovery_day(case.sound_copy)
    if day is None:
        text = _("The words of the recovery key were never typed back.")
        return [Trouble(NOTICE, text, remedy)]
    with suppress(ValueError):
        if case.run.today - date.fromisoformat(day) > timedelta(days=SURE_DAYS):
            text = _("Do you still have the paper with your recovery key?")
            return [Trouble(NOTICE, text, remedy)]
    return []


def _open_key_file(way: str) -> list[Trouble]:
    """Return that others can read the file with the key."""
    named = os.environ.get(keys.KEY_FILE)
    path = whole_path(named) if way == "file" and named else None
    if path is None or not others_may(path):
        return []
    text = _("Others on this computer can read {path}.").format(path=path)
    remedy = with_command(_("To let only yourself use it: {command}"), "doctor --fix")
    return [
        Trouble(WARNING, text, remedy, lambda: deny_others(path), _("Only you can use it now."))
    ]
