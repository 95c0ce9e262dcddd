/** Two pages of prose: the rules, and what the server holds. Each section is a heading and its paragraphs. */
export const rules = {
  title: 'Charte et motifs de refus',
  lede: 'Une personne lit les messages avant que les autres les voient. Voici ce qu’elle regarde, et ce que vous pouvez attendre d’elle.',
  sections: [
    [
      'Comment se décide une publication',
      [
        'Ce que vous envoyez arrive dans la file d’attente. L’équipe de modération lit les messages dans l’ordre, du plus ancien au plus récent.',
        'Elle peut accepter, corriger un détail et accepter, vous renvoyer le texte avec un mot, ou refuser en donnant un motif. Elle note chaque décision dans un journal qui ne s’efface pas.',
        'Tant que rien n’est décidé, personne d’autre que vous et l’équipe ne voit votre message : ni son texte, ni son titre, ni votre nom.',
      ],
    ],
    [
      'Ce que vous pouvez faire de votre message',
      [
        'Le suivre, le corriger, le retirer, avec ou sans compte. Sans compte, l’adresse de suivi donnée après l’envoi est la seule clé : gardez-la.',
        'Un message paru peut être modifié : le texte paru reste en ligne tant que la modification n’est pas acceptée. S’il est retiré, il laisse une trace « retiré par son auteur·ice », sans son texte.',
      ],
    ],
  ] as [string, string[]][],
  reasons: 'Les motifs de refus',
  reasonsLede: 'Un refus porte toujours l’un de ces motifs, et souvent un mot d’explication.',
  writing: 'Mettre en forme',
  shortcuts: [
    ['Un paragraphe', 'une ligne vide'],
    ['Une citation', 'une ligne qui commence par >'],
    ['Une liste', 'des lignes qui commencent par un tiret'],
    ['Un lien', 'collez l’adresse, ou écrivez [le texte->l’adresse]'],
    ['En gras', '**deux étoiles** ou {{deux accolades}}'],
    ['En italique', '*une étoile* ou {une accolade}'],
  ] as [string, string][],
};

