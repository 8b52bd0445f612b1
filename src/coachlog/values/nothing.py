"""What people type where they have nothing to say, in Dutch, French and English."""

from typing import Final

from coachlog.base.phrases import phrases

WORDS: Final = frozenset(
    phrases("""
nee | neen | geen | niets | niks | niemand | nvt
non | aucun | aucune | rien | personne | no | none | nothing | nobody
""")
)
"""One word that says so."""

NOTHING: Final = WORDS | frozenset(
    phrases("""
geen idee | nog geen idee | weet ik niet | weet niet | ik weet het niet | weet ik nog niet | n.v.t
voorlopig niet | nog niet | nog niets | nog geen | nee niets | nee niks | niets speciaals
niks speciaal | geen enkele | geen van alle
no idea | don't know | i don't know | do not know | dunno | no one | n/a | not yet | not now
nothing yet | no nothing | nothing special | nothing in particular | none of them
aucune idee | pas d'idee | je ne sais pas | sais pas | pas encore | pas maintenant | non rien
rien de special | rien de particulier | - | -- | – | — | / | x | ?
""")
)
