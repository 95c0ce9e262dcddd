/** The long thread: one camera, one message. `notes` end a report, `asides` are said between two of them. */
export const censusPhrases = {
  opening: String.raw`Nouvelle méthode, plus simple que tous nos tableaux : {{une caméra, un message}}. Qui passe, regarde ; qui a regardé, écrit ici.

-* la rue et l'endroit précis ;
-* ce que c'est : tube, dôme, tourelle, multiple, interphone, fausse ;
-* hauteur, direction (0 au nord, 90 à l'est), panneau oui ou non.

Une seule par message, même si elles sont douze sur le mur. On comptera à la fin. Pas de plaque, pas de visage, pas de nom sur une sonnette. Le fil sera long, c'est le but : on doit sentir, en le faisant défiler, ce que c'est que d'être regardé.`,
  streets: [
    'quai des Sardinières',
    'rue des Calfats',
    'rue du Puits',
    'place Arsenal',
    'rue Haute',
    'passage des Cordiers',
    'boulevard des Abeilles',
    'avenue de la Filature',
    'place du Vieux-Pressoir',
    'rue des Trois-Lavandières',
    'quai du Levant',
    'rue de la Criée',
    'rue du Sel',
    'venelle aux Chats',
    'rue de la Corderie',
    'place des Deux-Ancres',
    'rue Basse',
    'rue du Phare',
    'montée Sainte-Aubrine',
    'rue des Voiliers',
    'cour du Gabier',
    'rue de la Poudrière',
    'place de la Criée',
    'rue des Goémons',
    'avenue du Large',
    'rue du Lamaneur',
    'impasse de la Bouée',
    'rue des Filets-Bleus',
    'esplanade du Môle',
    'rue du Ponant',
    'rue des Tonneliers',
    'place Jeanne-Corvin',
    'rue du Four',
    'chemin de Ronde',
    'rue de la Glacière',
    'rue des Mareyeurs',
    'square des Tamaris',
    'rue du Ressac',
    'rue Neuve',
    'rue des Embruns',
  ],
  places: [
    "à l'angle du nº {2|3|5|7|9|11|14|16|18|21|23|26|28|31|34|37|40|45}",
    'sur la façade du nº {1|4|6|8|10|12|13|15|17|19|20|22|25|29|33|38|42}',
    'au-dessus de {la pharmacie|la boulangerie|la laverie|la banque|la boîte aux lettres|la crêperie|la poissonnerie|la droguerie}',
    'sur le mât, côté {pair|impair|parking|mer|arrêt de tram|piste cyclable}',
    'sous {le balcon du premier|la corniche|l’enseigne|l’auvent|la gouttière}',
    "à l'entrée du {parking|garage|porche|hall|local à vélos|jardin}",
    'sur le {deuxième|troisième|quatrième|dernier} lampadaire en venant {du port|de la gare|du nord|de la halle}',
    'au pignon de {l’école|l’entrepôt|l’ancienne conserverie|la capitainerie|la cale couverte}',
  ],
  kinds: [
    'Tube',
    'Tube',
    'Dôme',
    'Dôme',
    'Dôme fumé',
    'Tourelle',
    'Multiple à quatre yeux',
    'Multiple à trois yeux',
    'Interphone',
    'Tube avec projecteur',
    'Petit tube gris',
    'Fausse, à mon avis',
  ],
  heights: [
    '2,10 m',
    '2,40 m',
    '2,60 m',
    '2,80 m',
    '3 m',
    '3,20 m',
    '3,50 m',
    '4 m',
    '4,50 m',
    '5 m',
    '6 m environ',
    '7 m environ',
    'un vélo et demi',
    'deux vélos',
  ],
  signs: [
    'panneau : non',
    'panneau : non',
    'panneau : non',
    'panneau : oui',
    'panneau : oui, illisible',
    'panneau : oui, face au mur',
    'panneau : oui, à hauteur de genou',
    'panneau : un reste de colle',
    'panneau : oui, daté d’il y a sept ans',
  ],
  notes: String.raw`
Elle vise la terrasse plus que la porte.
Un goéland dessus à $heure, très à l'aise.
Étiquette Claréo, numéro commençant par CX8.
Le câble part vers {le toit|la cave|l'immeuble voisin}, je n'ai pas suivi.
$voisin dit qu'elle est là depuis {l'été|deux ans|la braderie}.
Elle a bougé pendant que j'écrivais.
On voit les fenêtres d'en face, toutes.
Repeinte de la couleur du mur, j'ai failli la manquer.
Débranchée, le fil pend.
Elle regarde une autre caméra, qui la regarde.
Repérée par un enfant, comme d'habitude.
Rien à signaler, et c'est déjà signaler quelque chose.
Une toile d'araignée devant l'objectif, superbe.
Neuve, le film plastique est encore collé.
Elle clignote rouge la nuit.
Vue de nuit seulement, le jour {l'enseigne|le feuillage|le store} la cache.
C'est la troisième sur ce mur, je mets les autres dans d'autres messages.
Le commerçant m'a dit qu'elle « ne marche plus depuis le gel ».
Elle couvre l'entrée du {médecin|syndicat|planning familial|lieu de culte}, je le note à part.
Deux autocollants dessus, un cœur et un poisson.
Je passe là tous les jours depuis $n ans et je ne l'avais jamais vue.
Le boîtier est plus vieux que moi.
Elle était tournée vers l'ouest la semaine dernière, quelqu'un peut vérifier ?
Un panneau « souriez » fait à la main, pas par nous.
`,
  asides: String.raw`
On en est où ? J'ai perdu le compte quelque part {rue du Sel|vers le port|entre deux averses}.
Petit rappel : hauteur et direction, sinon je ne peux pas la placer sur la carte. Merci !
Je relis le fil depuis le début avec une tasse de thé. C'est long. C'est exactement ce qu'il fallait.
Correction : ma fiche de $jour dernier, $rue, dit « tube ». C'est un dôme. J'avais le soleil dans l'œil.
Pluie battante, je remets ma tournée à $jour. Si quelqu'un veut le secteur du phare, il est libre.
J'ai imprimé les fiches du quartier et je les ai posées sur la table de la cuisine. Il a fallu ajouter la rallonge.
Question : une caméra sur un bateau à quai, est-ce qu'on la compte ? Je dirais oui tant qu'il ne part pas.
Réponse de la capitainerie à propos du môle : « nous n'en avons que deux ». Nous en avons écrit $n.
Ma fille a fait un graphique : les dômes gagnent, les panneaux perdent.
Contrôle fait à deux sur $rue : tout est juste, sauf une direction, corrigée sur la carte.
Quelqu'un a compté les bancs ? Moi oui. Il y a $n caméras par banc.
Bravo à qui a fait la montée Sainte-Aubrine, j'ai mal aux mollets rien qu'à lire.
La carte est à jour jusqu'ici. Je souffle, et je reprends.
J'ai montré ce fil à $voisin. Silence, puis : « je ne savais pas que j'habitais là ».
Doublon possible avec une fiche plus haut, même mur, même hauteur. Je passe vérifier {ce soir|demain matin|en rentrant}.
On se retrouve $jour à $heure devant la criée pour les rues du haut, crayons fournis.
Un agent municipal m'a aidé à lire une étiquette avec ses jumelles. Je tenais à l'écrire.
Je propose qu'on continue jusqu'aux docks. Il reste $n rues.
`,
};
