"""What people call commands, in Dutch, French and English: plain words, small letters, no accents.

The commands' own names need not be here, and a noun with numbers has its words in `schema/`.
Whatever the language of a run, all words count.
"""

from collections.abc import Mapping

from coachlog.schema.tables import TABLES

Words = Mapping[str, str]
"""By what is meant, the words for it: commas between them, spaces within."""

_TYPED = {table.command: table.noun.typed for table in TABLES.values()}
ONE: Words = {name: one for name, (one, _several) in _TYPED.items() if one} | {
    "coachee": "persoon, mens, medewerker, collega, gecoachte, person, personne, "
    "collaborateur, collaboratrice, collegue, coache",
    "method": "methode, gespreksvorm",
    "report": "rapport, verslag, pagina, page",
}
"""One of a kind."""

MANY: Words = {name: several for name, (_one, several) in _TYPED.items() if several} | {
    "coachee": "personen, mensen, medewerkers, collega's, collegas, gecoachten, people, "
    "persons, personnes, gens, collaborateurs, collegues, coachees, coaches, "
    "namen, noms, names, wie, qui, who",
    "method": "methoden, methodes, methods, gespreksvormen",
    "report": "rapporten, verslagen, reports, rapports, pagina's, pages",
}
"""Several of a kind."""

VERBS: Words = {
    "new": "nieuw, nieuwe, nouveau, nouvel, nouvelle, nouveaux, begin, start, beginnen, starten,"
    " maak, maken, toevoegen, voeg toe, add, create, ajouter, creer, commencer, demarrer, noteer,"
    " noteren, opschrijven, noter",
    "park": "parkeer, parkeren, nieuw, nieuwe, nouveau, nouvelle, new, parquer, mettre de cote,"
    " later, plus tard, toevoegen, ajouter, add",
    "list": "lijst, alle, alles, ls, liste, lister, tous, toutes, all, overzicht, overview, apercu",
    "show": "toon, tonen, bekijk, bekijken, zie, zien, view, see, open, openen, montrer, montre,"
    " afficher, affiche, voir, lire, lees, lezen, read, ouvrir",
    "edit": "wijzig, wijzigen, bewerk, bewerken, aanpassen, pas aan, verander, veranderen,"
    " verbeter, verbeteren, change, correct, modify, update, modifier, corriger, changer",
    "remove": "verwijder, verwijderen, wis, wissen, schrap, schrappen, delete, rm, erase,"
    " supprimer, effacer, enlever",
    "done": "klaar, gedaan, af, fait, faite, termine, terminee, finished, finish, complete,"
    " completed, afvinken, uitgevoerd",
    "achieve": "bereikt, behaald, gehaald, achieved, reached, reach, klaar, atteint, atteindre,"
    " gelukt, done",
    "reach": "bereikt, behaald, gehaald, achieved, reached, achieve, klaar, atteint, atteindre",
    "close": "afsluiten, sluit, sluiten, sluit af, afronden, beeindigen, klaar, cloturer, fermer,"
    " finir, terminer, end",
    "drop": "laat los, loslaten, losgelaten, laat vallen, stop, stoppen, opgeven, abandonner,"
    " abandonne, give up",
    "score": "scoren, cijfer, punt",
    "confidence": "zekerheid, hoe zeker, certitude, sure",
    "scale": "schaal, echelle",
    "level": "niveau",
    "plan": "plannen, inplannen, planifier, prevoir, afspreken, schedule",
    "move": "verplaats, verplaatsen, verschuif, verschuiven, verzet, verzetten, uitstellen,"
    " reschedule, postpone, deplacer, reporter, decaler",
    "cancel": "annuleer, annuleren, afgelasten, geannuleerd, afzeggen, annuler",
    "missed": "gemist, niet gekomen, manque, absent, no-show, noshow, afwezig",
    "resume": "verder, hervat, hervatten, doorgaan, verdergaan, ga verder, continue, go on,"
    " reprendre, continuer, poursuivre",
    "release": "vrijgeven, geef vrij, doorgeven, autoriser, share, delen, partager",
    "rename": "hernoem, hernoemen, renommer",
    "merge": "samenvoegen, voeg samen, fusionner",
    "archive": "archiveer, archiveren, archief, archiver, archives",
    "talent": "talenten, talents, sterkte, sterktes, strength, strengths, force, forces",
    "trend": "evolutie, evolution, tendance",
    "self": "zelf, zelfscore, mezelf, moi-meme, autoevaluation, rate, beoordelen",
    "course": "verloop, evolutie, evolution, progression",
    "consent": "toestemming, akkoord, consentement",
    "withdraw": "intrekken, trek in, retirer",
    "answer": "beantwoord, beantwoorden, antwoord, antwoorden, answered, repondre, repondu",
    "extend": "verleng, verlengen, uitstellen, prolonger, longer",
    "takehome": "meenemen, mee naar huis, blad, emporter, a emporter, afdrukken, druk af, print,"
    " imprimer, take home",
    "letter": "brief, brief na een jaar, lettre",
    "prepare": "voorbereiden, voorbereiding, preparer, preparation",
    "pop": "ontwikkelplan, ontwikkelingsplan, plan de developpement",
    "threeway": "driegesprek, a trois, three way, tripartite",
    "coach": "mijn jaar, mon annee, my year",
    "fund": "fonds, subsidie, subside, jaarverslag",
    "who": "wie, wie kan, wie helpt, qui, qui peut, who can",
    "start": "begin, beginnen, starten, start, nieuw, nieuwe, new, commencer, demarrer, nouveau",
    "tick": "afvinken, vink af, aanvinken, vinken, cocher, coche, check off, tick off",
    "add": "toevoegen, voeg toe, ajouter, ajoute, new, nieuw",
    "charter": "charter, charte, handvest, afspraak, overeenkomst, accord",
    "checklist": "checklijst, afvinklijst, onthaallijst, liste de controle, liste",
    "now": "nu, maintenant, maak, maken, make, faire",
    "verify": "controleer, controleren, nakijken, kijk na, check, verifier, verifie",
    "check": "controleer, controleren, nakijken, verifier",
}
"""What is done with it. Of two verbs with one word, the first that the noun has is meant."""

