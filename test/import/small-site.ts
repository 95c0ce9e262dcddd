import type { Site, Value } from './spip-dump.js';

const utf8AsLatin1 = (text: string): string => new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8'));
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** On article 331, unless said otherwise. */
function message(id: number, minute: number, words: Record<string, Value>): Record<string, Value> {
  const at = `2024-07-02 ${String(10 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
  return {
    id_forum: id,
    id_objet: 331,
    id_thread: id,
    date_heure: at,
    titre: 'La rénovation du gymnase',
    email_auteur: `SECRET-mail-${id}@example.org`,
    ...words,
  };
}

export const LONG = `${'Un paragraphe qui ne finit pas de dire la même chose. '.repeat(30).trim()}\n\n`
  .repeat(28)
  .trim();

/** A little of everything that a site of SPIP holds after twenty years. */
export const smallSite: Site = {
  articles: [
    { id_article: 331, titre: '12. {La rénovation} du gymnase', date: '2024-07-01 08:00:00' },
    { id_article: 332, titre: 'Le marché du samedi', date: '2024-07-01 09:00:00', accepter_forum: 'pos' },
    { id_article: 333, titre: 'SECRET-brouillon', statut: 'prepa' },
    { id_article: 334, titre: 'Un vieil article', accepter_forum: 'non' },
    { id_article: 335, titre: '<multi>[fr]Ô[en]Oh</multi>', accepter_forum: 'abo', lang: 'en' },
  ],
  auteurs: [{ id_auteur: 1, nom: 'Le bureau' }],
  meta: [
    { nom: 'adresse_site', valeur: 'https://feuille.example' },
    { nom: 'nom_site', valeur: 'La Feuille' },
    { nom: 'type_urls', valeur: 'propres' },
    { nom: 'alea_ephemere', valeur: 'SECRET-alea' },
  ],
  urls: [
    { url: 'l-ancien-nom', id_objet: 331, date: '2024-07-01 08:00:00' },
    { url: 'La-rénovation', id_objet: 331, date: '2024-07-01 09:00:00' },
    { url: 'Une-rubrique', type: 'rubrique', id_objet: 331, date: '2024-07-02 09:00:00' },
  ],
  visites: [{ visites: 12 }],
  forum: [
    message(1, 0, {
      auteur: 'Zoé',
      texte: "Bonjour {{à tous}} !\n\nVoir [le marché->art332] ou <code>l'&eacute;t&eacute;</code>.",
    }),
    message(2, 10, { auteur: 'Amina', id_parent: 1, titre: 'Re : La rénovation du gymnase', texte: 'Une réponse.' }),
    message(3, 20, {
      auteur: '',
      id_auteur: 1,
      id_parent: 2,
      titre: 'Réponse du bureau',
      texte: 'Une réponse à la réponse.',
    }),
    message(4, 30, { auteur: 'Lou', statut: 'prop', email_auteur: 'lou@example.org', texte: 'WAITING une première.' }),
    message(5, 31, { statut: 'off', texte: 'SECRET supprimé' }),
    message(6, 32, { statut: 'spam', texte: 'SECRET indésirable' }),
    message(7, 33, { statut: 'privrac', id_objet: 0, objet: '', texte: 'SECRET de la rédaction' }),
    message(8, 34, { statut: 'prive', texte: 'SECRET sur l’article' }),
    message(9, 35, { objet: 'breve', id_objet: 331, texte: 'SECRET sur une brève' }),
    message(10, 36, { id_objet: 333, texte: 'SECRET sur un brouillon' }),
    message(11, 37, { id_objet: 336, texte: 'SECRET sur un article absent' }),
    message(12, 38, { texte: ' \n ', auteur: 'SECRET vide' }),
    message(13, 39, { auteur: 'Bastien', titre: 'Et la piscine ?', texte: '' }),
    message(14, 40, { auteur: 'Bastien', titre: 'Le sol', texte: 'Il glisse.' }),
    message(15, 41, { auteur: 'Chloé', id_parent: 5, texte: 'Réponse à un message supprimé.' }),
    message(16, 42, { auteur: 'Chloé', id_parent: 999, texte: 'Réponse à un message absent.' }),
    message(17, 43, { auteur: 'Chloé', id_parent: 4, texte: 'Réponse à un message qui attend.' }),
    message(18, 44, { auteur: 'Dina', id_parent: 19, texte: 'Un rond.' }),
    message(19, 45, { auteur: ' ... ', id_parent: 18, texte: 'Un autre rond.' }),
    message(20, 0, { auteur: 'Élie', date_heure: '0000-00-00 00:00:00', texte: 'Sans date.' }),
    message(21, 0, { auteur: 'Élie', date_heure: '2038-01-01 00:00:00', texte: 'Du futur.' }),
    message(22, 46, { auteur: utf8AsLatin1('René'), texte: latin1('Un \xe9t\xe9 en latin1.') }),
    message(23, 47, { auteur: 'jean@example.org', texte: utf8AsLatin1('L’été de Jean, à 3 €.') }),
    message(24, 48, { auteur: 'NÁDIA', texte: 'Je ne suis pas Nadia.' }),
    message(25, 49, { auteur: 'Fanny', texte: LONG }),
    message(26, 0, {
      auteur: 'Gaël',
      id_parent: 1,
      date_heure: '2024-07-02 09:30:00',
      texte: 'Une réponse datée d’avant.',
    }),
    message(27, 50, { auteur: 'Très '.repeat(20), texte: 'Un nom trop long.' }),
    message(28, 51, { id_objet: 334, titre: '', auteur: 'Hugo', texte: 'Sur un forum fermé.' }),
    message(29, 52, { id_objet: 335, titre: '', auteur: 'Ivy', texte: 'Well said : yes.' }),
    message(30, 53, { statut: 'redac', texte: 'SECRET jamais envoyé' }),
    message(31, 54, { statut: 'bizarre', texte: 'SECRET bizarre' }),
    message(32, 55, {
      auteur: 'Jo',
      nom_site: 'Mon site',
      url_site: 'https://jo.example/',
      texte: 'Avec un lien à côté.',
    }),
    message(33, 56, { auteur: 'Jo', texte: 'l&#8217;&eacute;t&eacute; &lt;b&gt;, <img src=x onerror=alert(1)>' }),
    message(34, 57, {
      auteur: 'Lou',
      statut: 'prop',
      id_parent: 2,
      email_auteur: 'pas une adresse',
      texte: 'WAITING une réponse.',
    }),
  ],
};
