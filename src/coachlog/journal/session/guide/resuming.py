"""Choosing among unfinished conversations."""

from coachlog import kinds
from coachlog.clock import local_day
from coachlog.dateshow import show_day
from coachlog.errors import NotFoundError, StoppedError, UsageError
from coachlog.interview.names import title
from coachlog.settings import own_methods
from coachlog.store.drafts import Draft, DraftKeeper, drafts
from coachlog.terminal.commands_typed import Command
from coachlog.terminal.confirm import sure
from coachlog.terminal.context import Context, say
from coachlog.terminal.prompter import Prompt, make_prompter
from coachlog.texts import N_, _, language


class NoDraftError(NotFoundError):
    """Nothing is unfinished, or not so much."""

    cause = N_("There is no such unfinished conversation.")
    remedy = N_("Begin one: coachlog session new")


class WhichDraftError(UsageError):
    """Several drafts and nobody to ask."""

    cause = N_("Several conversations are unfinished.")
    remedy = N_("Name one by its place: coachlog session resume 1")


class NobodyToAskError(UsageError):
    """A conversation cannot be led without a terminal."""

    cause = N_("A conversation can only be resumed in a terminal.")
    remedy = N_("In a script: coachlog session new --from FILE")


def resume_or_drop(context: Context, which: str | None, *, drop: bool, yes: bool) -> int:
    """Lead the chosen draft on, or throw it away; the result is the exit code."""
    with context.reader() as reader:
        kept = drafts(reader)
    if not kept:
        raise NoDraftError
    draft = _chosen(context, kept, which)
    if drop:
        return _drop(context, draft, yes)
    if not context.interactive:
        raise NobodyToAskError
    from coachlog.journal.session.guide.guided import go_on

    return go_on(context, draft)


def _chosen(context: Context, kept: list[Draft], which: str | None) -> Draft:
    place = kinds.number(which)
    if place is None and len(kept) == 1:
        return kept[0]
    if place is None:
        place = _ask_which(context, kept)
    if place > len(kept):
        raise NoDraftError
    return kept[place - 1]


def _ask_which(context: Context, kept: list[Draft]) -> int:
    for place, draft in enumerate(kept, 1):
        say(f"  {place}  {_about(context, draft)}")
    if not context.interactive:
        raise WhichDraftError
    mark = f"1-{len(kept)} ›"
    answer = make_prompter(context).ask(
        Prompt(mark, check=lambda text: kinds.scale(text or "1", 1, len(kept)))
    )
    if isinstance(answer, Command):
        raise StoppedError
    return kinds.scale(answer or "1", 1, len(kept)) or 1


def _about(context: Context, draft: Draft) -> str:
    day = show_day(local_day(draft.started_at, context.zone), language())
    return f"{draft.coachee or '–'} · {day} · {title(draft.method, language(), own_methods())}"


def _drop(context: Context, draft: Draft, yes: bool) -> int:
    question = _("Throw away the draft of {about}?").format(about=_about(context, draft))
    if not sure(context, (), question, yes):
        return 0
    DraftKeeper.resume(context.store, draft).discard()
    say(_("The draft is thrown away."))
    return 0
