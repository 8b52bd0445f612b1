"""What people say in made-up conversations: pools of phrases in Dutch, French and English."""

FIRST_NAMES = (
    *("Amina", "Jef", "Lotte", "Youssef", "Marieke", "Pieter", "Fatima", "Tom", "Ilse", "Karim"),
    *("Élodie", "Benoît", "Chloé", "Mehdi", "Aurélie", "Thierry", "Inès", "Quentin", "Zoë", "Luc"),
)
LAST_NAMES = (
    *(
        "El Idrissi",
        "Peeters",
        "De Smet",
        "Van den Broeck",
        "Claes",
        "Özdemir",
        "Dubois",
        "Lambert",
    ),
    *("Lefèvre", "Janssens", "Wouters", "Benali", "Maes", "Goossens", "Simon", "Verhaeghe"),
)
ROLES = ("teamlead", "ploegbaas", "operator", "verpleegkundige", "chef d'équipe", "buyer", None)
TEAMS = ("Team Noord", "Nachtploeg", "Logistiek", "Équipe Sud", "Radiologie", "Planning", None)
COLLEAGUES = ("Koen", "Sarah", "Nadia", "Bruno", "Hanne", "Olivier", "Mieke", "David")

RARE = "kantelpunt"
"""A word that only the probe says, as often in a journal of any size."""

COMMON = ("planning", "punt")
"""Words that are often said, and often together."""

# Each pool may name {who}, a colleague.
NL = {
    "topic": (
        "Ik wil de teamvergadering zelf leiden, maar ik klap dicht zodra er tegenwind komt.",
        "Hoe spreek ik {who} aan op de afspraken over de overdracht?",
        "Mijn werkdruk: ik neem elke avond mails mee naar huis.",
        "De nieuwe machine, en hoe ik mijn kennis daarover doorgeef.",
    ),
    "better": ("De overdracht met {who} loopt vlotter.", "Ik heb twee keer nee gezegd."),
    "goal": (
        "Tegen de zomer leid ik de wekelijkse teamvergadering van begin tot einde.",
        "Ik geef {who} elke week één keer feedback, ook als het spannend is.",
        "Ik werk drie dagen per week zonder overuren.",
    ),
    "anti_goal": ("Ik wil niet dat het een monoloog wordt.", "Geen extra vergadering erbij."),
    "reality": (
        "Vorige week nam {who} het na vijf minuten over. Ik zei niets meer en was daar kwaad om.",
        "Het lukt op kalme dagen; zodra er een storing is, valt alles terug op mij.",
        "Ik begin vroeger, maar ik stop niet vroeger. Thuis merken ze het.",
    ),
    "option": (
        "Eerst één agendapunt leiden",
        "Vooraf met {who} afspreken wie wat doet",
        "Eens meekijken bij een andere ploeg",
        "Een uur per dag blokkeren in de agenda",
        "Een korte opleiding gesprekstechnieken",
    ),
    "action": (
        "{who} aanspreken en het punt planning overnemen",
        "Drie avonden de laptop op het werk laten",
        "Het stappenplan uitschrijven voor de nieuwe collega",
    ),
    "outcome": ("{who} was er blij mee.", "Het ging moeizamer dan gedacht, maar het ging."),
    "answer": (
        "In een groepje van drie gaat het wel.",
        "Dat ik rustig blijf, ook als {who} onderbreekt.",
        "Zeven op tien, want de voorbereiding zit goed.",
        "Dat ik het niet alleen moet doen.",
    ),
    "summary": ("Ik neem volgende week één punt en spreek dat eerst af met {who}.",),
    "note": ("Spreekt zachter zodra {who} ter sprake komt.", "Ik gaf te vroeg een suggestie."),
}
FR = {
    "topic": (
        "Je voudrais animer la réunion d'équipe, mais je me bloque à la première objection.",
        "Comment parler avec {who} de la passation entre les équipes ?",
        "Ma charge de travail : j'emporte des e-mails à la maison chaque soir.",
    ),
    "better": ("La passation avec {who} se passe mieux.", "J'ai dit non deux fois."),
    "goal": (
        "D'ici l'été, j'anime la réunion hebdomadaire du début à la fin.",
        "Chaque semaine, je donne un retour à {who}, même quand c'est délicat.",
    ),
    "anti_goal": ("Je ne veux pas que cela devienne un monologue.",),
    "reality": (
        "La semaine dernière, {who} a pris la parole après cinq minutes et je me suis tu.",
        "Les jours calmes, cela va ; dès qu'il y a une panne, tout retombe sur moi.",
    ),
    "option": (
        "Animer d'abord un seul point",
        "Convenir à l'avance avec {who} qui fait quoi",
        "Observer une autre équipe",
        "Bloquer une heure par jour dans l'agenda",
    ),
    "action": ("Parler avec {who} et reprendre le point planning", "Écrire le mode d'emploi"),
    "outcome": ("{who} en était content.", "C'était plus dur que prévu, mais c'est fait."),
    "answer": ("En petit groupe, cela va.", "Que je reste calme, même si {who} m'interrompt."),
    "summary": ("La semaine prochaine, je prends un point, d'accord avec {who}.",),
    "note": ("Parle plus bas dès qu'il s'agit de {who}.", "J'ai suggéré trop vite."),
}
EN = {
    "topic": (
        "I want to lead the team meeting, but I freeze as soon as somebody objects.",
        "How do I talk with {who} about the handover between shifts?",
    ),
    "better": ("The handover with {who} goes more smoothly.",),
    "goal": ("By summer I lead the weekly meeting from beginning to end.",),
    "anti_goal": ("It must not become a monologue of mine.",),
    "reality": ("Last week {who} took over after five minutes, and I said nothing more.",),
    "option": ("Lead one item first", "Agree with {who} who does what", "Watch another team"),
    "action": ("Talk with {who} and take the item planning", "Write the steps down"),
    "outcome": ("{who} was glad about it.",),
    "answer": ("In a group of three it goes well.", "That I stay calm when {who} interrupts."),
    "summary": ("Next week I take one item, agreed with {who} beforehand.",),
    "note": ("Speaks more softly when {who} is mentioned.",),
}
SAID = {"nl": NL, "fr": FR, "en": EN}
