"""`coachlog erase`: somebody goes for good, from the journal and from all its backups."""

from collections.abc import Sequence
from contextlib import ExitStack
from typing import Annotated

import typer

from coachlog.admin.erasing.choices import (
    EraseChoices,
    ask_choices,
    confirm_by_name,
    parse_choices,
    refuse_undecided,
)
from coachlog.admin.erasing.page import (
    done_lines,
    done_record,
    preview_lines,
    preview_record,
    waiting_lines,
)
from coachlog.admin.erasing.preview import ErasePreview, read_preview
from coachlog.base.clock import instant
from coachlog.base.errors import RefusedError, UnavailableError
from coachlog.base.ids import new_id
from coachlog.base.texts import N_, _
from coachlog.journal.coachee import lookup
from coachlog.store.backup_places import waiting_places
from coachlog.store.drafts import DraftKeeper, drafts
from coachlog.store.erasing import second_places
from coachlog.store.erasing.order import REWRITE, ErasureOrder, fingerprint
from coachlog.store.erasing.proof import PROOFS, ProofLine, read_proofs
from coachlog.store.erasing.work import Erased, erase
from coachlog.terminal.column import Column
from coachlog.terminal.command_options import Yes, option_info
from coachlog.terminal.confirm import UnconfirmedError
from coachlog.terminal.context import Context, context, say
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_json, show_list
from coachlog.terminal.patience import Patience
from coachlog.terminal.prompters import make_prompter

Hours = Annotated[
    bool | None,
    typer.Option(
        "--keep-hours/--no-hours",
        help=N_("Whether day, minutes and role of the talks stay, without the person."),
        show_default=False,
    ),
]
Decide = Annotated[
    list[str] | None,
    option_info("--decide", N_("What is done with text N: --decide 2=keep."), "N=WORD"),
]
Mentions = Annotated[
    str | None,
    option_info(
        "--mentions",
        N_("What is done with what others' records say: rewrite, keep or remove."),
        "WORD",
    ),
]
RescuedFiles = Annotated[
    str | None,
    option_info(
        "--rescued",
        N_("What is done with files that may be about somebody else: remove or keep."),
        "WORD",
    ),
]
Gone = Annotated[
    str | None,
    option_info(
        "--gone", N_("A place that is gone for good: its copies are waited for no more."), "PLACE"
    ),
]
COLUMNS = (
    Column("number", N_("No."), "number"),
    Column("erased_on", N_("Day"), "day"),
    Column("records", N_("Records"), "number"),
    Column("hours", N_("Talks still counted"), "number"),
    Column("backups", N_("Backups"), "number"),
    Column("state", N_("Status"), "choice", words=PROOFS),
)


def person(
    who: Annotated[str, typer.Argument(metavar="WHO", help=N_("Short name or full name."))],
    mentions: Mentions = None,
    decide: Decide = None,
    hours: Hours = None,
    rescued: RescuedFiles = None,
    yes: Yes = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=N_("Only show what would go."))
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Erase somebody for good: from the journal, its history and all backups.

    coachlog erase amina --dry-run
    """
    run = context()
    choices = parse_choices(mentions, decide, hours, rescued)
    with run.reader() as reader:
        found = lookup.find(reader, who)
        _refuse_self(reader.value("select is_self from coachee where id = :id", id=found.id))
        with Patience(_("Looking for what is there …")):
            preview = read_preview(run, reader, found)
    if dry_run:
        if as_json:
            show_json(preview_record(preview, choices))
        else:
            _say_preview(preview, choices)
        return
    agreed = _confirmed_choices(run, preview, choices, yes)
    if agreed is None:
        say(_("Nothing changed."))
        return
    erased = _erase(run, preview, agreed)
    if as_json:
        show_json(done_record(erased))
        return
    for line in done_lines(erased):
        say(line)


def list_(as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """List what was erased: days and numbers, no names.

    coachlog erase list
    """
    run = context()
    with run.reader() as reader:
        lines = read_proofs(reader)
        empty = _("Nobody was erased.")
        show_list(run, OutputFormat(as_json, as_csv), ProofLine._fields, lines, COLUMNS, empty)
    if not (as_json or as_csv):
        for line in waiting_lines(waiting_places(run.store)):
            say(line)


def finish(
    gone: Gone = None,
) -> None:
    """Finish an erasure: in copies in a place that was not there, or after a crash.

    coachlog erase finish
    """
    run = context()
    if gone and not second_places.stop_waiting(run.store, gone):
        raise RefusedError(
            N_("Nothing is waited for in {place}."),
            N_("See the places: coachlog erase list"),
            place=gone,
        )
    with run.reader() as reader:
        unfinished = [line for line in read_proofs(reader) if line.state != "done"]
    with Patience(_("Erasing …")):
        left = second_places.erase_waiting_copies(run.store, instant(run.now))
    if unfinished:
        raise UnavailableError(
            N_("Erasure {n} is not finished: another program reads in the journal."),
            N_("Close the other windows, then try again: coachlog erase finish"),
            n=unfinished[0].number,
        )
    if not left:
        say(_("Nothing is left to erase."))
        return
    for line in waiting_lines(left):
        say(line)


def _refuse_self(is_self: object) -> None:
    if is_self:
        raise RefusedError(
            N_("That is you: erasing is for the people you talk with."),
            N_("Remove your own records one by one, for example: coachlog goal remove 3"),
        )


def _say_preview(preview: ErasePreview, choices: EraseChoices) -> None:
    for line in preview_lines(preview, choices):
        say(line)


def _confirmed_choices(
    run: Context, preview: ErasePreview, choices: EraseChoices, yes: bool
) -> EraseChoices | None:
    """Return what was decided in the end; None where the person changes their mind."""
    if yes:
        refuse_undecided(preview, choices)
        _say_preview(preview, choices)
        return choices
    if not run.interactive:
        raise UnconfirmedError
    prompter = make_prompter(run)
    for line in preview_lines(preview, choices):
        prompter.show(line)
    answered = ask_choices(prompter, preview, choices, _stand_in_word())
    if answered is None or not confirm_by_name(prompter, preview.person.name):
        return None
    refuse_undecided(preview, answered)
    return answered


def _stand_in_word() -> str:
    """Return the word that takes the place of a name."""
    return _("somebody")


def _erase(run: Context, preview: ErasePreview, choices: EraseChoices) -> Erased:
    """Erase a person as was chosen, while their drafts are locked for other windows."""
    order = ErasureOrder(
        new_id(),
        0,
        run.today.isoformat(),
        persons=frozenset(map(fingerprint, preview.ids)),
        decisions=choices.by_fingerprint(preview),
        usual=choices.usual or REWRITE,
        word=_stand_in_word(),
        keeps_hours=bool(choices.keeps_hours),
    )
    with ExitStack() as locks, Patience(_("Erasing …")):
        for keeper in _keepers(run, preview.draft_ids):  # nobody may continue one meanwhile
            locks.enter_context(keeper)
        files = choices.files(preview)
        return erase(run.store, order, files, preview.places, instant(run.now))


def _keepers(run: Context, draft_ids: Sequence[str]) -> Sequence[DraftKeeper]:
    with run.reader() as reader:
        found = [draft for draft in drafts(reader) if draft.id in draft_ids]
    return [DraftKeeper.resume(run.store, draft) for draft in found]
