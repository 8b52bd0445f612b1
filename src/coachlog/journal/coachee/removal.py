"""The command `coachee remove`: everything of a person goes, drafts only on request."""

from contextlib import ExitStack
from typing import Annotated

import typer

from coachlog.base.clock import local_day
from coachlog.base.days import show_day
from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_, _, language, ngettext
from coachlog.journal.coachee import lookup
from coachlog.journal.coachee.handles import drafts_of
from coachlog.journal.coachee.lookup import Person
from coachlog.journal.common.remove import remove as remove_record
from coachlog.store.drafts import Draft, DraftKeeper, remove_draft
from coachlog.store.drafts import drafts as all_drafts
from coachlog.store.work import Work
from coachlog.terminal import rescue
from coachlog.terminal.command_options import Yes
from coachlog.terminal.confirm import confirm
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import Who
from coachlog.terminal.rescue import clear_old, rescued_files


def remove(
    who: Who,
    drafts: Annotated[
        bool, typer.Option("--drafts", help=N_("Discard unfinished conversations as well."))
    ] = False,
    yes: Yes = False,
) -> None:
    """Remove somebody, with everything recorded about them.

    coachlog coachee remove amina --yes
    """
    run = context()
    with run.reader() as reader:
        person = lookup.find(reader, who)
        draft_ids = drafts_of(reader, person)
        # `all_drafts` lacks those discarded before, which can be brought back for some time.
        unfinished = [draft for draft in all_drafts(reader) if draft.id in draft_ids]
        unfinished_ids = {draft.id for draft in unfinished}
        discarded_ids = [draft_id for draft_id in draft_ids if draft_id not in unfinished_ids]
    if unfinished and not drafts and not _agrees_to_discard(run, person, unfinished, yes):
        return
    _remove(run, person, unfinished, discarded_ids, yes)


def _agrees_to_discard(run: Context, person: Person, drafts: list[Draft], yes: bool) -> bool:
    """Ask whether to discard *drafts* too, apart from the rest because undo cannot bring them back.

    Raises RefusedError where nobody can be asked.
    """
    if yes or not run.interactive:
        raise RefusedError(
            N_(
                "There is an unfinished conversation with {name}, and undo could not bring it back."
            ),
            N_("Finish it: coachlog session resume. Or add --drafts to discard it as well."),
            name=person.name,
        )
    heading = ngettext(
        "There is {n} unfinished conversation with {name}. Undo does not bring it back:",
        "There are {n} unfinished conversations with {name}. Undo does not bring them back:",
        len(drafts),
    ).format(n=len(drafts), name=person.name)
    days = [show_day(local_day(draft.started_at, run.zone), language()) for draft in drafts]
    return confirm(
        run, [heading, *(f"  {day}" for day in days)], _("Discard them as well?"), yes=False
    )


def _remove(
    run: Context, person: Person, unfinished: list[Draft], discarded_ids: list[str], yes: bool
) -> None:
    """Remove a person, their drafts and what was rescued of those, after a confirmation.

    Drafts that were discarded before, *discarded_ids*, are not announced.
    """
    draft_ids = [*(draft.id for draft in unfinished), *discarded_ids]
    drafts_line = ngettext(
        "{n} unfinished conversation will be deleted for good.",
        "{n} unfinished conversations will be deleted for good.",
        len(unfinished),
    ).format(n=len(unfinished))

    def remove_drafts(work: Work) -> None:
        for draft_id in draft_ids:
            remove_draft(work, draft_id)

    with ExitStack() as locks:
        for draft in unfinished:  # nobody may continue one meanwhile
            locks.enter_context(DraftKeeper.resume(run.store, draft))
        is_removed = remove_record(
            run,
            "coachee",
            f"{person.name} ({person.handle})",
            yes,
            more_lines=[*([drafts_line] if unfinished else []), *_rescued_file_lines(run)],
            remove_more=remove_drafts,
            handle=person.handle,
        )
    if is_removed:
        for draft_id in draft_ids:
            for rescued in list(rescue.rescued_files(rescue.draft_label(draft_id))):
                rescue.discard(rescued.path)


def _rescued_file_lines(run: Context) -> list[str]:
    """Return lines with the files of rescued text: nobody can tell which person they are about."""
    clear_old(run)
    text = _("Text that could not be saved may contain words of theirs: {path}")
    return [text.format(path=file.path) for file in rescued_files("")]
