"""`coachee remove`: everything of a person goes, unfinished conversations only when wanted."""

from contextlib import ExitStack
from typing import Annotated

import typer

from coachlog.base.clock import local_day
from coachlog.base.days import show_day
from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_, _, language, ngettext
from coachlog.journal.coachee import queries
from coachlog.journal.coachee.handles import drafts_of
from coachlog.journal.coachee.queries import Person
from coachlog.journal.common.remove import remove as take_away
from coachlog.store.drafts import Draft, DraftKeeper, remove_draft
from coachlog.store.drafts import drafts as all_drafts
from coachlog.store.work import Work
from coachlog.terminal import rescue
from coachlog.terminal.command_options import Yes
from coachlog.terminal.confirm import confirm
from coachlog.terminal.context import Context, context
from coachlog.terminal.rescue import clear_old, rescued_files


def remove(
    who: Annotated[str, typer.Argument(metavar="WHO", help=N_("Short name or full name."))],
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
        person = queries.find(reader, who)
        theirs = drafts_of(reader, person)
        left = [each for each in all_drafts(reader) if each.id in theirs]
        dropped = [each for each in theirs if each not in {one.id for one in left}]
    if left and not drafts and not _go_too(run, person, left, yes):
        return
    _remove(run, person, left, dropped, yes)


def _go_too(run: Context, person: Person, left: list[Draft], yes: bool) -> bool:
    """Whether drafts are to go as well: a question of its own, for it cannot be undone."""
    if yes or not run.interactive:
        raise RefusedError(
            N_(
                "There is an unfinished conversation with {name}, and undo could not bring it back."
            ),
            N_("Finish it: coachlog session resume. Or add --drafts to discard it as well."),
            name=person.name,
        )
    told = ngettext(
        "There is {n} unfinished conversation with {name}. Undo does not bring it back:",
        "There are {n} unfinished conversations with {name}. Undo does not bring them back:",
        len(left),
    ).format(n=len(left), name=person.name)
    days = [show_day(local_day(each.started_at, run.zone), language()) for each in left]
    return confirm(
        run, [told, *(f"  {day}" for day in days)], _("Discard them as well?"), yes=False
    )


def _remove(run: Context, person: Person, left: list[Draft], dropped: list[str], yes: bool) -> None:
    """Take all away; of *dropped*, drafts that were thrown away before, nothing is told."""
    gone = [*(each.id for each in left), *dropped]
    told = ngettext(
        "{n} unfinished conversation will be deleted for good.",
        "{n} unfinished conversations will be deleted for good.",
        len(left),
    ).format(n=len(left))

    def drop(work: Work) -> None:
        for draft_id in gone:
            remove_draft(work, draft_id)

    with ExitStack() as held:
        for each in left:  # nobody may go on with one meanwhile
            held.enter_context(DraftKeeper.resume(run.store, each))
        removed = take_away(
            run,
            "coachee",
            f"{person.name} ({person.handle})",
            yes,
            more_lines=[*([told] if left else []), *_rescued()],
            remove_more=drop,
            handle=person.handle,
        )
    if removed:
        for draft_id in gone:
            for rescued in list(rescue.rescued_files(rescue.draft_label(draft_id))):
                rescue.discard(rescued.path)


def _rescued() -> list[str]:
    """Where words lie that could not be kept, of whomever: nobody can tell of whom."""
    clear_old()
    told = _("Text that could not be saved may contain words of theirs: {path}")
    return [told.format(path=each.path) for each in rescued_files("")]
