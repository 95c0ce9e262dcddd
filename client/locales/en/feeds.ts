import type { Catalogue } from '../fr.js';

export const feeds: Catalogue['feeds'] = {
  item: (title, number) => `${title}, no. ${number}`,
  atom: 'Atom feed',
  rss: 'RSS feed',
  mapTitle: 'Site map',
  mapLede: 'Every place of this forum, on one page.',
  mapSites: 'Sites whose articles are commented here',
  mapForum: 'The forum',
  opml: 'The feeds of all categories (OPML)',
  opmlAbout: 'for a feed reader, which follows them all',
};