COMMANDS: Words = {
    "today": "vandaag, agenda, kalender, calendar, calendrier, aujourd'hui, aujourdhui,"
    " overzicht, overview, apercu",
    "prep": "volgend gesprek, volgende gesprek, next conversation, prochain entretien,"
    " voorbereiden, voorbereiding, bereid voor, prepare, preparation, preparer",
    "match": "matchen, koppelen, koppeling, correspondance, correspondances, adequation",
    "timeline": "tijdlijn, verloop, chronologie, ligne du temps, frise",
    "search": "zoek, zoeken, zoek op, opzoeken, vind, vinden, find, look for, chercher, cherche,"
    " recherche, rechercher, trouver, grep",
    "review": "terugblik, terugkijken, bilan, look back, lookback, terugblikken",
    "refer": "doorverwijzen, doorverwijzing, doorverwijzingen, verwijs, verwijs door, doorsturen,"
    " orienter, orientation, orientations, referral, referrals, wie kan helpen, qui peut aider,"
    " who can help, noodnummer, noodnummers, numero d'urgence, emergency, hulplijn, hulplijnen",
    "hours": "uren, heures, praktijkuren, urenstaat, heures de pratique, practice hours",
    "me": "ik, mij, mezelf, moi, mijn pagina, mijn bladzijde, over mij, ma page",
    "dossier": "inzage, recht van inzage, inzageverzoek, droit d'acces, acces, access, right of"
    " access, avg, rgpd, gdpr",
    "rectify": "rechtzetten, zet recht, rectificeer, rectificeren, rectifier, put right",
    "knows": "wie weet, wie weet wat, qui sait, who knows, textes autorises",
    "import": "importeer, importeren, inlezen, lees in, binnenhalen, haal binnen, importer,"
    " bring in",
    "profile": "profiel, profielen, profil, profils, profiles",
    "export csv": "exporteer csv, exporteren csv, exporter csv",
    "export ics": "exporteer agenda, exporteren agenda, exporter agenda, exporteer kalender,"
    " agenda exporteren, export calendar, exporter calendrier, exporteer ics, exporter ics, ics",
    "export xlsx": "exporteer excel, exporteren excel, exporter excel, export excel,"
    " exporteer xlsx, exporter xlsx, werkmap, classeur, workbook",
    "export sqlite": "exporteer sqlite, exporter sqlite",
    "export": "exporteer, exporteren, exporter, excel, csv",
    "demo": "demonstratie, demonstration, voorbeeld, voorbeelden, example, exemple",
    "config": "instelling, instellingen, settings, setting, configuratie, configuration, reglages,"
    " parametres, preferences, voorkeuren, opties, options",
    "config list": "mijn instellingen, mes reglages",
    "history": "geschiedenis, historiek, historique, log",
    "undo": "ongedaan, ongedaan maken, maak ongedaan, terugdraaien, annuler, annule, defaire",
    "redo": "opnieuw, opnieuw doen, refaire, retablir",
    "completion": "aanvullen, tab, autocomplete",
    "backup": "reservekopie, reservekopieen, back-up, back-ups, backups, kopie, kopieen,"
    " sauvegarde, sauvegardes, copie de sauvegarde, veiligheidskopie",
    "doctor": "dokter, docteur, controle, controleren, nakijken, kijk na, gezondheid, diagnose,"
    " diagnostic, verifier, verification, check, checkup, health",
    "restore": "terugzetten, zet terug, herstellen, herstel, restaurer, restauration, remettre,"
    " recuperer, recover, rescue",
    "protect": "beveilig, beveiligen, beveiliging, bescherm, beschermen, versleutel, versleutelen,"
    " wachtwoord, wachtzin, proteger, protege, protection, chiffrer, mot de passe,"
    " phrase de passe, encrypt, encryption, password, passphrase, secure, lock",
    "protect status": "ben ik beveiligd, suis-je protege, am i protected",
    "protect recovery": "herstelsleutel, wachtzin vergeten, cle de secours,"
    " phrase de passe oubliee, recovery key, forgotten passphrase",
    "unprotect": "beveiliging weg, ontsleutelen, niet meer beveiligen, dechiffrer,"
    " enlever la protection, ne plus proteger, decrypt, take protection off",
    "erase": "vergeten, vergeet, voorgoed wissen, wis voorgoed, oublier, oublie,"
    " effacer pour de bon, forget, erase for good",
    "erase list": "wat is gewist, ce qui est efface, what was erased",
    "retention": "bewaartermijn, bewaartermijnen, conservation, duree de conservation,"
    " delai de conservation, keep until",
    "pseudonymise": "pseudonimiseer, pseudonimiseren, pseudonymiser, pseudonymize, anoniem,"
    " anonimiseren, anonymiser, anonymise, anonymize, zonder namen, sans noms, without names",
    "session new": "nieuw, nieuwe, new, nouveau, nouvel, nouvelle, begin, start, beginnen, starten,"
    " commencer, demarrer, coachen, nota, notitie, notities, note, notes",
    "session resume": "verder, ga verder, hervat, hervatten, doorgaan, verdergaan, resume,"
    " continue, go on, reprendre, continuer, poursuivre, onafgewerkt",
    "session list": "laatste gesprek, vorig gesprek, vorige gesprek, last conversation,"
    " dernier entretien",
    "config set language": "taal, langue, language",
    "session plan": "plan, plannen, inplannen, planifier, schedule, afspraak, appointment",
    "session list --ahead": "afspraken, appointments, rendez-vous, komende gesprekken",
    "session move": "verplaats, verplaatsen, verschuif, verschuiven, verzet, verzetten, uitstellen,"
    " reschedule, postpone, deplacer, reporter, decaler, move",
    "session cancel": "annuleer, annuleren, afzeggen, cancel",
    "action list": "afgesproken",
    "report takehome": "print, printen, afdrukken, druk af, imprimer, blad, drukken, mail, mailen",
    "topic park": "parkeer, parkeren, park",
    "coachee talent": "talent, talenten, talents, sterktes, forces, strengths",
}
"""Commands of one word, or of none of the nouns; those of a noun are found by it and a verb."""

