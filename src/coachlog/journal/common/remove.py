"""The `remove` of every noun: what goes is said, asked about, and can be taken back."""

from collections.abc import Callable, Sequence

from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import _, ngettext
from coachlog.journal.common.history_words import many
from coachlog.schema.tables import TABLES
from coachlog.store.expiry import KEPT_DAYS
from coachlog.store.removal import Going, Link, going
from coachlog.store.removal import remove as take_away
from coachlog.store.work import Work
from coachlog.terminal.confirm import confirm
from coachlog.terminal.context import Context
from coachlog.terminal.output import say_done

TITLE_MOST = 160


def remove(
    context: Context,
    noun: str,
    title: str,
    yes: bool,
    *,
    told: Sequence[str] = (),
    also: Callable[[Work], None] | None = None,
    **key: object,
) -> bool:
    """Remove the record of *noun* that *key* names, such as `number=3`; whether it was removed.

    *title* tells people which one it is; the caller has made sure that there is one. *told* are
    further lines for people, *also* is done in the same unit of work.
    """
    ((column, value),) = key.items()
    title = shorten(visible_line(title), TITLE_MOST)
    with context.reader() as reader:
        which = f'select id from "{noun}" where "{column}" = :value'  # noqa: S608 - names of our own
        found = going(reader, noun, str(reader.value(which, value=value)))
    if not confirm(context, announcement(found, title, told), _("Remove this?"), yes):
        return False
    with context.work(f"{noun} remove") as work:
        take_away(work, found)
        if also:
            also(work)
    say_done(_("Removed: {what}").format(what=title), "undo")
    return True


def announcement(found: Going, title: str, told: Sequence[str] = ()) -> list[str]:
    """What goes and what stays behind, for people; *title* is the record itself."""
    _itself, *others = found.goes.items()
    with_it = ", ".join(many(table, len(ids)) for table, ids in others)
    return [
        _("To be removed: {what}").format(what=title),
        *([_("This goes with it: {what}.").format(what=with_it)] if with_it else []),
        *(stays(link, len(ids)) for link, ids in found.loosened.items()),
        *told,
        _("The text stays in the history for another {n} days.").format(n=KEPT_DAYS),
    ]


def stays(link: Link, n: int) -> str:
    """That *n* records stay behind without what they refer to by *link*."""
    one, several = TABLES[link.table].field(link.column).stays
    return ngettext(one, several, n).format(n=n)
