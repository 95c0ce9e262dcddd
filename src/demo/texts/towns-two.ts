export const townsTwo = String.raw`
=== Dix questions au maire de Mérinvault, dix réponses commentées
@ Louise-Anne | villes | 231 | Mérinvault
Il a accepté. Une heure, dans son bureau, avec un café trop fort. Je résume les dix réponses, vous commenterez.

-# Combien ? « Une soixantaine. » (L'autorisation dit 74.)
-# Qui regarde ? « Deux agents formés. » Le jour. « Et la nuit ? » « La nuit, ça enregistre. »
-# Combien de temps gardez-vous les images ? « Quinze jours. » L'affichette dit trente.
-# Pourquoi pas des éclairages ? « C'est moins subventionné. »
-# Avez-vous mesuré un effet ? « Un sentiment. »

La suite dans ma réponse, je dois coucher le petit.
--- Louise-Anne
Suite et fin.

-# Des logiciels d'analyse ? « Pas à ma connaissance. » L'adjoint a toussé.
-# Qui entretient ? « Une société de la métropole », dont il avait oublié le nom.
-# Combien par an ? « Je vous ferai passer la note. » J'attends la note.
-# Avez-vous déjà renoncé à une caméra ? « Oui, une, devant le cimetière. Les gens n'ont pas aimé. »
-# Si les gens n'aimaient pas les autres ? Il a souri. « Ils ne savent pas où elles sont. »
--- Jibril
« Ils ne savent pas où elles sont. » Il vient d'écrire le titre de notre prochain atelier de cartographie.
--- Le Facteur
>>1 C'est moins subventionné.
Tout est là. Dans ma tournée je vois trois rues sans lampadaire et un mât à caméra par carrefour. On n'éclaire plus, on regarde dans le noir.

=== La caméra de la déchetterie filme le sentier
@ Zélie Montfaucon | villes | 216 | Estrelles
Elle est censée surveiller les dépôts sauvages. Elle est tournée vers le sentier des étangs, où passent les coureuses, les pêcheurs et les amoureux. J'ai posé un carton devant l'objectif (au sol, pas dessus !) avec une flèche : « les ordures sont derrière vous ».

Le carton a tenu six jours. La caméra n'a pas bougé.
--- Grand-père vigilant
J'ai eu l'employé au téléphone. L'orientation a été réglée « pour éviter le contre-jour ». On filme donc le sentier parce que le soleil se lève sur les poubelles.
--- Zélie Montfaucon
C'est peut-être la phrase la plus française jamais écrite sur ce forum.
--- Paul
On pourrait la tourner à la main, non ? Avec un manche à balai.

=== Cambrelin : qui regarde les écrans la nuit ?
@ Sacha Lormier | villes | 201 | Cambrelin
Le centre de supervision ferme à 20 h. L'appel d'offres parle d'une « continuité de visionnage nocturne », confiée à un « prestataire mutualisé ». Traduction : quelqu'un, quelque part, dans une autre ville, regarde nos rues la nuit, pour un salaire que j'imagine petit.

Est-ce légal ? Qui est habilité ? Et comment le savoir ?
--- Firmin Dastugue
Les personnes habilitées sont nommées dans l'arrêté préfectoral, et elles doivent l'être individuellement. Demandez l'arrêté et la liste des fonctions (pas des noms, on vous les refusera à bon droit).
--- Un agent territorial
Je travaille dans un service voisin. Je ne dirai pas lequel. La nuit, c'est un écran de seize vignettes, une personne, et on lui demande aussi de répondre au standard des ascenseurs en panne.
--- Sacha Lormier > 3
Merci. Je ne vous demanderai rien de plus, et je conseille aux autres de ne pas le faire non plus.

=== Consultation à Haute-Fontenelle : trois réponses possibles, aucune n’est « non »
@ Inès Barbotin | villes | 187 | Haute-Fontenelle
La mairie nous consulte. Question : « Où souhaitez-vous que les nouvelles caméras soient installées en priorité ? » Réponses : les écoles, les commerces, les entrées de ville. Point.

<cadre>
[ ] les écoles
[ ] les commerces
[ ] les entrées de ville
[x] la salle du conseil
</cadre>

J'ai ajouté la quatrième case à la main. Il paraît que je ne suis pas la seule.
--- Aminata S.
Nous étions onze à la dépouiller (dépouillement public, personne n'y va, allez-y). 94 bulletins sur 310 portaient la quatrième case. Ils ont été comptés « autres ». Quelqu'un a lu le total à voix haute, tout le monde a ri, même l'adjointe.
--- Passante
Et le résultat publié ? « 70 % des habitants souhaitent plus de caméras. » Voilà comment on fabrique un pourcentage.
--- Inès Barbotin
J'ai demandé la communication des bulletins. C'est un document administratif comme un autre. À suivre.

=== Combien ça coûte, vraiment ? Le tableau de Val-Brézin
@ Gaspard Trouvé | villes | 77 | Val-Brézin
Le chiffre annoncé : 186 000 €. Voici ce que j'ai trouvé en lisant trois budgets et deux marchés.

|{{Poste}}|{{Annoncé}}|{{Trouvé}}|
|caméras et mâts|186 000|186 000|
|fibre et tranchées|—|141 500|
|serveurs et salle|—|58 200|
|entretien, cinq ans|—|97 000|
|électricité|—|?|

Plus de deux fois et demie. Personne n'a menti : on a seulement parlé de la première ligne.
--- Rozenn Le Du
Un tableau qu'on peut montrer à n'importe qui, sans adjectif. Je l'imprime pour la table de samedi.
--- Paul
Et la subvention ? Elle ne paie que l'achat, jamais l'entretien. Dans cinq ans tout est à refaire et le guichet sera fermé.
--- Gaspard Trouvé
Électricité trouvée : 3 100 € par an. J'ai mis à jour. La ligne la plus petite est celle qui m'a pris le plus de temps.

=== Une caméra dans notre hall d’immeuble
@ Kenza | villes | 29 | Port-Elvain
Le bailleur a posé une caméra dans le hall du 8, rue des Calfats, « à la demande des locataires ». Nous avons fait le tour des quarante-six portes. Personne n'a demandé. Trois personnes sont pour, après coup. Une dame de 81 ans nous a dit : « on voit l'heure à laquelle je sors mes poubelles, je n'ai plus envie de sortir en robe de chambre ».

Comment demander qui a accès aux images ?
--- Maud Tessier
Écrivez au délégué à la protection des données du bailleur, l'adresse doit figurer sur l'affichette. Trois questions : {qui regarde, combien de temps, pour quelle finalité précise}. Ils ont un mois.
--- Voisin du 14
Chez nous au 14 ils ont répondu : accès « par le gardien, sur son téléphone personnel ». Nous avons fait encadrer la lettre.
--- Kenza > 3
Au 8 elle est débranchée depuis hier. Le gardien a rendu l'application avec soulagement, « je voyais mes voisins pleurer dans l'ascenseur ».
--- Passante
Le gardien c'est M. Untel Imaginaire, il loge au rez-de-chaussée à gauche. Allez donc lui demander ce qu'il a gardé comme images.

=== Les caméras « temporaires » du marché de Noël
@ Aminata S. | villes | 143 | Saint-Orain
Installées pour trois semaines. C'était il y a deux hivers. Elles sont toujours là, avec leurs guirlandes, ce qui leur donne un air de fête triste.

L'autorisation provisoire est, par définition, provisoire. Quelqu'un a-t-il la copie ?
--- Firmin Dastugue
Je l'ai. Quatre mois au plus, arrêté en main. Elle a expiré depuis si longtemps qu'elle pourrait avoir ses propres enfants.
--- Aminata S.
Courrier parti, copie à la préfecture. J'ai joint une photo des guirlandes.
--- Marie-Jo
Elles ont été démontées ce matin ! Ils ont laissé les guirlandes. C'est bien, les guirlandes.

=== Une victoire minuscule : le panneau de Lannevert
@ Pâquerette | villes | 24 | Lannevert
Après deux courriers, une relance et une visite, la ville a remplacé le panneau illisible de la gare. On y lit maintenant la finalité, la durée de conservation, le droit d'accès et une adresse qui répond.

Ce n'est qu'un panneau. Mais hier j'ai vu un monsieur s'arrêter, le lire en entier, lever les yeux, chercher la caméra et lui faire un petit signe. C'est exactement ce que je voulais.
--- Solveig
Les petites victoires tiennent les grandes debout. Bravo.
--- Thibault Vasse
Je prends le modèle du panneau pour Cambrelin. Le nôtre dit « Souriez ». Juste « Souriez ».

=== Ostremont : des micros dans les lampadaires ?
@ Tomasz | villes | 9 | Ostremont
Le compte rendu du conseil parle de « capteurs d'ambiance » sur douze lampadaires du centre. J'ai demandé si une ambiance, cela s'écoute. On m'a dit que non, que cela « se mesure ».

Un capteur qui mesure le bruit et un micro, c'est le même objet ; la différence, c'est ce qu'on garde. Je cherche la fiche technique.
--- Un commerçant de la halle
Il y en a un au-dessus de mon étal. Depuis qu'il est là, je baisse la voix pour dire le prix des coings, c'est idiot.
--- Kenza
La référence du boîtier est écrite dessous, en tout petit. Avec un zoom et un peu de patience, un dimanche matin.
--- Le Facteur
Je passe rue du Puits à 7 h. Je lève les yeux, c'est promis.
--- Le Facteur
Lu : « SN-A / 8 kHz ». Huit mille mesures par seconde, pour une ambiance c'est beaucoup d'oreille.
--- Hélène Quintrec > 5
À cette cadence on distingue des voix. Je ne dis pas qu'ils le font, je dis que la machine le permet. Cela suffit pour demander l'analyse d'impact.
--- Tomasz
Courrier parti ce matin, sur le modèle du jeudi :

<code>
Je demande communication :
1. de la notice technique des « capteurs d'ambiance » ;
2. du paragraphe du marché qui fixe leur réglage ;
3. de l'analyse d'impact, ou de la décision de ne pas en faire.
</code>

Firmin l'a relu, il a retiré deux adjectifs.
--- Grand-père vigilant
>>1 la différence, c'est ce qu'on garde
C'est la phrase à mettre sur l'affiche. Mon appareil auditif aussi est un micro, mais il ne garde rien, et c'est bien pour cela que je l'aime.
--- Nadia Kherfi > 8
Si l'analyse n'existe pas, demandez bien la décision de ne pas la faire. À Saint-Orain c'est cette ligne-là qui a débloqué le dossier.
--- Une riveraine
J'ai posé la question au guichet. « C'est pour les camions poubelles. » Le camion passe une fois par semaine, le capteur écoute les six autres jours aussi.
`;
