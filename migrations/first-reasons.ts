/** Of each: French, then English. */
type Both = readonly [string, string];

/**
 * The reasons that a new forum begins with; the administrators' to change. `names` stand in lists, `abouts` on the
 * page of the rules, `bodies` are what the author reads unless the moderator writes something else.
 */
export const FIRST_REASONS: readonly { code: string; names: Both; abouts: Both; bodies: Both }[] = [
  {
    code: 'off-topic',
    names: ['hors sujet', 'off topic'],
    abouts: [
      'Le message parle d’autre chose que le sujet. Il trouvera souvent sa place dans un autre sujet.',
      'The post is about something other than the thread. It will often find its place in another one.',
    ],
    bodies: [
      'Votre message parle d’autre chose que « {thread} ». Il trouvera sans doute sa place dans un autre sujet, ou dans un nouveau.',
      'Your post is about something other than “{thread}”. It will probably find its place in another thread, or in a new one.',
    ],
  },
  {
    code: 'personal-data',
    names: ['données personnelles d’une personne', 'personal data of somebody'],
    abouts: [
      'Un nom, une adresse, un numéro, une photo ou une plaque permet de retrouver une personne qui ne l’a pas choisi.',
      'A name, an address, a number, a photograph or a number plate lets others find a person who did not choose it.',
    ],
    bodies: [
      'Votre message permet de retrouver une personne qui ne l’a pas choisi. Sans ce détail, nous le publierons volontiers.',
      'Your post lets others find a person who did not choose it. Without that detail we will gladly publish it.',
    ],
  },
  {
    code: 'insult',
    names: ['propos injurieux ou discriminatoires', 'insulting or discriminating words'],
    abouts: [
      'Le message attaque une personne ou un groupe de personnes au lieu de répondre à ce qui est dit.',
      'The post attacks a person or a group of people instead of answering what is said.',
    ],
    bodies: [
      'Votre message attaque des personnes au lieu de répondre à ce qui est dit. La charte du forum est à l’adresse {rules}.',
      'Your post attacks people instead of answering what is said. The rules of the forum are at {rules}.',
    ],
  },
  {
    code: 'unsourced',
    names: ['affirmation grave sans source', 'a serious claim without a source'],
    abouts: [
      'Le message accuse ou affirme un fait grave sans document ni témoignage qui l’établisse.',
      'The post accuses or states something serious without a document or a testimony that shows it.',
    ],
    bodies: [
      'Votre message affirme un fait grave. Ajoutez d’où vous le tenez, par un lien ou un document, et envoyez-le de nouveau.',
      'Your post states something serious. Add where you have it from, by a link or a document, and send it again.',
    ],
  },
  {
    code: 'advertising',
    names: ['publicité', 'advertising'],
    abouts: [
      'Le message est là pour vendre ou pour faire connaître un produit.',
      'The post is there to sell something or to make a product known.',
    ],
    bodies: ['Ce forum ne publie pas de publicité.', 'This forum publishes no advertising.'],
  },
  {
    code: 'duplicate',
    names: ['doublon', 'duplicate'],
    abouts: [
      'Le même message, ou presque, a déjà été publié.',
      'The same post, or nearly so, has been published already.',
    ],
    bodies: [
      'Le même message, ou presque, a déjà été publié.',
      'The same post, or nearly so, has been published already.',
    ],
  },
  {
    code: 'illegal-call',
    names: ['appel à une action illégale', 'a call to break the law'],
    abouts: [
      'Le message invite à une action que la loi punit.',
      'The post invites others to do what the law punishes.',
    ],
    bodies: [
      'Votre message invite à une action que la loi punit : le publier mettrait en danger le forum et celles et ceux qui y écrivent.',
      'Your post invites others to do what the law punishes: to publish it would endanger the forum and those who write here.',
    ],
  },
  {
    code: 'unreadable',
    names: ['illisible ou incomplet, à reformuler', 'unreadable or incomplete, to be put otherwise'],
    abouts: [
      'Le message ne se comprend pas, ou il s’arrête en chemin.',
      'The post can’t be understood, or stops halfway.',
    ],
    bodies: [
      'Nous n’avons pas compris votre message, ou il s’arrête en chemin. Reformulez-le et envoyez-le de nouveau.',
      'We have not understood your post, or it stops halfway. Put it otherwise and send it again.',
    ],
  },
  {
    code: 'answered',
    names: ['déjà répondu', 'answered already'],
    abouts: ['La réponse se trouve déjà sur le forum.', 'The answer stands on the forum already.'],
    bodies: [
      'La réponse à votre question se trouve déjà sur le forum.',
      'The answer to your question stands on the forum already.',
    ],
  },
  {
    code: 'other',
    names: ['autre', 'other'],
    abouts: [
      'Aucun des motifs ci-dessus ; la personne qui décide l’explique en quelques mots.',
      'None of the reasons above; whoever decides explains it in a few words.',
    ],
    bodies: ['', ''],
  },
];
