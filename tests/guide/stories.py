"""Conversations of a mentor and Jonas, who wants to move on, as they are typed in each language.

Each text stands there in Dutch, French and English; what is the same in all stands there once.
"""

from collections.abc import Sequence

from coachlog.base.texts import translation

LANGUAGES = ("nl", "fr", "en")
Said = str | tuple[str, str, str]

WITH_WHOM, WHEN = "Who are you talking with?", "When was the conversation?"
HOW_LONG, NOTES = "How many minutes did it take?", "What do you remember of it?"

FIRST: dict[str, Sequence[Said]] = {
    WITH_WHOM: ("Jonas Peeters",),
    "first_agreement.01": (("ja", "oui", "yes"),),
    "role_conflict.01": (("nee", "non", "no"),),
    "grow.topic.01": (
        (
            "Hij wil doorgroeien naar de planning, want daar komt een plaats vrij.",
            "Il veut passer à la planification, car une place s'y libère.",
            "He wants to move on to planning, as there is a place coming free.",
        ),
    ),
    "grow.goal.01": (
        (
            "De weekplanning kunnen maken zonder Koen",
            "Savoir faire le planning de la semaine sans Koen",
            "Make the weekly planning without Koen",
        ),
    ),
    "grow.goal.03": (
        (
            "Koen kijkt hem na en verandert niets",
            "Koen le relit et ne change rien",
            "Koen checks it and changes nothing",
        ),
    ),
    "grow.goal.04": (("eind maart", "fin mars", "end of march"),),
    "grow.goal.05": (
        (
            "Dat Koen denkt dat hij weg wil uit het magazijn",
            "Que Koen pense qu'il veut quitter l'entrepôt",
            "That Koen thinks he wants to leave the warehouse",
        ),
    ),
    "grow.goal.06": (
        (
            "Hij wil meer dan rijden, en het team zoekt een vervanger",
            "Il veut plus que conduire, et l'équipe cherche un remplaçant",
            "He wants more than driving, and the team needs a stand-in",
        ),
    ),
    "grow.reality.01": (
        (
            "Hij ziet de planning pas als ze uithangt en durft niets te vragen.",
            "Il ne voit le planning qu'une fois affiché et n'ose rien demander.",
            "He sees the planning once it is on the wall, and dares to ask nothing.",
        ),
    ),
    "grow.reality.02": ("4",),
    "grow.reality.03": (
        (
            "Een mail aan HR, geen antwoord",
            "Un mail aux RH, sans réponse",
            "A mail to HR, no answer",
        ),
    ),
    "grow.reality.04": (
        (
            "Als Bart er is: die legt alles uit",
            "Quand Bart est là : il explique tout",
            "When Bart is there: he explains everything",
        ),
    ),
    "grow.options.01": (
        (
            "Koen vragen of hij een halve dag mag meelopen",
            "Demander à Koen de le suivre une demi-journée",
            "Ask Koen to go along for half a day",
        ),
        ("Een cursus volgen", "Suivre une formation", "Take a course"),
        ("!Samen met Bart oefenen", "!S'exercer avec Bart", "!Practise with Bart"),
        "",
    ),
    "grow.options.08": (
        "1 3",
        ("ziet het echt / Koen heeft weinig tijd", "concret / Koen a peu de temps", "real / busy"),
        ("Bart legt goed uit", "Bart explique bien", "Bart explains well"),
    ),
    "grow.will.01": (
        ("1, tegen 13 december", "1, pour le 13 décembre", "1, by 13 december"),
        ("3 vrijdag", "3 vendredi", "3 friday"),
        (
            "Een mail sturen aan HR, tegen morgen",
            "Envoyer un mail aux RH, pour demain",
            "Send a mail to HR, by tomorrow",
        ),
        "",
    ),
    "grow.will.03": ("5 8 9",),
    "confidence.00": ("3",),
    "confidence.06": (
        ("Eerst eens bij Bart polsen", "D'abord sonder Bart", "Sound out Bart first"),
    ),
    "confidence.08": ("7",),
    "grow.will.04": (
        (
            "Als Koen slecht gezind is, dan wacht hij tot na de middag",
            "Si Koen est de mauvaise humeur, alors il attend l'après-midi",
            "If Koen is in a bad mood, then he waits until the afternoon",
        ),
        "Bart",
    ),
    "grow.closing.01": (
        (
            "Jonas gaat eerst eens met Bart praten en durft het daarna aan Koen vragen",
            "Jonas parle d'abord avec Bart, puis ose demander à Koen",
            "Jonas talks to Bart first and then dares to ask Koen",
        ),
    ),
    "grow.closing.03": (
        "Bart",
        (
            "Jonas heeft interesse in de planning",
            "Jonas s'intéresse à la planification",
            "Jonas is interested in planning",
        ),
        ("ja", "oui", "yes"),
        "",
    ),
    "grow.closing.04": (("14 december 14u", "14 décembre 14h", "14 december 14:00"),),
    "closing.07": (
        ("p: zijn verlof in januari", "r: son congé en janvier", "p: his leave in january"),
        ("vraag naar zijn zoon", "demander des nouvelles de son fils", "ask after his son"),
        "",
    ),
}