OPTIONS: Words = {
    "--coachee": "persoon, naam, nom, name, wie, met, personne, qui, avec, person, who, with",
    "--name": "naam, nom",
    "--date": "datum, dag, wanneer, jour, quand, day, when, moment",
    "--on": "op, datum, dag, wanneer, date, le, jour, quand, day, when",
    "--due": "tegen, tegen wanneer, termijn, echeance, pour le, due-on, until",
    "--due-on": "tegen, tegen wanneer, termijn, echeance, pour le, due, until",
    "--target-on": "tegen, tegen wanneer, streefdatum, echeance, pour le",
    "--starts-on": "begin, start, vanaf, debut, a partir de",
    "--ends-on": "einde, fin, end",
    "--first-day": "eerste dag, eerste werkdag, premier jour, starts-on",
    "--since": "sinds, vanaf, depuis, from-date",
    "--until": "tot, tot en met, jusqu'a, till",
    "--to": "aan, a",
    "--for": "voor, pour",
    "--year": "jaar, annee",
    "--minutes": "minuten, duur, duree, duration",
    "--hours": "uren, heures",
    "--topic": "onderwerp, thema, sujet",
    "--goal": "doel, objectif",
    "--option": "optie, idee",
    "--action": "actie, action",
    "--summary": "samenvatting, resume",
    "--private-note": "prive, nota, notitie, note privee, note",
    "--note": "nota, notitie, opmerking, remarque",
    "--reason": "reden, waarom, raison, pourquoi",
    "--method": "methode",
    "--kind": "soort, type, rol, sorte",
    "--role": "rol",
    "--form": "vorm, forme",
    "--team": "ploeg, equipe",
    "--manager": "leidinggevende, responsable",
    "--status": "stand, toestand, etat",
    "--network": "netwerk, reseau",
    "--member": "lid, membre",
    "--question": "vraag",
    "--text": "tekst, texte",
    "--short": "kort, court",
    "--limit": "aantal, maximum, nombre",
    "--yes": "ja, oui",
    "--from": "bestand, fichier, file",
}
"""Options by what people call them; a command takes those of them that it has."""

HELP = "help, hulp, aide, -h, -help, --hulp, --aide, ?, -?, /?, h, uitleg, handleiding, commando's"
COMMAND_LIST = "opdrachten, commandes, commands, menu"
ALL = "all, alles, alle, tout, toutes, tous"
LEAVE = (
    "exit, quit, stop, stoppen, stopt, sluiten, sluit, einde, uit, klaar, afsluiten, verlaten, q,"
    " :q, bye, quitter, fermer, sortir, fin, arreter, terminer, end, close, leave, back, terug,"
    " retour, logout"
)
SAVE = "save, bewaar, bewaren, opslaan, sla op, sauver, enregistrer, sauvegarder"
FILLERS = (
    "a, an, the, my, with, for, of, to, het, een, de, mijn, met, voor, van, over, om, op, te, le,"
    " la, les, un, une, mon, ma, mes, du, des, avec, pour, sur, chez, is, est, nr, nummer, numero,"
    " no, number, me, maar, aub, svp, please"
)
