"""`coachlog dossier`: everything about a person, for that person."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from coachlog.base.texts import N_, _, count_text, speaking
from coachlog.journal.coachee.lookup import Person, find
from coachlog.report.commands import Who, language_of
from coachlog.report.dossier.data import as_json as dossier_json
from coachlog.report.dossier.page import page
from coachlog.report.dossier.read import Dossier, read
from coachlog.report.dossier.request import RequestOptions, note_request, say_open
from coachlog.store.expiry import KEPT_DAYS
from coachlog.terminal.command_options import (
    FILE_OPTIONS,
    FileOptions,
    Yes,
    option,
    with_parameters,
)
from coachlog.terminal.confirm import confirm_default_yes
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.output import AsJson, show_json
from coachlog.terminal.rescue import clear_old, rescued_files
from coachlog.terminal.whole_page import requested_file, show_whole

if TYPE_CHECKING:
    from coachlog.terminal.page_file import PageFile

LISTED = 10
"""The most records that are named in one line to the coach."""


_OPTIONS = {
    "which": Who,
    **FILE_OPTIONS,
    "leave_out": option(
        "--leave-out",
        N_('Withhold what is about somebody else too: "session 12". Repeatable.'),
        "RECORD",
        several=True,
    ),
    "also": option(
        "--also",
        N_("Give the texts with the name in these notes about others too. Repeatable."),
        "RECORD",
        several=True,
    ),
    "requested": option("--requested", N_("Note on which day it was asked for."), "DAY"),
    "answered": option("--answered", N_("Note on which day it was answered."), "DAY"),
    "extended": option("--extended", N_("Two months more: why, as you told the person.")),
    "as_json": AsJson,
    "yes": Yes,
}
"""What `dossier` takes, in the order of its help."""


@with_parameters(_OPTIONS)
def dossier(
    which: str, output: str | None, leave_out: list[str] | None, as_json: bool, **more: Any
) -> None:
    """Show everything about somebody, for that person: the right of access (GDPR art. 15).

    coachlog dossier amina --leave-out "session 1"
    """
    run = context()
    with run.reader() as reader:
        person = find(reader, which)
    request_options = RequestOptions(*(more[name] for name in RequestOptions._fields))
    if note_request(run, person, request_options) and not (output or as_json):
        return
    file_wish = FileOptions(output, more["force"], more["opened"])
    file = requested_file(run, file_wish, as_data=False)
    their_dossier = _read(run, person, more["also"] or ()).without(leave_out or ())
    if file and run.attended and not (more["yes"] or leave_out or as_json):
        their_dossier = their_dossier.without(_ask_what_to_leave_out(run, their_dossier))
    _show(run, person, their_dossier, file, as_json=as_json)
    _say_what_to_check(their_dossier, person, is_given=bool(file or as_json))


def _read(run: Context, person: Person, also: Sequence[str]) -> Dossier:
    days = run.settings.log_days or KEPT_DAYS
    with run.reader() as reader:
        return read(reader, person, run.settings, days, run.today.isoformat(), also)


def _show(
    run: Context, person: Person, their_dossier: Dossier, file: "PageFile | None", *, as_json: bool
) -> None:
    """Show or write the dossier, in the language of the person."""
    with run.reader() as reader:
        their_language = language_of(reader, person)
    with speaking(their_language):
        if file:
            file.write(page(their_dossier, run.zone, for_coach=False))
        if as_json:
            show_json(dossier_json(their_dossier, run.zone))
        elif not file:
            show_whole(run, page(their_dossier, run.zone, for_coach=True))
    if file:
        say("  " + hint(f"dossier {person.handle} --answered today"))


def _ask_what_to_leave_out(run: Context, their_dossier: Dossier) -> Sequence[str]:
    """Ask of each record that names others whether the person gets it; return what to withhold."""
    withheld = []
    for group in their_dossier.groups:
        if group.others and group.key not in ("", "coachee"):
            names = ", ".join(group.others)
            text = _("{record} names {names}.").format(record=group.key, names=names)
            if not confirm_default_yes(run, [text], _("Is it in the dossier?")):
                withheld.append(group.key)
    return withheld


def _say_records_with_others(their_dossier: Dossier) -> None:
    """Name the records in which others are named, without those of which a text is withheld."""
    # A withheld text is `session:3:summary`, or `coachee:context` of the person.
    looked_at = {":".join(key.split(":")[:2]) for key in their_dossier.withheld}
    if any(key.startswith("coachee:") for key in their_dossier.withheld):
        looked_at.add("coachee")
    to_look_at = [
        group.key for group in their_dossier.groups if group.others and group.key not in looked_at
    ]
    if not to_look_at:
        return
    first = to_look_at[0].replace(":", " ")
    option = f'--leave-out "{first}{" context" if first == "coachee" else ""}"'
    say(
        count_text(
            "{n} record names others, look at it first: {records}. To withhold one: {option}",
            "{n} records name others, look at them first: {records}. To withhold one: {option}",
            len(to_look_at),
            records=_listed(to_look_at),
            option=option,
        )
    )


def _say_what_to_check(their_dossier: Dossier, person: Person, *, is_given: bool) -> None:
    """Tell the coach what to look at before it is handed over; not in the person's language."""
    _say_records_with_others(their_dossier)
    given = {text.record for text in their_dossier.mentions}
    if elsewhere := [key for key in their_dossier.elsewhere if key not in given]:
        text = _(
            "The name also stands in notes about others, which are not in it: {records}."
            " To give those texts: {option}"
        )
        option = f'--also "{elsewhere[0].replace(":", " ")}"'
        say(text.format(records=_listed(elsewhere), option=option))
    clear_old(context())
    for file in rescued_files(""):
        text = _("Text that could not be saved may contain words of theirs: {path}")
        say(text.format(path=file.path))
    if their_dossier.assumed:
        text = _("Who answers is assumed: the employer, or you. Choose: {command}")
        say(text.format(command=hint("config set controller employer")))
    if not is_given:
        command = hint(f"dossier {person.handle} --output {person.handle}.html")
        say(_("As a file to print or hand over: {command}").format(command=command))
    say_open(their_dossier.requests)


def _listed(keys: Sequence[str]) -> str:
    more = len(keys) - LISTED
    listed = ", ".join(key for key in keys[:LISTED] if key)
    return f"{listed}, +{more}" if more > 0 else listed