export const about = {
  title: 'Ce que ce serveur sait',
  lede: 'Le moins possible. Cette page dit ce qui est gardé, et ce qui ne l’est pas.',
  sections: [
    [
      'Pour lire',
      [
        'Rien n’est gardé. Aucun cookie n’est déposé, rien n’est demandé à un autre site, aucune page ne compte ses visites.',
        'Aucune adresse IP n’est écrite, ni dans la base de données, ni dans un fichier, ni dans un journal. Contre les envois en rafale, le serveur compte en mémoire, sous une clé tirée au hasard qui change chaque jour.',
      ],
    ],
    [
      'Pour écrire sans compte',
      [
        'Sont gardés : le texte, le titre s’il y en a un, le pseudonyme si vous en donnez un, le courriel si vous en donnez un, la date d’envoi et la décision.',
        'Le courriel n’est montré à personne, pas même à l’équipe de modération. L’adresse de suivi n’est pas gardée : le serveur n’en connaît que l’empreinte.',
        'Rien n’est envoyé à une adresse tant que la personne qui la lit ne l’a pas confirmé, sauf une demande de confirmation par jour au plus. Chaque courriel porte un lien pour n’en plus recevoir ; l’adresse est alors effacée du message. D’une adresse qui refuse tout courriel, il ne reste qu’une empreinte à clé, pour ne plus lui écrire.',
        'Un courriel dit ce qui a été décidé et où le lire. Il ne porte le texte de personne, ni image, ni mouchard.',
        'Un message retiré avant de paraître est effacé aussitôt, avec ses versions précédentes.',
      ],
    ],
    [
      'Pour s’inscrire à un atelier',
      [
        'Sont gardés : la date choisie, combien vous serez, le pseudonyme si vous en donnez un, si vous avez besoin d’un accès ou d’une aide, les rappels que vous voulez, le courriel si vous en donnez un, et votre rang. L’heure à laquelle vous vous êtes inscrit·e n’est pas gardée.',
        'Les personnes qui animent l’atelier lisent cela, mais pas le courriel, que personne ne voit, ni de quel compte vient l’inscription. Personne d’autre ne lit qui vient.',
        'Un courriel au sujet d’une inscription est fait de phrases toutes prêtes et d’un lien : il ne nomme ni l’atelier, ni le lieu, ni vous.',
        'Sept jours après la date, tout est effacé, avec ce qui a été écrit aux inscrit·es. Il reste combien se sont inscrites et combien sont venues.',
      ],
    ],
    [
      'Pour être prévenu·e des échéances d’un dossier',
      [
        'Sont gardés : le dossier, votre compte ou votre courriel, le moment de la demande, et les rappels que vous avez déjà eus. Personne d’autre ne le lit.',
        'Un courriel au sujet d’un dossier est fait de phrases toutes prêtes et d’un lien : il ne nomme ni le dossier, ni le lieu, ni vous. Tout est effacé quand vous arrêtez, sept jours après que le dossier n’est plus en ligne, et après trois jours si l’adresse n’est pas confirmée.',
      ],
    ],
    [
      'Les fichiers',
      [
        'Un fichier que vous joignez est refait à neuf, et ce qui est arrivé est effacé aussitôt : le nom du fichier, l’auteur, la position, l’appareil ne sont gardés nulle part. Personne ne le voit avant que quelqu’un de l’équipe l’ait regardé.',
        'Un fichier envoyé et jamais joint est effacé après un jour, un envoi interrompu après deux heures. Retiré avec son message, il l’est aussitôt ; refusé, quatorze jours après la décision, sauf si un recours est en cours. Dépublié par l’équipe, il est gardé aussi longtemps que le texte de son message.',
        'Ce que l’équipe caviarde est gardé sept jours, pour pouvoir revenir sur une erreur, puis effacé ; aussitôt, si elle le décide. Ce que vous caviardez vous-même est effacé aussitôt.',
        'Si l’équipe a installé un antivirus sur son serveur, il reçoit chaque fichier tel qu’il est arrivé. Une fois publiée, une page qui n’est qu’une image peut être lue par un programme de ce même serveur, pour que l’on puisse y chercher : ces mots portent la mention « texte reconnu ».',
      ],
    ],
    [
      'Avec un compte',
      [
        'Sont gardés : le pseudonyme, une empreinte du mot de passe, le courriel si vous en donnez un, le jour de l’inscription, le rôle, la langue choisie, ce que vous avez lu dans chaque sujet, et vos sessions ouvertes (leur jour, pas leur adresse ni leur appareil).',
        'Les notifications (ce qui est arrivé à vos messages, qui vous a répondu) sont gardées trois mois. Qu’un courriel est parti est noté quatorze jours, sans son adresse ni son texte.',
        'L’équipe de modération peut noter quelque chose sur un compte, pour elle seule, et suspendre un compte en disant pourquoi. Demandez-lui à lire ce qu’elle a noté sur vous : c’est votre droit.',
        'Deux cookies, déposés quand vous vous connectez. Le premier sert à vous reconnaître ; il disparaît quand vous vous déconnectez. Le second, un numéro tiré au hasard et signé, sans votre nom, n’est montré qu’à la page de connexion : il permet à ce navigateur de se connecter encore quand quelqu’un d’autre essaie des mots de passe à votre place. Il s’arrête avec le mot de passe, ou au bout d’un an ; le serveur ne le garde pas.',
      ],
    ],
    [
      'Ce que votre navigateur garde',
      [
        'Si les scripts sont permis, le brouillon d’un message reste dans votre navigateur jusqu’à l’envoi. Il ne va nulle part ailleurs. Sans script, tout marche aussi.',
        'L’adresse d’un fichier envoyé avant son message y reste aussi, dans ce seul onglet et jusqu’à l’envoi du message : c’est ce qui permet de reprendre après une coupure. Le nom du fichier n’y est pas.',
      ],
    ],
  ] as [string, string[]][],
  credits: {
    title: 'D’où viennent les données',
    towns: 'Les communes, leurs codes et leur population viennent de l’INSEE, de La Poste et de la DGCL, réunis par',
    positions: 'Leurs positions viennent de',
  },
};
