/**
 * What a reply may begin with, and the words that fill the blanks of phrases.ts; `grammar.ts` says how they are put
 * together.
 */
export const beginnings = String.raw`
Merci pour ce récit.
Je reconnais {tout à fait|trait pour trait|hélas} ce que vous décrivez.
Même histoire {chez nous|ici|de l'autre côté de la rivière}, à quelques boulons près.
Je lis ce fil depuis {le début|une semaine|mon canapé} et je me lance.
Pas d'accord sur tout, mais un fait à verser au dossier.
Petite pierre à l'édifice.
Pour compléter {le message précédent|ce qui vient d'être dit|la liste}.
Je réponds un peu tard.
Question et témoignage à la fois.
Ça me parle, et pas seulement parce que j'ai mal dormi.
Du nouveau de mon côté.
J'ai vérifié avant d'écrire, pour une fois.
En deux mots, je suis {au travail|dans le car|entre deux portes}.
Je ne pensais pas avoir quelque chose à dire ici, et puis si.
Bon courage à toutes et à tous, et un exemple.
Contrepoint amical.
J'ajoute une ligne au tableau.
Ce n'est pas grand-chose, mais c'est daté et sourcé.
Quelqu'un demandait un cas précis : en voici un.
`;

export const blanks: Record<string, string[]> = {
  ville: [
    'Val-Brézin',
    'Saint-Orain',
    'Port-Elvain',
    'Lannevert',
    'Les Coudrières',
    'Querbignac',
    'Ostremont',
    'Mérinvault',
    'Estrelles',
    'Cambrelin',
    'Haute-Fontenelle',
    'Sainte-Aubrine',
    'Vaugrenet',
    'Pont-Mélisse',
    'Bréhallec',
    'Courcelande',
  ],
  rue: [
    'rue des Tanneurs',
    'rue du Puits',
    'place de la Halle',
    'rue des Sardinières',
    'rue des Calfats',
    'rue du Lavoir',
    'rue des Ormes',
    'rue de la Filature',
    'rue des Étangs',
    'rue des Cuves',
    'place du Marché-aux-Oies',
    'rue des Cordiers',
    'rue de la Liberté',
    'rue des Abeilles',
    'rue Haute',
    'sente du Moulin',
    'rue des Trois-Lavandières',
    'place du Vieux-Pressoir',
  ],
  n: ['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'onze', 'treize', 'quatorze'],
  nn: ['18', '21', '24', '27', '33', '36', '38', '46', '52', '57', '64', '71', '83', '96'],
  eur: [
    '8 900',
    '12 600',
    '17 250',
    '23 400',
    '31 000',
    '48 700',
    '66 300',
    '72 150',
    '94 000',
    '118 500',
    '143 000',
    '205 000',
  ],
  jour: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  heure: ['6 h 40', '7 h 15', '8 h 05', '11 h 30', '13 h', '16 h 45', '18 h', '19 h 20', '21 h 10', '22 h 30'],
  voisin: [
    'ma voisine du dessus',
    'le boulanger',
    'la factrice',
    'mon beau-frère',
    'une ancienne collègue',
    'le gardien',
    'ma tante Ginette',
    'le professeur de musique',
    'la pharmacienne',
    'un pêcheur',
    'le chauffeur du car',
    'ma fille',
    'la présidente du club de tarot',
    'un livreur',
    'la bibliothécaire',
  ],
  elu: [
    "l'adjointe aux travaux",
    "l'adjoint à la sécurité",
    'le directeur des services',
    'une conseillère de la minorité',
    'le premier adjoint',
    'la secrétaire de mairie',
    'le chef de la police municipale',
    'la vice-présidente de la communauté de communes',
  ],
  lieu: [
    "devant l'école",
    'à la gare',
    'derrière le gymnase',
    'au rond-point',
    'sur le parking du stade',
    "à l'entrée du cimetière",
    'près du local des jeunes',
    'devant la médiathèque',
    'à la halte fluviale',
    'au pied des immeubles',
    "face à l'arrêt de car",
    'au-dessus de la fontaine',
  ],
  piece: [
    "l'autorisation préfectorale",
    'le plan d’implantation',
    "l'analyse d'impact",
    'le cahier des charges',
    "le contrat d'entretien",
    'la délibération et ses annexes',
    "le registre d'accès aux images",
    "l'avenant nº 2",
    'le procès-verbal de réception',
    'la convention de déport',
    "le rapport de l'audit",
    'le bon de commande',
  ],
  mot: [
    'tranquillité',
    'modernisation',
    'prévention',
    'apaisement',
    'sérénité',
    'attractivité',
    'cadre de vie',
    'innovation',
  ],
};
