/** Links to pass something on. */
export const sharing = {
  share: 'Partagez la page',
  address: 'Adresse de cette page',
  mail: 'Par courriel',
  mastodon: 'Sur Mastodon',
  mastodonTitle: 'Partager sur Mastodon',
  mastodonLede: 'Donnez l’adresse de votre serveur. Rien n’est envoyé d’ici : vous obtenez un lien, à suivre ou non.',
  mastodonServer: 'Votre serveur',
  mastodonHint: 'Par exemple : mastodon.example',
  mastodonAsk: 'Préparer le lien',
  mastodonGo: (server: string) => `Écrire le message sur ${server}`,
};
