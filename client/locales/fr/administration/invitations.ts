/** Links that give a role, and the first steps of whoever has just set a forum up. */
export const invitations = {
  title: 'Invitations',
  lede: 'Un lien donne un rôle à une personne, avec un nouveau compte ou avec le sien. Il sert une fois, pendant sept jours. L’administration ne se donne pas par un lien, mais à la page des membres.',
  limits: 'Où cette personne modère',
  everywhere: 'partout, et dans les catégories à venir',
  invite: 'Créer un lien',
  made: (role: string) => `Un lien pour un rôle : ${role}`,
  link: 'Adresse à donner à la personne',
  linkHint: 'Elle n’est montrée que maintenant et n’est gardée nulle part : copiez-la avant de quitter cette page.',
  open: 'Liens qui n’ont pas encore servi',
  none: 'Aucun lien n’est ouvert.',
  limitedTo: (names: string) => `pour ${names}`,
  until: (day: string) => `jusqu’au ${day}`,
  revoke: 'Révoquer',
  revokeWhat: (role: string, day: string) => ` le lien du ${day} : ${role}`,
  invited: (site: string) => `Vous êtes invité·e sur ${site}`,
  whatFor: (by: string, role: string) => `${by} vous propose un rôle : ${role}.`,
  inCategories: (names: string) => `Cela vaut pour ${names}.`,
  does: {
    moderator: 'La modération lit ce qui est envoyé avant que tout le monde le voie, et en décide.',
    organizer: 'L’organisation annonce, et ouvre des sujets là où seule l’équipe le peut.',
    member: 'Les membres écrivent sous leur nom et retrouvent ce qui leur a été répondu.',
  },
  once: (day: string) => `Le lien sert une fois, jusqu’au ${day}.`,
  join: 'Créer mon compte',
  accept: 'Accepter',
  withAccount: (name: string) => `Vous êtes connecté·e en tant que ${name} : ce compte recevra le rôle.`,
  notNeeded: (name: string) =>
    `Vous êtes connecté·e en tant que ${name}, et ce lien ne donnerait rien de plus à ce compte. Il peut encore servir à quelqu’un d’autre.`,
};

export const firstSteps = {
  title: 'Premiers pas',
  done: 'fait',
  categories: 'Les catégories',
  categoriesWhy: 'Où l’on parle, et qui lit. Celles de l’installation se renomment.',
  policy: 'Qui est lu avant de paraître',
  policyWhy: 'Cela se choisit catégorie par catégorie. Au début, tout le monde est lu.',
  charter: 'La charte',
  charterWhy: 'Ce que chacun·e peut attendre ici. Une fois écrite, elle est liée au pied de chaque page.',
  people: 'Les personnes',
  peopleWhy: 'Un lien d’invitation donne son rôle à qui modère ou organise avec vous.',
  mail: 'Le courriel',
  mailOn: 'Ce forum envoie des courriels à qui le demande.',
  mailOff:
    'Ce forum n’en envoie pas, et tout marche sans. Pour en envoyer, il faut SMTP_URL et MAIL_FROM au démarrage.',
};
