/** What was not published in the months before: by what became of it. Choices and blanks as in small-talk.ts. */
export const pastPhrases: Record<string, string> = {
  spam: String.raw`
{Prêt|Crédit|Financement} accordé en {24|48|72} heures à $ville, {sans justificatif|même interdit bancaire}, écrivez-nous.
{Gagnez|Encaissez} $eur euros par mois depuis {votre canapé|votre cuisine|chez vous}, {places limitées|méthode secrète}.
{Voyance|Tarot|Marabout} sérieuse à $ville, retour {de l'être aimé|d'affection} en $n jours.
{Montres|Sacs|Lunettes} de {marque|luxe} à prix d'usine, livraison à $ville, {premier arrivé premier servi|stock limité}.
{Perte de poids|Régime} sans effort, moins $n kilos en $n2 semaines, {témoignages|photos} sur notre page.
{Backlinks|Abonnés|Avis} {par milliers|garantis} pour votre site, à partir de $nn euros.`,
  return: String.raw`
$voisin dit que $elu a déjà signé pour $rue, {on m'a montré le papier|je l'ai vu de loin}.
La caméra $lieu filme {mes fenêtres|le banc|la cour}, {je mettrai la photo plus tard|la photo suit}.
J'ai reçu la réponse de la mairie de $ville, {je recopie tout ici avec la signature|voici le courrier entier avec les noms}.
À $ville c'est $eur euros, {je crois que c'est dans le journal|c'était écrit quelque part}.
Rendez-vous {chez moi|à mon adresse} $rue, $jour à $heure, pour préparer le relevé.`,
  'off-topic': String.raw`
Quelqu'un connaît-il un {plombier|vitrier|couvreur} sérieux à $ville ? Le mien ne vient plus.
{Le bus|Le car|Le train} de $heure est encore supprimé $jour, c'est {une honte|lamentable}, il faut que ça se sache.
Perdu {un chat gris|un chien roux|une tourterelle} près de $lieu, {récompense|merci de me prévenir}.
Et {les poubelles|les pigeons|les trottoirs} de $ville, on en parle quand ?
Vends {un vélo|une remorque|un poêle}, peu servi, à prendre à $ville $jour.
Qui a vu le match $jour ? {Quelle équipe|Quel gardien} !`,
  insult: String.raw`
Vous êtes {une bande de rêveurs|des clowns|des moutons}, et $elu aussi, tous à mettre dans le même sac.
{Encore un|Toujours un} {bobo|paranoïaque} de $ville qui a peur de son ombre. Soignez-vous.
$elu est {un incapable|une girouette|un pantin} et {sa clique|sa cour} avec.
Si vous aviez {un cerveau|un travail}, vous ne compteriez pas les poteaux $rue. Pauvres types.
Bravo {les champions|les génies}, avec des gens comme vous à $ville on n'est pas {sortis|sauvés}, bande de nuls.`,
  unsourced: String.raw`
{Il paraît|On dit} que $elu touche $eur euros du fournisseur, {tout le monde le sait|c'est connu} à $ville.
Les caméras de $rue écoutent aussi, {un ami me l'a juré|c'est sûr}, et tout part à l'étranger.
À $ville ils vendent les images, {je le tiens de bonne source|je ne peux pas dire de qui}.
{Il y a|On compte} $nn caméras cachées $lieu, {cherchez vous-mêmes|ouvrez les yeux}.`,
  'personal-data': String.raw`
Celui qui pose les boîtiers habite $rue à $ville, c'est la maison {au portail vert|avec la remorque}, sa voiture est toujours devant.
{Le vigile|L'installateur} $lieu s'appelle comme $voisin, et voici son numéro : {zéro six|zéro sept} et la suite en privé.
$voisin a {été vue|été vu} $lieu $jour à $heure avec quelqu'un, {je donne le nom|devinez qui}.`,
  advertising: String.raw`
Notre {boutique|atelier|site} fait des {autocollants|panneaux|housses} contre les caméras, {remise|prix d'ami} pour ce forum, livraison à $ville.
{Logiciel|Boîtier|Application} qui détecte toutes les caméras de $ville, $nn euros seulement, {commandez vite|lien sur demande}.
{Formation|Stage} payant $jour à $ville, {réduction|tarif spécial} pour vous, {places comptées|inscrivez-vous}.`,
  other: String.raw`
{Test|Essai}, un, deux, $n, est-ce que {ça marche|ça passe} ?
{Je poste|J'écris} pour $voisin qui ne veut pas dire {pourquoi|quoi}, vous comprendrez.`,
};
