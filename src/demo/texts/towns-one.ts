/** Read by script.ts, where the signs at the beginnings of lines are explained. */
export const townsOne = String.raw`
=== Val-Brézin : 42 caméras votées en onze minutes
@ Odile Marchenoir | villes | 338 | Val-Brézin
J'ai chronométré. Le point est passé en dernier, à 22 h 40, quand la moitié du public était partie attraper le dernier car. Onze minutes, trois questions, un vote à main levée : quarante-deux caméras de plus pour une ville de neuf mille habitants.

La délibération renvoie à une « étude d'impact jointe ». Elle n'était pas jointe. J'ai demandé à la sortie, on m'a répondu qu'elle était « en cours de mise en forme ».

Est-ce que d'autres villes ont réussi à obtenir cette étude ? Et surtout : {{à quoi ressemble-t-elle quand elle existe}} ?

#caméras #délibérations
--- Thibault Vasse
À Cambrelin elle existait. Quatre pages, dont une de couverture et une de photos du clocher. Le mot « liberté » y apparaît une fois, dans « rue de la Liberté ».
--- Une riveraine
J'habite en face de la mairie et j'ai vu le plan sur un chevalet, dans le hall, pendant deux jours. Il a disparu le matin du conseil. Je n'ai pas eu le réflexe de le photographier, je m'en veux.
--- Odile Marchenoir > 3
Ne vous en voulez pas. Pouvez-vous seulement noter ce dont vous vous souvenez, rue par rue ? Même approximatif, cela nous dira quelles lignes demander.
--- Hélène Quintrec
>>1 J'ai demandé à la sortie, on m'a répondu qu'elle était « en cours de mise en forme ».
Un document « en cours de mise en forme » mais visé dans une délibération votée, c'est un document achevé. Il faut le demander tout de suite, par écrit, avec la date du conseil. @Odile-Marchenoir, je peux relire le courrier ce soir.

=== La caméra qui surveille le boulodrome
@ Dédé la Loupe | villes | 321 | Les Coudrières
Aux Coudrières nous avons une priorité nationale : le boulodrome. Depuis mardi, un dôme tout neuf regarde les joueurs de pétanque, et de très haut. Motif donné par l'adjoint : « incivilités ». L'incivilité, c'est Marcel qui triche à la mesure, et nous le savions sans caméra.

Je plaisante, mais le mât a coûté 11 400 €, soit exactement ce qui manquait pour garder la bibliothèque ouverte le samedi.

-* le dôme tourne (je l'ai vu tourner) ;
-* il n'y a aucun panneau ;
-* personne ne sait qui regarde.

#caméras #panneaux
--- Pâquerette
Mon père joue là. Il dit que depuis mardi on ne se dispute plus, on chuchote. « On se croirait à la messe. » Voilà l'effet.
--- Marceau 57
Sans panneau, c'est irrégulier, et c'est par là que je commencerais. Une photo large, une photo du pied du mât, la date, et un courrier très poli. @Dédé-la-Loupe, le modèle est dans #documents.
--- Dédé la Loupe > 3
Fait ! Le panneau est arrivé en quatre jours. Il est vissé à 3,20 m, face au mur de l'usine. Il faudrait une échelle et un miroir.
--- Un commerçant de la halle
Moi je l'ai demandée, cette caméra, après trois vitrines. Je ne suis pas un monstre. Mais je l'avais demandée devant ma boutique, pas devant les boules.

=== « Délinquance en baisse de 30 % » : d’où sort ce chiffre ?
@ Nadia Kherfi | villes | 305 | Saint-Orain
Page 3 du bulletin municipal de Saint-Orain, en gras : « {grâce à la vidéoprotection, la délinquance a baissé de 30 %} ». Pas de source, pas de période, pas de périmètre.

J'ai écrit à la mairie pour demander le calcul. Réponse par retour de courriel : « chiffres communiqués par nos partenaires ». Quels partenaires, quelle année, quelles infractions ?

Si quelqu'un aime les tableurs, j'ai besoin de compagnie.
--- Gaspard Trouvé
J'aime les tableurs. Avec les données publiques par commune, Saint-Orain passe de 61 à 43 cambriolages, d'accord. Mais la commune voisine, zéro caméra, passe de 58 à 39. Le « grâce à » se dégonfle.
--- Solveig
Attention à ne pas tomber dans le piège inverse : deux ans, deux communes, des petits nombres. On ne prouve pas que ça ne marche pas. On montre que {{rien dans leur dossier ne prouve que ça marche}}, et c'est déjà énorme.
--- Gaspard Trouvé > 3
Adopté, et je le mets en tête de la feuille de calcul. Elle est là pour qui veut vérifier : [la feuille et ses sources->https://partage.saint-orain.example/feuille-30-pour-cent].
--- ancienne élue
J'ai siégé six ans. Le chiffre venait d'une réunion orale avec la gendarmerie, je l'ai noté, quelqu'un l'a recopié, le graphiste l'a mis en gras. Personne n'a menti exprès. C'est presque pire.

=== Port-Elvain : les mâts du quai changés pendant la nuit
@ Yann-du-port | villes | 290 | Port-Elvain
Je pars pêcher à quatre heures, donc je vois des choses. Cette nuit, une nacelle et deux fourgons blancs sur le quai des Sardinières. Ils ont remplacé les six têtes de caméra. Les anciennes étaient des petits tubes, les nouvelles ont quatre yeux et une antenne.

Les gars étaient sympas. « C'est pour la compatibilité », a dit l'un. « Avec quoi ? » Il a regardé l'autre, et l'autre a regardé la mer.
--- Kenza
Quatre objectifs plus une antenne, ça ressemble aux multicapteurs à 180 degrés. On peut y brancher de l'analyse d'image ensuite, sans refaire les travaux. « Compatibilité » était probablement le mot honnête.
--- Loïc Penhoët
Je suis passé à midi : les nouvelles ont une étiquette *Claréo Systèmes*, avec un numéro de série commençant par CX8. Est-ce que le marché publié parlait de Claréo ?
--- Kenza > 3
Non. Le marché parlait de « remplacement à l'identique ». Quatre yeux au lieu d'un, voilà un identique qui a mangé des épinards.

=== Lannevert : un groupe de voisins et le portail du collège
@ Bénédicte Orval | villes | 276 | Lannevert
Un groupe de messagerie « Lannevert vigilants », 214 personnes, publie chaque soir des photos de jeunes devant le collège. Visages visibles, commentaires que je ne recopierai pas. Ce n'est pas une caméra de la ville, et pourtant c'est la même chose en moins cher.

Je voudrais en parler à la prochaine réunion de parents sans mettre le feu. Comment s'y prendre ?
--- Lycéenne de Lannevert
J'étais sur une des photos. J'attendais mon bus. Légende : « encore elles ». Je ne sais toujours pas qui nous sommes, « elles ».
--- Solveig > 2
Merci d'avoir écrit ça ici. Une mineure peut demander l'effacement, et le groupe doit le faire. Si tu veux, une adulte de l'équipe peut écrire avec toi, sans donner ton nom.
--- Bénédicte Orval
Finalement j'ai lu le message n° 2 à voix haute à la réunion, sans rien ajouter. Il y a eu un silence, puis la dame qui administre le groupe a dit : « je vais fermer les photos ». Et elle l'a fait.

=== Querbignac : 612 habitants, 19 caméras
@ Firmin Dastugue | villes | 262 | Querbignac
Une caméra pour trente-deux personnes. Nous sommes, à ma connaissance, la commune la plus filmée du canton, et la seule sans médecin.

Je tiens la liste : deux à l'église, trois au lavoir (!), quatre sur la place, une à chaque entrée du bourg, le reste autour du hangar municipal où il ne se passe rien depuis 1994.
--- Colette B.
Trois au lavoir, c'est pour le sel de déneigement entreposé derrière. Je le sais parce que c'est mon mari qui l'a volé, une fois, un seau, en 2012. Il l'a rendu.
--- Firmin Dastugue > 2
Colette, ce message vaut toutes les études d'impact.
--- Rémi Escoubet
Demandez le taux d'utilisation des images. Chez nous la réponse a été : « deux réquisitions en trois ans, dont une pour un chien ».
--- Thibault Vasse
J'ai un cousin à Querbignac, il m'a raconté tout autre chose. Je me renseigne et je reviens.

=== Ostremont : verbalisé par caméra place de la Halle
@ Tomasz | villes | 247 | Ostremont
Reçu ce matin : 135 €, « arrêt gênant constaté sans interception », place de la Halle, 7 h 12. À 7 h 12 je déchargeais des cageots, comme tous les mercredis depuis neuf ans, sur l'emplacement que la mairie nous réserve.

Qui d'autre ? J'essaie de compter. Répondez avec le jour, l'heure et le motif, *sans votre plaque*.
--- Un commerçant de la halle
Deux en mars. 6 h 58 et 7 h 05. Le fleuriste, trois. Nous sommes filmés pendant que nous installons le marché que la mairie nous demande d'installer.
--- Cycliste
Et pendant ce temps la piste cyclable d'à côté est un parking permanent, mais sous l'angle mort de la caméra. La géométrie fait la loi.
--- Hélène Quintrec
Pour contester : demander la photo (vous y avez droit), joindre l'arrêté qui réserve l'emplacement, envoyer dans le délai indiqué sur l'avis, et ne {{pas payer avant}}, payer vaut reconnaissance.
--- Tomasz
Contesté avec l'arrêté de 2017 en pièce jointe. Classé sans suite en trois semaines. Merci, je paie les radis à qui passe mercredi.
`;
