"""Saves the advice on the coach's own case, and offers to bring it into a conversation."""

from collections.abc import Sequence

from coachlog.base.texts import _, ngettext
from coachlog.journal.network_case.advice import add_advice, ask_held, bring_in
from coachlog.journal.network_case.output import say_brought
from coachlog.journal.network_case.queries import CaseLine, advice_left
from coachlog.terminal.context import Context
from coachlog.terminal.prompter import Prompter


def save_advice(
    run: Context, case: CaseLine, texts: Sequence[str], session: int | None = None
) -> None:
    """Save advice with the coach's own *case*; with *session* bring all that is left in there.

    All or nothing: raises what `bring_in` raises.
    """
    if not texts and session is None:
        return
    with run.work("network intervision") as work:
        add_advice(work, case.number, texts)
        advices = advice_left(work, case.number) if session is not None else []
        if session is not None:
            bring_in(work, session, advices)
    if session is not None:
        say_brought(len(advices), session)


def offer_to_bring(run: Context, prompter: Prompter, case: CaseLine) -> bool:
    """Ask into which conversation the advice goes, with none named: the group may read along.

    Return whether it was brought in.
    """
    with run.reader() as reader:
        left = len(advice_left(reader, case.number))
    if not left:
        return False
    text = ngettext(
        "Bring this piece of advice into a conversation, as an idea? Type its number.",
        "Bring these {n} pieces of advice into a conversation, as ideas? Type its number.",
        left,
    )
    prompter.show(text.format(n=left), "question")
    prompter.show(_("Enter: not now. Advice stays private with your case."), "quiet")
    number = ask_held(run, prompter)
    if number is None:
        return False
    save_advice(run, case, (), number)
    return True
