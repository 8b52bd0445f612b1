"""The languages of coachlog: their names, and their words and formats for days, numbers and keys.

A page for somebody may be in another language than the screen, so these are not in the message
catalogs. What else people may type is listed beside its rule, in all languages together.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

COMMANDS: Final = ("back", "skip", "more", "edit", "done", "overview", "stop", "help", "private")
"""What can be typed, after a colon, instead of an answer."""


class Language(NamedTuple):
    """One language. Names of months and weekdays are in order, separated by spaces."""

    code: str
    name: str
    also_called: str
    """Other names of it, in lower case without accents."""

    months: str
    short_months: str
    weekdays: str
    short_weekdays: str
    near: Mapping[int, str]
    """Words for days near today, by the number of days ahead."""
    ago: str
    ahead: str
    units: Mapping[str, str]
    """The plurals of day, week, month and year."""

    hours: str
    hours_and_minutes: str
    yes: str
    no: str
    first: str
    commands: str
    """The words for COMMANDS, in that order."""
    reviewed: tuple[tuple[str, str, str], ...]
    """For each outcome of an action: its status, and the letter and the word that are typed."""
    reached: str
    """The letter typed for a goal that is reached."""
    aside: Mapping[str, str]
    """The letters typed for a parked topic and for a reflection in between."""

    clock: str = "%H:%M"
    first_of_month: str = "1"
    endings: str = "e"
    """The ending of an ordinal: one for all, or those for other numbers, 1, 2 and 3."""
    decimal: str = ","
    plural: str = "n != 1"
    """The rule of gettext: which numbers take the plural form."""
    tied: bool = False
    """Whether a no-break space goes before `: ; ? ! »`, as in French."""


DUTCH: Final = Language(
    code="nl",
    name="Nederlands",
    also_called="dutch neerlandais vlaams flamand flemish",
    months="januari februari maart april mei juni juli augustus september oktober november"
    " december",
    short_months="jan feb mrt apr mei jun jul aug sep okt nov dec",
    weekdays="maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    short_weekdays="ma di wo do vr za zo",
    near={-2: "eergisteren", -1: "gisteren", 0: "vandaag", 1: "morgen", 2: "overmorgen"},
    ago="{n} {units} geleden",
    ahead="over {n} {units}",
    units={"day": "dagen", "week": "weken", "month": "maanden", "year": "jaar"},
    hours="{hours} uur",
    hours_and_minutes="{hours} u. {minutes:02}",
    yes="ja",
    no="nee",
    first="eerste",
    commands="terug overslaan meer bewerken klaar overzicht stop hulp privé",
    reviewed=(
        ("done", "g", "gedaan"),
        ("partly", "d", "deels"),
        ("open", "n", "nog niet"),
        ("dropped", "l", "losgelaten"),
    ),
    reached="b",
    aside={"parked": "p", "reflection": "l"},
)
FRENCH: Final = Language(
    code="fr",
    name="Français",
    also_called="french frans",
    months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    short_months="janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    weekdays="lundi mardi mercredi jeudi vendredi samedi dimanche",
    short_weekdays="lun. mar. mer. jeu. ven. sam. dim.",
    near={-2: "avant-hier", -1: "hier", 0: "aujourd'hui", 1: "demain", 2: "après-demain"},
    ago="il y a {n} {units}",
    ahead="dans {n} {units}",
    units={"day": "jours", "week": "semaines", "month": "mois", "year": "ans"},
    hours="{hours} h",
    hours_and_minutes="{hours} h {minutes:02}",
    yes="oui",
    no="non",
    first="premier",
    commands="retour passer plus modifier fini aperçu stop aide privé",
    reviewed=(
        ("done", "f", "fait"),
        ("partly", "p", "en partie"),
        ("open", "e", "pas encore"),
        ("dropped", "a", "abandonné"),
    ),
    reached="a",
    aside={"parked": "r", "reflection": "a"},
    clock="%Hh%M",
    first_of_month="1er",
    plural="n > 1",
    tied=True,
)
ENGLISH: Final = Language(
    code="en",
    name="English",
    also_called="engels anglais",
    months="January February March April May June July August September October November December",
    short_months="Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    weekdays="Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    short_weekdays="Mon Tue Wed Thu Fri Sat Sun",
    near={-1: "yesterday", 0: "today", 1: "tomorrow"},
    ago="{n} {units} ago",
    ahead="in {n} {units}",
    units={"day": "days", "week": "weeks", "month": "months", "year": "years"},
    hours="{hours} h",
    hours_and_minutes="{hours} h {minutes} min",
    yes="yes",
    no="no",
    first="first",
    commands=" ".join(COMMANDS),
    reviewed=(
        ("done", "d", "done"),
        ("partly", "p", "partly"),
        ("open", "n", "not yet"),
        ("dropped", "x", "dropped"),
    ),
    reached="v",
    aside={"parked": "p", "reflection": "l"},
    endings="th st nd rd",
    decimal=".",
)
SPOKEN: Final = {spoken.code: spoken for spoken in (DUTCH, FRENCH, ENGLISH)}
"""All languages by their code, in the order in which they are offered."""
