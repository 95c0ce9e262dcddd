/** What waits in the other categories; read by desk-script.ts, where the signs are explained. */
export const deskCategories = String.raw`
=== reply | Kenza | 7 | Collectionnons les fausses alertes
Nouvelle prise, gare de Port-Elvain : « intrusion » = la nettoyeuse de quai. Source : la nettoyeuse de quai.
=== reply | Paul | 13 | Mes parents sont pour
Mon père a fini par dire : « et si on mettait plutôt un banc ? » Je n'ai rien ajouté.
=== reply | Solveig | 26 | Glossaire
« {{Retour d'expérience}} » : une réunion où l'on raconte ce qu'on avait déjà décidé.
=== reply | Étudiante en statistiques | 41 | Collectionnons les fausses alertes
Avec un taux d'erreur de 1 % et dix mille passages par jour, cela fait cent alertes fausses, [le calcul est ici](https://calculs.example/fausses-alertes). Je peux venir l'expliquer un jeudi.
=== reply | Marceau 57 | 66 | Le stade de Mérinvault
Score final communiqué par le club : 4 112 personnes « comptées », pour 3 900 billets vendus.
=== reply | Mère d’élève | 84 | Le portique du lycée
Le conseil d'administration est le 12 à 18 h. Les parents ont deux voix, dont la mienne. Écrivez-moi ce que vous voulez y entendre.
=== reply | Louise-Anne | 107 | Notes : le commercial
Il est revenu ! Nouveau sac, même œil.
=== thread | Développeur repenti | 199 | videosurveillance-algorithmique | J’ai écrit un de ces logiciels, posez-moi vos questions
J'ai travaillé quatre ans à la détection de « comportements ». Je ne donnerai ni nom ni document, mais je peux expliquer ce que la machine calcule, ce qu'elle ne calcule pas, et comment on prépare une démonstration pour qu'elle marche.

Première réponse, à la question que vous n'avez pas posée : non, personne ne savait ce qu'était un comportement.
=== thread | Collectif de Brisemarée | 1015 | videosurveillance-algorithmique | Une « expérimentation » de drones à la plage
Arrêté affiché vendredi à 17 h, vol prévu samedi à 8 h, pour « compter les serviettes ». Nous avons demandé le contrat, la durée, et ce que devient le film.

Qui a déjà obtenu quelque chose dans ce délai ?
=== edit | 88 | Notes : le commercial | Séance publique
« apaisement » onze fois => « apaisement » treize fois
un très joli sac en toile avec un œil dessus. => un très joli sac en toile avec un œil dessus (photo à la permanence).
=== edit | 505 | Hyperviseur de Port-Elvain | Cent soixante-huit pages
Cent soixante-huit pages. => Cent soixante-douze pages avec les annexes.
Je prends 1 à 10. => Je prends 1 à 10 et les annexes.
=== edit | 1320 | Le portique du lycée | Ils installent
# Les portiques du lycée de Lannevert
Ils installent des portiques à l'entrée => Ils installent trois portiques à l'entrée
=== reply | Odile Marchenoir | 19 | Référé ou pas
Décision prise à sept voix contre quatre : nous déposons lundi. Merci, surtout à ceux qui ont perdu.
=== reply | Pâquerette | 49 | Le recommandé revenu
L'enveloppe a été ouverte devant l'huissier. Elle sentait la cheminée.
=== reply | Gaspard Trouvé | 77 | 212 pages reçues
Deuxième envoi : 208 pages, dont 12 noircies. Ils ont retrouvé leur gomme.
=== reply | Nouveau locataire | 126 | Les délais que j’ai collés
Est-ce que le mois court aussi pendant les vacances de la mairie ?
=== reply | Zélie Montfaucon | 177 | Où se cachent
Le recueil de ce mois fait 1 140 pages. J'ai trouvé la commune page 1 139.
=== reply | Hélène Quintrec | 263 | « Secret des affaires »
Nouvelle variante reçue hier : « secret des procédés artistiques ». Pour un mât.
=== thread | Colette B. | 350 | documents | On me demande une copie de ma carte d’identité
Pour consulter un dossier à la mairie, on veut garder une copie de ma carte d'identité « pour la traçabilité ». Ma nièce n'est plus à l'accueil, je ne peux plus lui faire les gros yeux.

Est-ce qu'ils en ont le droit ? J'ai proposé de la montrer et de la reprendre.
=== thread | promo juridique | 733 | documents | Avocat en ligne gratuit 24 h/24
Gagnez votre procès dès aujourd'hui, casino offert à l'inscription, réponse garantie : https://avocats.offres.example/go https://avocats.offres.example/casino
=== edit | 301 | Récit d’audience | J'y suis allé
a parlé quatorze minutes => a parlé seize minutes
=== reply | Docteur Mince | 1700 | 87 € de photocopies
Oubliez les photocopies, perdez du poids : méthode naturelle https://minceur.offres.example/go
=== reply | Une secrétaire de mairie | 2490 | Avis favorable
Je suis de l'autre côté du guichet. Souvent la réponse est prête, et c'est la signature qui manque. Appelez le secrétariat le mardi matin, jamais le lundi.
=== reply | Éloïse Granger | 96 | Matériel pour relever
Un niveau à bulle, pour la direction des tubes : il y en a dans le moindre téléphone, mais un vrai ne laisse pas de trace.
=== reply | Nour | 55 | Atelier enfants
Ma classe serait partante, vingt-trois enfants de six ans. Le hibou est-il fourni ?
=== reply | Menuisier à la retraite | 213 | Exposition : cherche mur
J'ai quarante baguettes de hêtre et du temps. Dites-moi le format et je coupe.
=== thread | Éloïse Granger | 390 | ateliers | Une balade à Querbignac au printemps ?
Dix-neuf caméras, un lavoir, un boulanger ouvert le dimanche : il me semble que tout y est. Je peux préparer le parcours si quelqu'un me montre comment vous faites.
=== reply | Randonneuse | 3350 | Balade cartographique
Le lien vers la carte dans le premier compte rendu ne marche plus, [celui-ci oui](https://carte.palabre.example/tanneurs).
=== reply | Bertrand Ménoire | 61 | Covoiturages
J'ai deux places dans ma fourgonnette, départ 7 h 40 devant la halle. Elle chauffe mais d'un seul côté.
=== thread | Bertrand Ménoire | 148 | coordination | Nouveau, je sais mettre en page
Bonjour, j'ai été imprimeur pendant trente ans. Si le fanzine a besoin de quelqu'un pour l'imposition, je suis là, et j'ai gardé le massicot.
`;
