"""Phrases of several words in a typed day, and the one token that each becomes.

Belgian holidays, parts of a month and seasons: `f0` is Easter and `f49` seven weeks later, `S6 21`
is a stretch that begins on 21 June, of which the person still has to name a day.
"""

import re
from functools import cache
from typing import Final

from coachlog.base.phrases import phrases

_FEASTS: Final = {
    "1 m1": "nieuwjaarsdag | nieuwjaar | nieuw jaar | jour de l'an | nouvel an | nouvel-an"
    "| new year's day | new year | new years day",
    "6 m1": "driekoningen | epiphanie | epiphany",
    "14 m2": "valentijn | saint-valentin | valentine's day",
    "1 m5": "dag van de arbeid | feest van de arbeid | fete du travail | fete des travailleurs"
    "| labour day",
    "21 m7": "belgische nationale feestdag | nationale feestdag | fete nationale belge"
    "| fete nationale | belgian national day | national day",
    "15 m8": "olv hemelvaart | assomption | assumption day | assumption",
    "1 m11": "allerheiligen | toussaint | all saints | all saints' day",
    "2 m11": "allerzielen | jour des morts | all souls",
    "11 m11": "wapenstilstandsdag | wapenstilstand | fete de l'armistice | armistice"
    "| armistice day",
    "6 m12": "sinterklaas | saint-nicolas | saint nicolas | st nicholas",
    "24 m12": "kerstavond | reveillon de noel | veille de noel | christmas eve",
    "25 m12": "eerste kerstdag | kerstdag | kerstmis | jour de noel | christmas day | xmas",
    "26 m12": "tweede kerstdag | lendemain de noel | boxing day",
    "31 m12": "oudejaarsavond | oudejaar | oudjaar | saint-sylvestre | reveillon | new year's eve",
    "f-2": "goede vrijdag | vendredi saint | good friday",
    "f0": "paaszondag | eerste paasdag | paasdag | pasen | paques | easter sunday | easter",
    "f1": "paasmaandag | tweede paasdag | 2 ORD paasdag | lundi de paques | easter monday",
    "f39": "olh hemelvaart | hemelvaartsdag | hemelvaart | jeudi de l'ascension | ascension day"
    "| ascension",
    "f49": "pinksterzondag | eerste pinksterdag | pinksterdag | pinksteren | pentecote | whitsun"
    "| pentecost",
    "f50": "pinkstermaandag | tweede pinksterdag | 2 ORD pinksterdag | lundi de pentecote"
    "| whit monday",
}
_STRETCHES: Final = {
    "S3 21": "lente | voorjaar | printemps | spring",
    "S6 21": "zomer | ete | summer",
    "S7 1": "zomervakantie | grote vakantie | grandes vacances | vacances d'ete | summer holidays"
    "| vakantie | verlof | vacances | holidays",
    "S9 21": "herfst | najaar | automne | autumn | rentree",
    "S10 26": "herfstvakantie | vacances de toussaint | vacances d'automne | autumn break",
    "S12 21": "winter | hiver",
    "S12 24": "kerstvakantie | vacances de noel | vacances d'hiver | christmas holidays",
    "S2 15": "krokusvakantie | vacances de carnaval | vacances de detente | carnaval | carnival",
    "S4 5": "paasvakantie | vacances de paques | vacances de printemps | easter holidays",
}
_SIMPLE: Final = {
    "eergisteren": "the day before yesterday | day before yesterday",
    "overmorgen": "the day after tomorrow | day after tomorrow",
    "by": "d'ici a | d'ici | d'ici le | tegen | uiterlijk | ten laatste | au plus tard | pour le"
    "| pour"
    "| avant la fin de | by",
    "after": "na | apres | after",
    "before": "voor | avant | before",
    "mid": "midden | mi- | mi | au milieu de | milieu | mid- | mid | middle of | half",
    "begin": "begin | in het begin van | debut | au debut de | beginning of | start of | early",
    "in 14 day": "sous quinzaine | dans une quinzaine | sous quinze jours | in a fortnight"
    "| within a fortnight | binnen veertien dagen | over veertien dagen | dans la quinzaine",
    "in 7 day": "sous huitaine | dans la huitaine | binnen acht dagen | dans huit jours",
    "later 7": "over een week | over 8 dagen | en huit | week",
    "later 14": "over twee weken | over 2 weken | over 14 dagen | over veertien dagen | en quinze",
    "past15": "kwart over | quarter past | a quarter past | et quart",
    "past30": "half past | et demie | et demi",
    "to15": "kwart voor | quarter to | a quarter to | moins le quart | moins quart",
    "": "ergens in | ergens | in de loop van | sometime in | sometime | some time in"
    "| in the course of | dans le courant de | courant",
    "q1": "'s morgens | s morgens | 's ochtends | 's voormiddags | du matin | in the morning",
    "q2": "'s middags | 's namiddags | s namiddags | de l'apres-midi | in the afternoon",
    "q3": "'s avonds | s avonds | du soir | in the evening | at night",
}
_AFTER_WEEKDAY: Final = ("later 7", "later 14")
_BEFORE_MONTH: Final = ("mid", "begin")


def replace_phrases(line: str, weekdays: str, months: str) -> str:
    """Return *line*, folded text, with each known phrase replaced by its token.

    *weekdays* and *months* are patterns of their names: `week` means seven days later only after a
    weekday, `half` the middle only before a month.
    """
    for phrase, token in _longest_phrases_first():
        if phrase not in line:
            continue
        # A whole word, not a part of a longer or hyphenated one; a French l' or d' goes with it.
        word = rf"(?:\b[ld]')?(?<![\w-]){re.escape(phrase)}(?![\w-])"
        if token in _AFTER_WEEKDAY:
            line = re.sub(rf"({weekdays}) {word}(?!\s*(?:next|last))", rf"\1 {token}", line)
        elif token in _BEFORE_MONTH:
            before_month = rf"\s*(?=(?:of |van |de |d')?(?:{months}|volgende maand|deze maand))"
            line = re.sub(word + before_month, f"{token} ", line)
        else:
            line = re.sub(word, f" {token} ", line)
    return " ".join(line.split())


@cache
def _longest_phrases_first() -> list[tuple[str, str]]:
    """Return pairs of phrase and token, longest first: a long phrase may contain a shorter one."""
    pairs = [
        (phrase, token)
        for table in (_FEASTS, _STRETCHES, _SIMPLE)
        for token, row in table.items()
        for phrase in phrases(row)
    ]
    return sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0]))
