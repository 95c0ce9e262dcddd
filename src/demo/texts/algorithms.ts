export const algorithms = String.raw`
=== La « vidéo intelligente », c’est quoi au juste ? Questions de débutant·e
@ Maud Tessier | videosurveillance-algorithmique | 330 | Val-Brézin
Je commence à peine, alors j'ose les questions bêtes :

1. Est-ce que la caméra comprend ce qu'elle voit ?
2. Faut-il de nouvelles caméras, ou les anciennes suffisent ?
3. Quelle différence avec la reconnaissance faciale ?

Répondez-moi comme à quelqu'un d'intelligent qui n'a jamais ouvert un ordinateur.
--- Kenza
1. Non. Elle compte des points qui bougent et compare avec des exemples. Elle ne voit pas « une personne qui attend », elle voit un tas de points resté trop longtemps au même endroit.
2. Souvent les anciennes suffisent : c'est un logiciel, installé ailleurs, sur les mêmes images.
3. Le visage n'est qu'une manière de suivre quelqu'un. La démarche, le sac, la couleur du manteau en sont d'autres.
--- Grand-père vigilant
J'ai 77 ans et j'ai compris. Je reste au même endroit très longtemps tous les jours, sur mon banc. Je suis donc un événement.
--- Maud Tessier > 3
Vous êtes le premier événement que j'aimerais rencontrer. Quel banc ?
--- Jibril
Une image qui m'a aidé : une caméra classique est un tiroir, on l'ouvre après coup. Une caméra avec analyse est un chien, il aboie quand il veut et c'est lui qui choisit.

=== Hyperviseur de Port-Elvain : lisons le cahier des charges ensemble
@ Loïc Penhoët | videosurveillance-algorithmique | 312 | Port-Elvain
Cent soixante-huit pages. Je propose que chacun·e en prenne dix. Le document est [sur le profil d'acheteur de la ville->https://marches.port-elvain.example/consultation/8814].

Règle du jeu : on cite la page, on recopie la phrase, on dit en une ligne ce qu'elle veut dire. Pas de commentaire avant d'avoir lu.

Je prends 1 à 10. Page 4 : « <q>une solution ouverte à l'intégration ultérieure de briques analytiques</q> ». En français : on achète la prise maintenant, on branchera l'appareil plus tard.
--- Solveig
Pages 11 à 20. Page 17 : <q>détection de présence prolongée dans une zone paramétrable</q>. Une zone paramétrable, c'est n'importe où. Une présence prolongée, c'est un banc.
--- Rémi Escoubet
Pages 21 à 30, que des câbles. Mais page 29 : <q>le titulaire assure la reprise des flux du réseau de transport</q>. Donc le tram aussi.
--- Hélène Quintrec
Pages 51 à 60. Page 58, la durée : <q>les métadonnées ne sont pas soumises à la purge des images</q>. Autrement dit on efface le film et on garde le résumé. C'est la phrase la plus grave que j'aie lue jusqu'ici.
--- Yann-du-port
Pages 61 à 70. Je ne comprends rien, mais page 66 il y a une photo de mon bateau.
--- Loïc Penhoët > 4
>>4 les métadonnées ne sont pas soumises à la purge des images
Je la remonte en tête du résumé. Trente jours pour l'image, et pour sa description : rien d'écrit, donc toujours.

=== « Maraudage » : essayons de définir
@ Sacha Lormier | videosurveillance-algorithmique | 296 | Cambrelin
Le logiciel proposé à Cambrelin détecte le « maraudage ». Dans le dictionnaire c'est voler des fruits. Dans la plaquette, c'est « {stationnement d'un individu sans but apparent supérieur à 300 secondes} ».

Cinq minutes sans but apparent. J'ai essayé hier, devant la poste. C'est long, c'est délicieux, et j'ai vu passer tout le quartier.
--- Colette B.
J'attends mon petit-fils à la sortie du judo dix minutes chaque mercredi, sans autre but apparent que lui.
--- Lycéenne de Lannevert
Ma vie entière est supérieure à 300 secondes sans but apparent.
--- Bénédicte Orval
On rit, mais qui reste dehors longtemps ? Les jeunes sans argent pour le café, les vieux, les gens sans maison. Ce réglage n'est pas neutre : il désigne toujours les mêmes.

=== Le stade de Mérinvault veut « essayer » pour un seul match
@ Marceau 57 | videosurveillance-algorithmique | 279 | Mérinvault
Le club annonce un essai de comptage « anonyme » le temps d'un match. Un seul. Gratuit, offert par Omniveille.

J'ai travaillé vingt ans dans la vente. Quand c'est gratuit et que ce n'est qu'une fois, c'est que le prix est dans la deuxième fois.
--- Thibault Vasse
L'essai gratuit à Cambrelin a duré quatorze mois. Il n'y a jamais eu de marché public, donc jamais de document, donc jamais de débat.
--- Jibril
Les supporters ont préparé une banderole : « COMPTEZ PLUTÔT LES BUTS ». Avec l'équipe qu'on a, le logiciel ne risque pas la surchauffe.
--- Marceau 57
Le club a reculé : « question de calendrier ». Zéro partout, un point chacun.

=== Notes : le commercial d’Omniveille devant notre conseil
@ Louise-Anne | videosurveillance-algorithmique | 263 | Mérinvault
Séance publique, quarante minutes de diapositives. Mes notes en vrac :

- il dit « apaisement » onze fois, « contrôle » zéro fois ;
- la démonstration est un film, pas un direct (« pour des raisons de confidentialité », ce qui ne manque pas d'humour) ;
- à la question sur les erreurs : « le système apprend » ;
- à la question « de quoi apprend-il ? » : silence, puis « de vous tous ».

Il avait un très joli sac en toile avec un œil dessus.
--- Inès Barbotin
« De vous tous. » Nous sommes donc le personnel non rémunéré d'Omniveille.
--- Tomasz
Avez-vous pensé à demander les diapositives ? Projetées en séance publique, elles se communiquent.
--- Louise-Anne > 3
Demandées, reçues, 44 pages. La diapositive 31 avait été sautée pendant la présentation. Elle s'appelle « Freins à l'acceptabilité » et nous y sommes, en photo, avec notre banderole.

=== Les compteurs de vélos, faux amis ?
@ Cycliste | videosurveillance-algorithmique | 248 | Saint-Orain
Notre association a demandé des compteurs à vélos pendant dix ans. On nous propose enfin... une caméra qui reconnaît les vélos. Et les piétons. Et les trottinettes. Et « les regroupements ».

Je suis très embêté, parce que j'en voulais, des chiffres.
--- Le Facteur
Un tuyau en caoutchouc en travers de la piste compte les vélos depuis soixante ans et n'a jamais dénoncé personne.
--- Gaspard Trouvé
La bonne question n'est pas « quoi compter » mais « qu'est-ce qui reste après ». Tuyau : un nombre. Boucle au sol : un nombre. Caméra : un film, puis peut-être un nombre.
--- Cycliste
Position votée hier soir, 31 voix contre 2 : les boucles au sol, ou rien. C'est plus cher de 900 €, on a proposé de passer le chapeau.

=== Tram : « bagage abandonné » est un landau
@ Aminata S. | videosurveillance-algorithmique | 233 | Port-Elvain
Station Arsenal, ce matin, rame arrêtée vingt-cinq minutes : alerte automatique « objet abandonné ». C'était un landau. Avec le bébé dedans. Et la mère à deux mètres, qui achetait son ticket.

On a tous été évacués par une annonce enregistrée qui disait merci de notre vigilance.
--- Passante
J'y étais. Le bébé dormait. C'est le seul qui a bien vécu l'intervention.
--- Kenza
Je collectionne ces cas. L'exploitant a-t-il dit combien d'alertes par jour ? Sans le nombre total on ne peut rien dire du taux d'erreur.
--- Aminata S. > 3
Réponse du service clientèle : « quelques-unes ». J'ai redemandé. « Plusieurs. »

=== Collectionnons les fausses alertes
@ Kenza | videosurveillance-algorithmique | 218 | Port-Elvain
Chaque fois qu'un élu ou un article reconnaît une erreur, notez-la ici : lieu, date, ce que la machine a vu, ce que c'était.

Pour lancer :

| {{Vu par la machine}} | {{En vrai}} |
| attroupement | un enterrement |
| chute | un lacet |
| feu | le coucher du soleil sur la vitrine du boucher |
| intrusion | le chat de la gardienne |
--- Rémi Escoubet
Estrelles : « rixe » = cours de tango en plein air. Source : le professeur de tango, encore vexé.
--- Un agent territorial
Chez nous : « véhicule à contresens » = un reflet. Tous les matins à 8 h 10 pendant deux semaines. On a mis un rideau.
--- Zélie Montfaucon
« Individu au sol » = moi, en train de photographier la caméra.

=== Le portique du lycée de Lannevert
@ Lycéenne de Lannevert | videosurveillance-algorithmique | 21 | Lannevert
Ils installent des portiques à l'entrée, avec une carte à badger et une caméra au-dessus. Le proviseur dit que la caméra « n'est pas reliée ». Alors pourquoi elle a un câble ?

Beaucoup s'en fichent. Moi pas. Qu'est-ce qu'on peut faire quand on a seize ans et pas le droit de vote ?
--- Bénédicte Orval
Beaucoup : la presse lycéenne, les élu·es au conseil d'administration (vous avez des voix), et vos parents. Le projet doit y passer, et le compte rendu est public.
--- Firmin Dastugue
Un tribunal a déjà dit non à ce genre d'installation dans des lycées, parce que le consentement d'élèves n'y est pas libre. Je te prépare une page avec les références, sans jargon.
--- Lycéenne de Lannevert > 3
Lu en assemblée, 140 personnes dans le réfectoire. Pour la première fois, on n'entendait pas les couverts.

=== Le supermarché qui « reconnaît les gestes »
@ Marie-Jo | videosurveillance-algorithmique | 17 | Les Coudrières
Mon supermarché a installé un logiciel qui repère les gestes suspects. J'ai mis ma main dans mon sac pour prendre ma liste de courses. Un vigile m'a demandé si je trouvais mon bonheur. Je cherchais surtout la moutarde.
--- Colette B.
Ils l'ont changée de rayon, la moutarde. Ça aussi c'est un geste suspect.
--- Nadia Kherfi
Un magasin n'a pas plus de droits qu'une ville sur ce point, plutôt moins. Il doit au minimum afficher. Regardez à l'entrée, à hauteur de genou, derrière les promotions.
--- Marie-Jo > 3
Trouvé ! Derrière les promotions, à hauteur de genou. Vous êtes sorcière.

=== Mes parents sont pour. Comment en parler à table ?
@ Rozenn Le Du | videosurveillance-algorithmique | 81 | Lannevert
Chaque dimanche, entre le rôti et le fromage, mon père dit « si on n'a rien à se reprocher ». Je m'énerve, il se vexe, ma mère ressert des haricots.

Vous faites comment, vous ? Je cherche des phrases qui ouvrent, pas des phrases qui gagnent.
--- Pâquerette
Je demande : « et le rideau de la salle de bains, tu l'enlèves ? » Ça fait rire, et après le rire on parle.
--- ancienne élue
Demandez ce qu'il attend de la caméra. Vraiment. Souvent la réponse est : que quelqu'un vienne quand j'ai peur. Alors parlez de qui vient, et de qui ne vient plus.
--- Rozenn Le Du > 3
J'ai posé la question dimanche. Il a parlé de son frère, agressé il y a trente ans dans une rue vide. Nous avons parlé deux heures. Personne n'a gagné. Ma mère a oublié de resservir des haricots.

=== Glossaire : leurs mots, nos mots
@ Hélène Quintrec | videosurveillance-algorithmique | 38 | Val-Brézin
Un message, un mot. On recopie le terme de la plaquette, puis ce qu'il recouvre.

<poesie>
vidéoprotection : vidéosurveillance
expérimentation : installation
tranquillité : silence
territoire de confiance : territoire sous contrat
levée de doute : quelqu'un regarde
</poesie>

À vous.
--- Solveig
« {{Brique}} » : un morceau qu'on ajoutera quand personne ne regardera.[[Vu dans trois cahiers des charges sur trois.]]
--- Thibault Vasse
« {{Anonymisation à la volée}} » : on vous floute le visage après l'avoir mesuré.
--- Une riveraine
« {{Concertation}} » : une réunion à 18 h un mardi, sans garderie.
`;
