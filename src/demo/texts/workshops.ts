export const workshops = String.raw`
=== Balade cartographique aux Tanneurs, samedi à 14 h
@ Rozenn Le Du | ateliers | 300 | Val-Brézin
Rendez-vous devant la médiathèque. On marche trois heures par équipes de deux, une par trottoir, on relève, on boit un thé.

-* quinze places, le parcours est accessible en fauteuil sauf la rue des Cuves (pavés) ;
-* venez {{sans téléphone ou en mode avion}} ;
-* apportez un crayon, il y a toujours plus de gens que de crayons.

On ne touche à rien, on ne photographie personne, on ne discute pas avec les vigiles : on sourit.
--- Maud Tessier
Je viens avec une amie. Est-ce que les enfants peuvent suivre ? Le mien a huit ans et repère les caméras mieux que moi.
--- Rozenn Le Du > 2
Avec joie. Il sera capitaine du trottoir pair.
--- Voisin du 14
Je ne peux pas marcher trois heures mais j'habite sur le parcours, au rez-de-chaussée : arrêtez-vous pour le thé chez moi. J'ai des tasses, j'en ai même trop.
--- Rozenn Le Du
Bilan : 63 caméras, dont 9 sans aucun panneau, 1 averse, 14 tasses. Merci à la fenêtre du rez-de-chaussée.

=== Lannevert sous la pluie : compte rendu
@ Pâquerette | ateliers | 284 | Lannevert
Nous étions sept sous quatre parapluies. Relevé : 31 caméras publiques, 22 privées, 1 fausse (une boîte vide avec une diode, rue des Ormes, elle fait illusion de loin).

Découverte du jour : en marchant, on lève la tête. En levant la tête, on a vu des corniches, un cadran solaire, une dame à son balcon qui nous a demandé ce qu'on cherchait. Elle nous en a montré trois de plus.
--- Jibril
La dame au balcon devrait être embauchée. Elle sait depuis quand, par qui, et à quelle heure ils ont bloqué la rue.
--- Yann-du-port
La fausse compte aussi, à mon avis. Elle fait le même travail que les vraies sur la tête des gens, et elle ne consomme rien.

=== Matériel pour relever discrètement (et poliment)
@ Zélie Montfaucon | ateliers | 268 | Estrelles
Ma besace, après douze sorties :

1. un carnet quadrillé, pas une application ;
2. un crayon gras, l'encre n'aime pas la bruine ;
3. un plan imprimé en grand, une feuille par quartier ;
4. un mètre ruban pliant (les gens adorent, ils viennent parler) ;
5. des chaussures.

L'appareil photo vient au second passage, et seulement pour les panneaux.
--- Loïc Penhoët
J'ajoute un gilet jaune fluo. Avec un gilet et un carnet, personne ne demande jamais rien. C'est un peu inquiétant, d'ailleurs.
--- Solveig
Pour reporter ensuite sur la carte libre : pas de nom de personne, pas d'adresse de particulier, et une direction en degrés plutôt qu'une flèche. 0 au nord, 90 à l'est.
--- Grand-père vigilant
Une boussole, donc. J'en ai une de l'armée. Elle va enfin servir à quelque chose de bien.

=== Lire un marché public à douze, un soir de semaine
@ Loïc Penhoët | ateliers | 253 | Port-Elvain
Salle du Calfat, jeudi, 19 h – 21 h 30. Chacun·e reçoit quinze pages et un surligneur. À 20 h 30 on raconte.

Il ne faut rien savoir. Je dirais même que ceux qui savent lisent moins bien : ils sautent des lignes.
--- Colette B.
Je confirme. J'ai trouvé la clause de reconduction tacite parce que je lis tout, comme le dos des boîtes de médicaments.
--- Inès Barbotin
On pourrait faire la même chose à Haute-Fontenelle ? J'ai une salle, neuf chaises et pas encore de cahier des charges.
--- Loïc Penhoët > 3
Je viens avec le nôtre et trois chaises pliantes.

=== Permanence « demandes de documents », un jeudi sur deux
@ Firmin Dastugue | ateliers | 238 | Querbignac
Au fond du café de la Poste, table sous l'horloge arrêtée. On vient avec une question, on repart avec une lettre à poster. Sans rendez-vous, sans compte, sans jargon.

La prochaine est maintenue même si je suis seul, j'aime bien ce café.
--- Aminata S.
J'y suis venue avec une boîte à chaussures de courriers. Repartie avec une chemise, trois intercalaires et de l'espoir.
--- Firmin Dastugue
Attention : la séance de cette semaine est {{annulée}}, le café marie sa fille. Toutes nos félicitations. Reprise dans quinze jours.
--- Colette B.
L'horloge a été réparée pour le mariage. Elle avance de dix minutes. Tenez-en compte pour les délais de recours.

=== Exposition : cherche mur
@ Inès Barbotin | ateliers | 222 | Haute-Fontenelle
Quarante photographies de caméras de nos villes, toutes prises par des habitant·es, format A3, encadrées avec des baguettes de récupération. Il nous manque un mur d'environ douze mètres, au sec, pour un mois.

La mairie a refusé la salle d'attente de l'état civil, « pour ne pas inquiéter ».
--- Un commerçant de la halle
J'ai le long mur de ma réserve, côté rue, vitré. Les gens regardent du trottoir. Je prends.
--- Inès Barbotin > 2
C'est magnifique et c'est très drôle : une exposition de caméras derrière une vitrine filmée. On installe lundi.
--- Passante
Vue hier soir, à la lampe de poche parce que la rue n'est pas éclairée. La photo du nid d'hirondelles sur le boîtier est la plus belle.

=== Fanzine : il nous faut un titre
@ Jibril | ateliers | 54 | Mérinvault
Seize pages, agrafées, deux couleurs. Sommaire prêt, titre introuvable. Candidats :

-* {Angle mort}
-* {Sans but apparent}
-* {Lève la tête}
-* {Champ, contrechamp}

Un vote par personne, et la mauvaise foi est autorisée.
--- Lycéenne de Lannevert
{Sans but apparent}. Sans hésiter. Je veux ça sur un tee-shirt.
--- Kenza
{Lève la tête}, parce que c'est un conseil utile même sans le fanzine.
--- Jibril
{Sans but apparent} l'emporte, 19 voix contre 14. {Lève la tête} sera le titre du numéro 2, s'il y en a un, donc il y en aura un.

=== Atelier enfants : la chasse aux yeux
@ Louise-Anne | ateliers | 12 | Mérinvault
Idée testée avec les CM2 : on donne un plan de l'école et on demande de colorier tout ce qui regarde. Ils ont trouvé les deux caméras, le hibou empaillé, le portrait du fondateur, le chat, et la directrice.

Ensuite : qui, parmi ceux-là, se souvient de ce qu'il a vu ? Le débat a duré jusqu'à la cloche. Le hibou a divisé.
--- Bénédicte Orval
Excellent. On peut reprendre l'idée au centre de loisirs ? Je citerai le hibou.
--- Pâquerette
Ma fille a rapporté le plan à la maison et a colorié son père, qui demande le droit à l'oubli.

=== Rendre nos réunions possibles pour tout le monde
@ Bénédicte Orval | ateliers | 66 | Lannevert
Nous sommes souvent les mêmes. J'ai demandé autour de moi pourquoi on ne vient pas : l'heure (7 réponses), les enfants (6), « je ne saurais pas quoi dire » (9), l'escalier (2).

Propositions : une réunion sur deux à 11 h le samedi, deux personnes qui gardent les enfants à tour de rôle, la salle du bas, et un premier tour de table où l'on a le droit de passer.
--- Maud Tessier
« Je ne saurais pas quoi dire » : c'était moi, il y a un an. Ce qui m'a aidée, c'est qu'on m'a donné une tâche précise. J'ai tenu la feuille des mesures. Ensuite j'ai parlé.
--- Tomasz
Je peux garder les enfants, je sais faire la voix du loup et éplucher des radis en rosace.

=== La carte : dôme, tube, tourelle, comment les nommer ?
@ Solveig | ateliers | 97 | Port-Elvain
Nos relevés emploient onze mots pour quatre objets. Je propose de s'en tenir à :

|{{Mot}}|{{On la reconnaît à}}|
|tube|un cylindre qui vise un endroit|
|dôme|une demi-sphère, on ne voit pas où elle regarde|
|tourelle|un dôme qui tourne et zoome|
|multiple|plusieurs yeux sur un même boîtier|

Et pour tout : hauteur, direction, panneau oui/non, date. D'accord ?
--- Yann-du-port
D'accord. Et « interphone » pour les petites au-dessus des sonnettes, il y en a plus que de mouettes.
--- Solveig > 2
Ajouté. Et « fausse » aussi, à la demande de Lannevert.
`;
