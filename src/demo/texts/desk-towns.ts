/** What waits about towns; read by desk-script.ts, where the signs are explained. */
export const deskTowns = String.raw`
=== reply | Marie-Jo | 4 | Les caméras « temporaires »
Les guirlandes sont rangées à la mairie annexe, deuxième placard. Je peux passer les prendre.
=== reply | Voisin du 14 | 9 | Une caméra dans notre hall | Au 8 elle est débranchée
Et chez nous le gardien demande si quelqu'un veut racheter le téléphone.
=== reply | Rémi Escoubet | 16 | Querbignac | Demandez le taux
Précision : le chien avait ses papiers.
=== reply | Grand-père vigilant | 29 | La caméra de la déchetterie
Le soleil se lève maintenant derrière le hangar. Plus de contre-jour, donc plus d'excuse.
=== reply | Inès Barbotin | 37 | Consultation à Haute-Fontenelle
Bulletins reçus ce matin, dans un carton à chaussures. Je compte à nouveau ce soir, qui m'aide ?
=== reply | Bertrand Ménoire | 46 | Val-Brézin : 42 caméras
Bonjour, je viens d'arriver à Val-Brézin. L'étude dont vous parlez est-elle la même que celle du rond-point ?
=== reply | Une commerçante | 58 | La caméra qui surveille le boulodrome | Moi je l'ai demandée
Trois vitrines, ce n'est pas rien. On peut l'écrire sans être pour les caméras partout.
=== reply | Lycéenne de Lannevert | 71 | Une victoire minuscule
Au lycée aussi on veut un panneau ! Le nôtre dit « Établissement sous vidéo », sans aucune adresse.
=== reply | Thibault Vasse | 79 | Cambrelin : qui regarde
La réponse de la ville tient en une ligne : « le prestataire est tenu à la confidentialité ». Nous avions demandé qui, pas s'il était discret.
=== reply | - | 93 | Combien ça coûte
Ils ont encore voté une rallonge hier : 38 000 € pour « fiabiliser les flux ». Ça veut dire quoi ?
=== reply | Tonton Flash | 104 | Ostremont : verbalisé
Tous des vendus, à commencer par l'adjoint, cette balance qui note les plaques de ses voisins.
=== reply | Un agent territorial | 118 | Cambrelin : qui regarde | Le centre de supervision
Depuis le mois dernier la nuit est confiée à une ville voisine. La convention est passée en conseil le 4, elle se demande.
=== reply | Aminata S. | 139 | « Délinquance en baisse
Le même chiffre est dans notre bulletin, à la virgule près, pour une autre ville et une autre année. Page 3 aussi. Je mets les deux côte à côte pour la permanence.
=== reply | Éloïse Granger | 160 | Dix questions au maire
Est-ce que la note sur le coût annuel est arrivée depuis ? Je voudrais poser les mêmes questions chez moi, avec votre permission.
=== reply | Passante | 186 | Une caméra dans notre hall
Le bailleur du 8 pose les mêmes boîtiers rue des Voiliers. Photo du carton d'emballage si quelqu'un la veut, sans personne dessus.
=== reply | Yann-du-port | 221 | Port-Elvain : les mâts
Un quatrième mât cette nuit, au bout du môle. Les goélands l'ont déjà adopté.
=== thread | Nour | 33 | villes | Saint-Orain : une caméra devant l’école maternelle
Bonjour à toutes et à tous, c'est mon premier message.

Un mât a été posé pendant les vacances devant l'école des Glycines. Il n'y a pas encore de caméra dessus, seulement les câbles. La directrice n'est au courant de rien, la mairie dit « étude en cours ».

Est-ce que c'est le bon moment pour demander quelque chose, ou faut-il attendre la caméra ?
=== thread | Conseillère de quartier | 412 | villes | Qui a déjà siégé dans un « comité d’éthique » ?
On me propose une place dans le comité d'éthique de la vidéosurveillance. Deux réunions par an, pas d'ordre du jour, et le compte rendu est écrit par le service qui gère les caméras.

J'hésite entre refuser et y aller avec une liste de questions. Qui a essayé ?
=== edit | 52 | Dix questions au maire | Il a accepté.
(L'autorisation dit 74.) => (L'autorisation dit 78, j'avais sauté une page.)
Le jour. « Et la nuit ? » => Le jour, sauf le mercredi. « Et la nuit ? »
=== edit | 240 | Querbignac | Trois au lavoir
un seau, en 2012. => un demi-seau, en 2012.
=== edit | 655 | Consultation à Haute-Fontenelle | La mairie nous consulte.
Il paraît que je ne suis pas la seule. => Nous étions 94 sur 310 à l'ajouter, voir plus bas.
=== reply | kits pas chers | 1190 | La caméra de la déchetterie
Stop aux caméras avec notre brouilleur homologué, -40 % aujourd'hui : https://brouilleur.boutique.example/promo https://brouilleur.boutique.example/avis https://brouilleur.boutique.example/livraison https://brouilleur.boutique.example/garantie https://brouilleur.boutique.example/contact
=== reply | Colette B. | 1460 | Querbignac
Le lavoir est passé à quatre. J'ai compté deux fois, la deuxième avec mes lunettes.
=== reply | Une habitante des Tanneurs | 2030 | Val-Brézin : 42 caméras
J'ai retrouvé le plan du chevalet, mon fils l'avait pris en photo pour un exposé. Vingt-neuf points sont lisibles. À qui puis-je le montrer sans le mettre en ligne tout de suite ?
=== reply | Un riverain excédé | 2880 | La caméra qui surveille le boulodrome
Continuez à protéger les voyous, moi je sais très bien qui casse les voitures rue du Four et je vais mettre leurs photos ici.
`;
