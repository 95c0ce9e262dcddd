/** The invented page of an invented newspaper, on which the demonstration shows a section as it stands elsewhere. */
export const demoArticle = {
  paper: 'Le Petit Val',
  motto: 'Journal local et indépendant, un jeudi sur deux',
  title: 'La place du marché passe sous vidéo',
  byline: 'jeudi 19 novembre 2026, par Camille Z.',
  caption: 'Un mât neuf, côté halle. Dessin de la rédaction.',
  paragraphs: [
    'Six mâts ont été dressés en deux nuits autour de la halle. Aucun panneau n’annonce encore qu’on y est filmé, et la mairie renvoie vers une délibération votée dix jours plus tôt, en onze minutes.',
    '«\u00a0On nous a demandé si le câble pouvait passer par la cave\u00a0», raconte une commerçante. Le plan d’implantation, lui, n’est consultable qu’à l’accueil, aux heures d’ouverture.',
    'Le service de l’urbanisme assure que l’étude préalable existe. Nous l’avons demandée\u202f; nous publierons la réponse, ou son absence.',
  ],
  link: 'Répondre à cet article',
  foot: 'Le Petit Val · page de démonstration, écrite pour montrer un forum d’article sur un autre site.',
  back: 'Retour au forum',
};
