import type { Catalogue } from '../../fr.js';

export const sharing: Catalogue['sharing'] = {
  share: 'Share this page',
  address: 'Address of this page',
  mail: 'By mail',
  mastodon: 'On Mastodon',
  mastodonTitle: 'Share on Mastodon',
  mastodonLede: 'Give the address of your server. Nothing is sent from here: you get a link, to follow or not.',
  mastodonServer: 'Your server',
  mastodonHint: 'For example: mastodon.example',
  mastodonAsk: 'Make the link',
  mastodonGo: (server) => `Write the post on ${server}`,
};
