"""Three short opinions on other subjects, written for the tests with the links a reader expects, before any program read them.

For each recommendation: the sources that its leading paragraphs cite for it (words of their full references); those cited in the same
paragraph on a neighbouring point, which may be weak links, never strong; those that other paragraphs of its section cite on something else.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expected:
    """(recommendation, words of the source's reference) of each link, of each neighbour and of what must be no link."""

    name: str
    text: str
    led: tuple[tuple[int, str], ...]
    near: tuple[tuple[int, str], ...]
    beside: tuple[tuple[int, str], ...]


WATER = Expected(
    "water",
    """Avis sur l’accès à l’eau potable dans les outre-mer

I. LA QUALITÉ ET LA DISTRIBUTION DE L’EAU

1. Dans plusieurs territoires, les coupures d’eau durent des semaines entières. Les habitants stockent l’eau dans des citernes de \
fortune. L’article L. 210-1 du code de l’environnement reconnaît pourtant à chaque personne physique le droit d’accéder à l’eau \
potable pour son alimentation et son hygiène.1

2. Les réseaux ont vieilli. La moitié de l’eau produite se perd dans des canalisations percées. La Cour des comptes a chiffré ces \
fuites et jugé sévèrement l’entretien des réseaux par les syndicats.2 Par ailleurs, la facturation reste opaque : beaucoup d’abonnés \
paient une eau qu’ils ne reçoivent pas, alors que l’article L. 2224-12-4 du code général des collectivités territoriales impose de \
facturer le volume réellement consommé.

3. Le chlordécone, un pesticide longtemps épandu dans les bananeraies, contamine des captages. L’information des riverains reste rare.

Recommandation n° 1 : La Commission recommande qu’un accès à l’eau potable pour l’alimentation et l’hygiène soit garanti à chaque \
habitant pendant les coupures, par des citernes publiques.

Recommandation n° 2 : La Commission recommande un plan de réparation des canalisations pour supprimer les fuites des réseaux.

Recommandation n° 3 : La Commission recommande que les abonnés ne soient facturés que du volume d’eau réellement reçu.

Recommandation n° 4 : La Commission recommande de publier la carte des captages que le chlordécone contamine.

II. LA GOUVERNANCE

4. Les syndicats de communes n’ont ni ingénieurs ni trésorerie. Leurs élus le déplorent.

Recommandation n° 5 : La Commission recommande d’affecter des ingénieurs de l’État auprès des syndicats de communes.

1. Voir aussi l’observation générale n° 15 du Comité des droits économiques, sociaux et culturels sur le droit à l’eau.
2. Cour des comptes, La gestion de l’eau potable outre-mer, rapport public annuel, février 2018.
""",
    led=(
        (1, "L. 210-1"),
        (1, "observation générale"),
        (2, "Cour des comptes"),
        (3, "L. 2224-12-4"),
    ),
    near=(
        (2, "L. 2224-12-4"),
        (3, "Cour des comptes"),
    ),
    beside=(
        (1, "Cour des comptes"),
        (1, "L. 2224-12-4"),
        (2, "L. 210-1"),
        (3, "L. 210-1"),
        (4, "L. 210-1"),
        (4, "L. 2224-12-4"),
        (4, "Cour des comptes"),
    ),
)

DETENTION = Expected(
    "detention",
    """Avis relatif au placement en rétention administrative

I. LES RECOURS

1. Le juge est saisi trop tard. Les personnes placées en rétention disposent de quarante-huit heures pour contester la décision qui \
les éloigne ; la Cour européenne des droits de l’homme a jugé qu’un délai aussi court peut priver le recours de son effet (CEDH, 2 février \
2012, I.M. c. France, n° 9152/09). Or beaucoup n’ont pas d’interprète. L’article L. 141-2 du code de l’entrée et du séjour des \
étrangers et du droit d’asile prévoit que la décision est communiquée dans une langue que l’étranger comprend, mais les centres \
recourent à un interprète par téléphone.

2. Les associations présentes dans les centres aident à rédiger les requêtes. Leur nombre de salariés a baissé d’un tiers.

Recommandation 1 : Allonger le délai de recours contre la décision d’éloignement des personnes placées en rétention.

Recommandation 2 : Assurer la présence physique d’un interprète lors de la notification des décisions.

Recommandation 3 : Rétablir le nombre de salariés des associations présentes dans les centres.

II. LES ENFANTS

3. Des familles restent enfermées avec des enfants en bas âge. La France a été condamnée pour cet enfermement (CEDH, 19 janvier 2012, \
Popov c. France, n° 39472/07). L’intérêt supérieur de l’enfant, que protège l’article 3 de la Convention internationale des droits de \
l’enfant, commande d’y renoncer.

4. L’assignation à résidence est une solution moins coûteuse, que la loi n° 2016-274 du 7 mars 2016 a voulue prioritaire.

Recommandation 4 : Interdire l’enfermement des familles avec enfants.

Recommandation 5 : Rendre l’assignation à résidence prioritaire dans les faits.

III. LA SANTÉ

5. Les médecins des centres voient des personnes atteintes de troubles psychiatriques. L’accès à un psychiatre est irrégulier.

Recommandation 6 : Organiser la venue régulière d’un psychiatre dans chaque centre.
""",
    led=(
        (1, "9152/09"),
        (2, "L. 141-2"),
        (4, "39472/07"),
        (4, "droits de l’enfant"),
        (5, "2016-274"),
    ),
    near=(
        (1, "L. 141-2"),
        (2, "9152/09"),
    ),
    beside=(
        (3, "9152/09"),
        (3, "L. 141-2"),
        (4, "2016-274"),
        (5, "39472/07"),
        (5, "droits de l’enfant"),
    ),
)

SEASONAL = Expected(
    "seasonal",
    """Avis sur les travailleurs saisonniers agricoles

I. LE LOGEMENT

1. Des saisonniers dorment dans leur voiture ou sous des serres. L’article R. 716-7 du code rural et de la pêche maritime fixe la \
surface et l’équipement des logements des travailleurs saisonniers ; les contrôles sont rares.1 L’inspection du travail le regrette.

2. Ceux qui logent chez l’employeur perdent leur toit avec leur emploi. Une retenue sur le salaire leur est parfois imposée. L’article \
L. 3251-1 du code du travail interdit pourtant de retenir une somme sur le salaire pour fournitures.

Recommandation n° 1 : La Commission recommande de multiplier les contrôles de la surface et de l’équipement des logements de saisonniers.

Recommandation n° 2 : La Commission recommande que toute retenue sur le salaire pour le logement soit interdite et sanctionnée.

II. LA SANTÉ AU TRAVAIL

3. Les vagues de chaleur tuent dans les vignes. Le décret n° 2025-482 du 27 mai 2025 oblige l’employeur à adapter les horaires et à \
fournir de l’eau fraîche pendant une vague de chaleur. Du reste, les accidents du travail des vendangeurs sont mal comptés.2

4. La prévention suppose d’être compris. Les consignes sont affichées en français seulement, alors que les équipes parlent roumain, arabe \
ou espagnol.

Recommandation n° 3 : La Commission recommande d’arrêter le travail dans les vignes pendant les vagues de chaleur les plus fortes.

Recommandation n° 4 : La Commission recommande de traduire les consignes de prévention dans les langues des équipes.

Recommandation n° 5 : La Commission recommande un suivi public des accidents du travail des vendangeurs.

III. L’ACCÈS AUX DROITS

5. Les saisonniers étrangers ignorent leurs droits. La convention n° 184 de l’Organisation internationale du travail sur la sécurité et \
la santé dans l’agriculture demande qu’ils reçoivent la même protection que les permanents.

Recommandation n° 6 : La Commission recommande d’ouvrir des guichets d’accueil dans les mairies.

1. Rapport de l’inspection générale des affaires sociales, Le logement des saisonniers, juin 2020.
2. Cour des comptes, La mutualité sociale agricole, rapport public thématique, mai 2020.
""",
    led=(
        (1, "R. 716-7"),
        (1, "inspection générale des affaires sociales"),
        (2, "L. 3251-1"),
        (3, "2025-482"),
        (5, "Cour des comptes"),
    ),
    near=(
        (3, "Cour des comptes"),
        (5, "2025-482"),
    ),
    beside=(
        (1, "L. 3251-1"),
        (2, "R. 716-7"),
        (4, "2025-482"),
        (4, "Cour des comptes"),
        (6, "n° 184"),
    ),
)

OPINIONS = (WATER, DETENTION, SEASONAL)
