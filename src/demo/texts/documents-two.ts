export const documentsTwo = String.raw`
=== Récit d’audience : quarante minutes au tribunal
@ Sacha Lormier | documents | 214 | Cambrelin
J'y suis allé sans rien attendre. Salle claire, douze chaises, un plombier qui réparait le radiateur pendant les débats.

La rapporteure publique a parlé quatorze minutes. J'ai noté cette phrase : « {la commune ne peut se borner à invoquer la sécurité, elle doit établir en quoi ce dispositif-ci y contribue} ». L'avocat de la ville a rangé son stylo.

Décision dans trois semaines. En sortant, le plombier m'a demandé qui avait gagné. J'ai dit : « on saura bientôt ». Il a dit : « le radiateur, lui, c'est fichu ».
--- Odile Marchenoir
Merci de raconter comme ça. On croit que c'est une forteresse, c'est une pièce avec un radiateur.
--- Rémi Escoubet
Peut-on y aller à plusieurs ? Sans banderole évidemment.
--- Sacha Lormier > 3
C'est public. Téléphones éteints, on se lève quand le tribunal entre, et on ne ricane pas. À six, nous étions déjà la moitié de la salle.
--- Sacha Lormier
Annulation. Totale. Je suis dans mon escalier et je n'arrive pas à ouvrir ma porte, tellement je tremble. {{Annulation.}}

=== Mémoire en défense de la ville : relisons à plusieurs
@ Hélène Quintrec | documents | 198 | Cambrelin
Vingt-deux pages reçues hier. Je découpe : I. recevabilité, II. compétence, III. nécessité, IV. données. Qui prend quoi ? Réponses d'ici dix jours, en phrases courtes, avec le numéro de page.
--- Thibault Vasse
Je prends III. Page 13 ils écrivent que le dispositif a permis « de nombreuses élucidations ». Page 15 : « il est trop tôt pour dresser un bilan ». Les deux pages ne se sont pas parlé.
--- Inès Barbotin
Je prends IV. Ils confondent conservation et consultation d'un bout à l'autre. Trois pages suffiront.
--- Hélène Quintrec
Assemblé, envoyé, 17 pages. La phrase de Thibault est restée telle quelle, elle fait son effet.

=== Qui peut attaquer une délibération ?
@ Jibril | documents | 90 | Mérinvault
Question simple, réponses contradictoires autour de moi : faut-il habiter la commune ? être une association ? payer un avocat ? Je voudrais comprendre avant de réunir du monde.
--- Firmin Dastugue
Simplement : une personne qui habite la commune, ou une association dont les statuts parlent de ce sujet et de ce territoire. Pas d'avocat obligatoire dans ce type de recours en première instance. Deux mois à partir de la publication. C'est le délai qui tue, pas la procédure.
--- Louise-Anne
D'où l'intérêt d'une association avec des statuts écrits {avant} d'en avoir besoin. La nôtre parle de « pêche et cadre de vie ». Le cadre de vie nous a sauvés.

=== Le recommandé revenu « non réclamé »
@ Pâquerette | documents | 35 | Lannevert
Mon recommandé à la mairie est revenu. {Non réclamé}. Par la mairie. Dont c'est l'adresse. Avec quatre personnes à l'accueil.
--- Le Facteur
Ne l'ouvrez pas ! L'enveloppe fermée avec son tampon est votre meilleure pièce. Je vois ça deux fois par an, jamais par hasard.
--- Pâquerette > 2
Je l'ai posée sur la cheminée, fermée, comme une relique. Une copie est partie par courriel avec la photo de l'enveloppe.

=== Avis favorable, mairie muette
@ Aminata S. | documents | 58 | Saint-Orain
La CADA a dit oui sur toute la ligne. Quatre pages limpides. La mairie n'a pas bougé d'un cil depuis six semaines.

À quoi sert un avis si on peut s'asseoir dessus ?
--- Nadia Kherfi
À deux choses : il se cite au tribunal, et il se lit au conseil. La deuxième est plus rapide. Question orale, avis à la main, presse dans la salle.
--- Aminata S.
Lu par une conseillère hier. Le maire : « nous allions justement les envoyer ». Reçus à 9 h 02 ce matin, 14 pièces jointes, dont une photo du pot de départ de M. Untel.

=== La convention avec la gendarmerie
@ Rémi Escoubet | documents | 46 | Estrelles
La ville « déporte » ses images vers la brigade. Il existe une convention, citée par une délibération. Est-ce communicable, ou bien on me parlera de sûreté de l'État ?
--- Firmin Dastugue
La convention, oui en général, avec des passages cachés (horaires, itinéraires). On la demande avec ses annexes et la délibération qui l'autorise.
--- Rémi Escoubet
Obtenue. Article 6 : « {les parties conviennent de ne pas communiquer sur la présente} ». Un article 6 qui nous donne envie de communiquer.

=== Référé ou pas référé ? Retour d’expérience
@ Odile Marchenoir | documents | 64 | Val-Brézin
Les travaux commencent dans un mois. Le recours au fond prendra un an ou deux. On nous conseille un référé, d'autres nous le déconseillent.

Qui en a fait un, et que s'est-il passé, y compris si vous avez perdu ? {Surtout} si vous avez perdu.
--- Sacha Lormier
Perdu. L'urgence n'était pas reconnue : « les caméras pourront être démontées ». C'est vrai, et c'est cruel. Mais l'ordonnance nous a servi ensuite, parce que la ville s'y était engagée à ne pas activer l'analyse d'image.
--- Hélène Quintrec
Il faut montrer ce qui serait irréversible. Des images captées ne se décaptent pas. Préparez des attestations : qui passe là, pour aller où (un médecin, un local syndical, une école).
--- Odile Marchenoir
Nous avons onze attestations, dont celle d'une sage-femme. On se décide dimanche.
`;
