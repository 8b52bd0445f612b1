"""The page of who can help: urgent cards first, then the others, and how to say it."""

from collections.abc import Iterator
from datetime import date

from coachlog.base.days import day_text
from coachlog.base.texts import C_, N_, _, in_user_language, language
from coachlog.display.page import Line, Page, Section
from coachlog.display.signs import DRAWN
from coachlog.journal.common.marks import coach_word
from coachlog.journal.referral.cards import Card, Cards
from coachlog.terminal.context import hint

WHEN, HOW = C_("card", "When"), C_("card", "How")
NOTE = N_("Write only that you referred, to whom and when; not what is the matter.")


def page(cards: Cards, today: date, kind: str = "", handle: str = "") -> Page:
    """Return the page of the *cards* as of *today*; *kind* is that of the trajectory.

    *handle* is of the person it is about, if that is known.
    """
    urgent = [line for card in cards.cards if card.urgent for line in _card(card, today)]
    others = [line for card in cards.cards if not card.urgent for line in _card(card, today)]
    sentences = [in_user_language(words).replace("{self}", coach_word(kind)) for words in cards.say]
    how_to_say = [Line("", sentence, sign=DRAWN.dot) for sentence in sentences]
    return Page(
        _("Who can help"),
        [],
        [
            Section(_("At once"), urgent),
            Section(_("Not urgent"), others),
            Section(_("How you can say it"), how_to_say),
            Section(_("In the journal"), [Line("", _(NOTE))]),
        ],
        _hints(handle or _("WHO")),
    )


def _card(card: Card, today: date) -> Iterator[Line]:
    """Yield the name of a card, when it is for, how to reach them, and when that was checked."""
    tone, sign = ("late", DRAWN.overdue) if card.urgent else ("quiet", DRAWN.dot)
    yield Line("", in_user_language(card.name), tone=tone, sign=sign)
    yield Line(_(WHEN), in_user_language(card.when))
    yield Line(_(HOW), in_user_language(card.how), _checked(card, today))


def _checked(card: Card, today: date) -> str:
    day = day_text(card.checked_on.isoformat(), language())
    if card.is_old(today):
        text = _("Checked on {day}: more than a year ago. Look the number up first.")
        return text.format(day=day)
    checked = _("checked {day}").format(day=day)
    return checked if card.certain else f"{checked}, {_('not certain')}"


def _hints(who: str) -> list[tuple[str, str]]:
    return [
        (hint(f"refer {who} --card general_practitioner"), _("keep that you referred somebody")),
        (hint("refer --list"), _("what was kept")),
    ]
