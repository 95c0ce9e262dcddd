/** Feeds and maps. */
export const feeds = {
  /** The title of an answer in a feed. */
  item: (title: string, number: number) => `${title}, nº ${number}`,
  atom: 'Flux Atom',
  rss: 'Flux RSS',
  mapTitle: 'Plan du site',
  mapLede: 'Tous les endroits de ce forum, sur une page.',
  mapSites: 'Sites dont les articles se commentent ici',
  mapForum: 'Le forum',
  opml: 'Les flux de toutes les catégories (OPML)',
  opmlAbout: 'à donner à un lecteur de flux, qui s’abonne à toutes',
};
