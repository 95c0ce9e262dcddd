export const cameraPhrases = {
  facts: String.raw`
À $ville, le mât $lieu a été {posé|dressé|vissé} un $jour à $heure, sans affichette, et {la mairie|le standard} m'a soutenu qu'il n'existait pas.
J'ai compté $n caméras entre ma porte et {l'école|le marché|la boulangerie}, $rue comprise, alors que la carte officielle en montre deux.
Nous avons reçu $piece de $ville : le coût écrit est de $eur €, hors {fibre|entretien|électricité}, ce qui change tout.
$elu nous a répondu {au marché|entre deux portes|par courrier} que « ça rassure », et n'a pas su dire qui.
Une caméra annoncée $lieu a été retirée à $ville après {une pétition|une question orale|un article} et $nn signatures, il faut le rappeler de temps en temps.
La nuit, celle de la $rue éclaire la chambre {d'un petit garçon|de ma mère|du troisième étage} avec ses diodes rouges. Nous avons demandé un cache, il a fallu $n semaines.
$voisin a demandé ses propres images, comme chacun peut le faire : refus, puis excuses, puis {un fichier illisible|douze secondes de trottoir|une date dépassée}.
Le règlement prévoyait un comité d'éthique. À $ville il s'est réuni $n fois en dix ans, dont une pour élire son président.
Sur les $nn caméras de $ville, $n étaient en panne le jour où {le vélo de ma fille a disparu|l'abribus a été cassé|quelqu'un a demandé les images}.
Le mot « $mot » revient à chaque page du dossier de $ville, et le mot « loi » une fois, en note.
On nous avait promis une réunion publique {avant l'été|avant les travaux|avant Noël}. Elle a eu lieu un $jour à $heure, après, dans une salle de vingt places.
J'ai demandé à $voisin si la caméra $lieu avait changé quelque chose : « oui, {maintenant on se gare plus loin|on ne s'embrasse plus là|mon chien préfère l'autre trottoir} ».
La subvention couvrait $nn % de l'achat. Quand j'ai demandé qui paierait dans sept ans, $elu a regardé {sa montre|le plafond|son voisin}.
À $ville, les caméras de la $rue ont été cachées dans {des nichoirs|de fausses lanternes|un clocheton}, au motif que l'architecte des bâtiments trouvait les mâts laids.
Le budget de $ville a été corrigé en séance : $eur € de plus, en « dépense imprévue », trois semaines après l'annonce du même montant dans le bulletin.
Un agent m'a montré la salle : $n écrans, une plante verte et un {calendrier des pompiers|poisson rouge|radiateur d'appoint}. Personne n'était devant.
Le masquage des fenêtres, obligatoire, n'était pas activé $rue. $voisin l'a découvert en voyant {son propre salon|sa véranda|ses rideaux} à la télévision régionale.
On a refait le calcul à $ville : une caméra coûte par an autant que $nn heures {d'animation au local des jeunes|d'ouverture de la piscine|de médiation}.
La seule élucidation citée par $elu, en conseil, était celle {d'un vol de géraniums|d'un scooter retrouvé par son propriétaire|d'un sapin municipal}.
J'ai écrit un $jour, relancé trois fois, et la réponse de $ville tient en une ligne : « votre demande a retenu toute notre attention ».
  `,
  turns: String.raw`
Est-ce que quelqu'un a {la date exacte|le nom du prestataire|une photo du panneau} ?
Ce n'est pas une preuve, c'est une raison de demander.
Je garde le courrier, on ne sait jamais.
Ma proposition : {poser la question au prochain conseil|y retourner à deux|comparer avec une ville voisine sans caméra}.
Je n'ai rien contre les gens qui ont peur, j'ai peur aussi. Je demande juste que ça serve.
Le plus étonnant est que personne, à la mairie, ne semblait {pressé de savoir|surpris|fâché}.
Si c'était {si utile|si banal|si transparent}, ce serait affiché.
Qui voudrait venir {compter|lire|poser la question} avec moi $jour prochain ?
En attendant, j'ai repeint mes volets. Ça n'a aucun rapport, mais ça fait du bien.
À $ville ils ont demandé la liste des pannes, je trouve l'idée excellente.
On me dit que je {chipote|pinaille|vois le mal partout}. Je chipote avec des documents.
Conclusion provisoire : lire les annexes.
Je donne la source à qui la demande à la permanence, elle est {sur papier|un peu tachée de café|dans ma chemise bleue}.
Quelqu'un peut-il me dire si c'est pareil à $ville ?
Le reste du quartier s'en fiche, me dit-on. J'ai fait du porte-à-porte {une heure|un dimanche|avec un gâteau} : ce n'est pas vrai.
Et la loi là-dedans ? Je laisse répondre {les plus savants que moi|nos juristes du jeudi|qui l'a lue en entier}.
  `,
};
