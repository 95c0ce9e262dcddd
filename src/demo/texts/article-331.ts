/**
 * What is said of the article; read by comments.ts: `=== who | minutes ago | moderator's delay or « waits » | answered
 * number`.
 */
export const article331 = String.raw`
=== Une riveraine | 16 900 | 48 |
Le marché du mardi est filmé depuis l'été, il n'y a aucun panneau. J'ai demandé au placier, il a levé les yeux et il a dit « ah tiens ».
=== Fromager du mardi | 15 300 | 95 |
Je vends là depuis dix-neuf ans. Personne ne m'a demandé mon avis, ni pour, ni contre. Le seul vol dont je me souvienne, c'est une mouette.
=== Gaspard Trouvé | 14 100 | 31 | 1
Le panneau est une obligation, et il doit dire qui regarde, combien de temps, et à qui écrire. Demandez aussi la date de l'autorisation : elle n'est pas toujours antérieure aux caméras.
=== - | 12 600 | 64 |
Encore un article à charge. Et la sécurité des commerçants, on en parle quand ?
=== Fromager du mardi | 12 100 | 22 | 4
On peut en parler avec moi, je suis là de 6 h à 13 h. J'ai une chaise pour les clients.
=== Maud Tessier | 9 900 | 17 |
Bravo pour le tableau des coûts. Il manque peut-être l'électricité : <q>3 100 € par an</q> d'après le budget supplémentaire, [page 14->https://budget.val-brezin.example/supplementaire].
=== La rédaction | 9 500 | 12 | 6
Merci, c'est corrigé dans l'article, avec la date de la correction.
=== Lycéenne de Lannevert | 6 400 | 41 |
Notre classe est venue dessiner les caméras du marché, on en a trouvé <del>cinq</del> <ins>sept</ins>. Le dessin est au CDI.
=== Grand-père vigilant | 5 200 | 150 | 8
Sept, c'est aussi ce que je trouve, en comptant celle de la pharmacie.
=== Zélie Montfaucon | 2 900 | 26 |
Une question au journal : la photo d'ouverture est-elle prise depuis la rue ? On y reconnaît une plaque. Le reste de l'article est impeccable.
=== La rédaction | 2 700 | 9 | 10
Photo recadrée, merci de l'avoir vu.
=== Passante | 390 | 55 |
Ce matin il y avait un panneau. Tout neuf, tout petit, à l'envers.
=== Mécontent du marché | 84 | waits |
Le type qui a posé ça habite rue du Lavoir, je le connais, son numéro c'est le 06 00 00 00 00, appelez-le tous.
=== Colette B. | 21 | waits | 12
À l'envers chez nous aussi ! C'est peut-être une norme.
`;
