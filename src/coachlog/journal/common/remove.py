"""The command `remove` of every noun: it says what goes and asks first; undo brings it back."""

from collections.abc import Callable, Sequence

from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import _, ngettext
from coachlog.journal.common.history_words import many
from coachlog.schema.tables import TABLES
from coachlog.store.backup_places import folder_of
from coachlog.store.expiry import KEPT_DAYS
from coachlog.store.removal import Link, RemovalPlan, plan_removal
from coachlog.store.removal import remove as remove_rows
from coachlog.store.work import Work
from coachlog.terminal.confirm import confirm
from coachlog.terminal.context import Context
from coachlog.terminal.output import say_done

TITLE_MOST = 160
"""The widest title of a record, in cells of the terminal."""


def remove(
    context: Context,
    noun: str,
    title: str,
    yes: bool,
    *,
    more_lines: Sequence[str] = (),
    remove_more: Callable[[Work], None] | None = None,
    **key: object,
) -> bool:
    """Remove the record of *noun* that *key* names, such as `number=3`, after a confirmation.

    The record must exist; *title* names it for people. *more_lines* are added to the announcement,
    and *remove_more* is called in the same transaction. Return whether it was removed.
    """
    column, value = next(iter(key.items()))
    title = shorten(visible_line(title), TITLE_MOST)
    with context.reader() as reader:
        sql = f'select id from "{noun}" where "{column}" = :value'  # noqa: S608 - names of our own
        removal = plan_removal(reader, noun, str(reader.value(sql, value=value)))
    kept_days = context.settings.log_days or KEPT_DAYS
    lines = [*announcement(removal, title, more_lines, kept_days), *backup_lines(context)]
    if not confirm(context, lines, _("Remove this?"), yes):
        return False
    with context.work(f"{TABLES[noun].command} remove") as work:
        remove_rows(work, removal)
        if remove_more:
            remove_more(work)
    say_done(_("Removed: {what}").format(what=title), "undo")
    return True


def announcement(
    removal: RemovalPlan, title: str, more_lines: Sequence[str] = (), kept_days: int = KEPT_DAYS
) -> list[str]:
    """Return the lines that say what a removal takes away and what it leaves."""
    lines = [_("To be removed: {what}").format(what=title)]
    _record_itself, *dependents = removal.removed_ids.items()
    removed_with_it = ", ".join(many(table, len(ids)) for table, ids in dependents)
    if removed_with_it:
        lines.append(_("This goes with it: {what}.").format(what=removed_with_it))
    lines += [stays(link, len(ids)) for link, ids in removal.unlinked_ids.items()]
    lines += more_lines
    history_line = ngettext(
        "The text stays in the history for another {n} day of use.",
        "The text stays in the history for another {n} days of use.",
        kept_days,
    )
    lines.append(history_line.format(n=kept_days))
    return lines


def backup_lines(context: Context) -> list[str]:
    """Return the line that backups hold what goes from the journal; or none."""
    if not folder_of(context.store).is_dir():
        return []
    return [_("Backups made before this keep it too, for up to a year.")]


def stays(link: Link, n: int) -> str:
    """Return the sentence that *n* records stay when the one that *link* refers to is removed."""
    one, several = TABLES[link.table].field(link.column).stays
    return ngettext(one, several, n).format(n=n)