SECOND: dict[str, Sequence[Said]] = {
    WITH_WHOM: ("Jonas",),
    "grow.review.01": (
        (
            "Hij groet Koen weer en krijgt antwoord",
            "Il salue Koen et reçoit une réponse",
            "He greets Koen again and gets an answer",
        ),
        "",
    ),
    "look_back.01": (
        ("1 nog niet, 2 gedaan, 3 deels", "1 pas encore, 2 fait, 3 en partie", "1 n, 2 d, 3 p"),
    ),
    "look_back.02": ("5",),
    "anti_goal_review.01": (("neen", "non", "no"),),
    "grow.topic.01": ("1",),
    "grow.reality.01": (
        ("Bart heeft een week uitgelegd", "Bart a expliqué une semaine", "Bart explained a week"),
    ),
    "grow.options.01": (
        ("Vrijdag een mail sturen", "Envoyer un mail vendredi", "Send a mail on Friday"),
        ("Maandag langsgaan", "Passer lundi", "Go and see him on Monday"),
        "",
    ),
    "grow.options.08": ("2", ("snel / spannend", "rapide / stressant", "quick / scary")),
    "grow.will.01": (
        ("1 vrijdag", "1 vendredi", "1 friday"),
        ("2 tegen 21/12", "2 21/12", "2 21/12"),
        "",
    ),
    "grow.will.03": ("8 7",),
    "grow.will.04": (
        (
            "Koen antwoordt niet -> langsgaan",
            "Koen ne répond pas -> passer",
            "no answer -> go there",
        ),
        "",
    ),
    "grow.closing.01": (
        (
            "Hij stuurt vrijdag een mail en gaat anders maandag langs",
            "Il envoie un mail vendredi, sinon il passe lundi",
            "He sends a mail on Friday, or else goes there on Monday",
        ),
    ),
    "grow.closing.03": (("niets", "rien", "nothing"),),
    "grow.closing.04": (("12 januari 10u", "12 janvier 10h", "12 january 10:00"),),
    "closing.07": (("wat meer zwijgen", "me taire davantage", "keep quiet more"), ""),
}

AFTERWARDS: dict[str, Sequence[Said]] = {
    WITH_WHOM: ("Wim",),
    WHEN: (("gisteren 14u30", "hier à 14h30", "yesterday 14:30"),),
    NOTES: (("moe, agenda, Koen", "fatigué, agenda, Koen", "tired, agenda, Koen"),),
    "first_agreement.01": (("ja", "oui", "yes"),),
    "grow.closing.04": (("22 december 10u", "22 décembre 10h", "22 december 10:00"),),
}

SHORT: dict[str, Sequence[Said]] = {
    WITH_WHOM: ("Fatima Benali",),
    "first_agreement.01": (("ja", "oui", "yes"),),
    "grow.topic.01": (("de vergadering", "la réunion", "the meeting"),),
    "grow.goal.01": (("rustig leiden", "animer calmement", "lead it calmly"),),
    "grow.goal.05": (("een monoloog", "un monologue", "a monologue"),),
    "grow.reality.01": (("ik praat te veel", "je parle trop", "I talk too much"),),
    "grow.reality.02": ("4",),
    "grow.options.01": (
        ("een agenda", "un ordre du jour", "an agenda"),
        ("Koen laten leiden", "laisser animer Koen", "let Koen lead"),
        "",
    ),
    "grow.will.01": (("1, tegen vrijdag", "1, pour vendredi", "1, by friday"), ""),
    "grow.closing.04": (("8 december 9u30", "8 décembre 9h30", "8 december 9:30"),),
}

EMPTY: dict[str, Sequence[Said]] = {WITH_WHOM: ("Kim",)}


def told(story: dict[str, Sequence[Said]], language: str) -> dict[str, list[str]]:
    """*story* as it is typed in *language*; what no method asks goes by its words in it."""
    place = LANGUAGES.index(language)
    words = translation(language).gettext
    return {
        (key if "." in key else words(key)): [
            each if isinstance(each, str) else each[place] for each in answers
        ]
        for key, answers in story.items()
    }
