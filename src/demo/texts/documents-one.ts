export const documentsOne = String.raw`
=== Saint-Orain : un mois de silence, on saisit la CADA ?
@ Nadia Kherfi | documents | 325 | Saint-Orain
Demande reçue par la mairie il y a un mois et deux jours (j'ai l'accusé de réception). Rien. Pas même un « nous avons bien reçu ».

D'après ce que je lis, un mois de silence vaut refus, et j'ai ensuite deux mois pour saisir la CADA. Je commence quand ? J'attends un peu, par politesse ?
--- Firmin Dastugue
La politesse a duré un mois, vous l'avez eue. Saisissez. C'est gratuit, un formulaire, dix minutes : joignez votre demande et l'accusé de réception, rien d'autre.
--- Maud Tessier
Petit conseil appris à mes dépens : joindre la demande {{telle qu'envoyée}}, avec sa date, pas une version recopiée au propre. La mienne a été renvoyée pour ça.
--- Nadia Kherfi > 2
Fait, numéro d'enregistrement reçu le jour même. Et devinez qui a appelé le lendemain ? La mairie. « Vous auriez pu nous téléphoner. »

=== Modèle de demande, version 4
@ Firmin Dastugue | documents | 308 | Querbignac
Le modèle a servi 61 fois, voici la quatrième version. Nouveautés : le point 5 (contrats d'entretien) et une phrase sur l'envoi électronique.

<code>
Objet : demande de communication de documents administratifs

Madame, Monsieur,

Je demande la communication, par courriel, des documents suivants :
1. les autorisations préfectorales en vigueur et leurs dossiers ;
2. l'analyse d'impact relative à la protection des données ;
3. le plan d'implantation ;
4. les marchés, avenants et bons de commande ;
5. les contrats d'entretien et le relevé des pannes ;
6. les statistiques d'utilisation des images.

Si certains passages devaient être occultés, je demande
les documents dans leur version occultée.
</code>

Ne mettez jamais « tous documents relatifs à » : on vous répondra que c'est imprécis.
--- Hélène Quintrec
Je propose d'ajouter « et leurs annexes » au point 4. À Cambrelin les annexes étaient le seul morceau intéressant.
--- Marceau 57
Envoyé à cinq communes d'un coup. Deux réponses en une semaine, dont une avec un petit mot manuscrit : « merci de votre intérêt ». J'ai relu trois fois pour vérifier qu'il n'y avait pas d'ironie.
--- Firmin Dastugue > 2
Ajouté, ce sera la version 4 bis. Gardez une copie de ce que vous envoyez, toujours.

=== 212 pages reçues, 180 noircies
@ Gaspard Trouvé | documents | 293 | Val-Brézin
Ils ont tout envoyé. Tout, c'est-à-dire un rectangle noir de 180 pages et une table des matières. La table des matières, ils ont oublié de la noircir, et elle est passionnante : « 4.3 Scénarios de détection », « 4.4 Seuils », « 7 Recette en conditions réelles ».

Donc il y a eu une recette en conditions réelles. Dans quelles rues ? Avec quelles personnes ?
--- Kenza
As-tu essayé de sélectionner le texte sous le noir ? Une fois sur trois, c'est un dessin posé par-dessus.
--- Gaspard Trouvé
Essayé : ici c'est du vrai noir. En revanche le nom du fichier est « CCTP_v7_NE_PAS_DIFFUSER_diffusable.pdf », ce qui est un poème.
--- Hélène Quintrec
Une occultation doit être justifiée passage par passage. Répondez en citant la table des matières : vous contestez les chapitres 4 et 7, et eux seuls. Plus c'est précis, plus c'est fort.

=== 87 € de photocopies
@ Colette B. | documents | 277 | Querbignac
Pour consulter le dossier, la mairie me demande 87 € « de frais de reproduction », en liquide, à la secrétaire, qui est ma nièce.

Ma nièce est très gênée. Que dois-je répondre ?
--- Firmin Dastugue
Que vous venez consulter sur place : c'est gratuit. Et que vous avez un téléphone qui fait des photos.
--- Colette B.
J'y suis allée avec un thermos. Trois heures. Ma nièce m'a prêté sa chaise. J'ai tout photographié, même une facture de sel de déneigement.
--- Le Facteur
Le sel ! Le feuilleton de Querbignac est meilleur que celui de la télévision.

=== « Secret des affaires », vraiment ?
@ Sacha Lormier | documents | 261 | Cambrelin
Refus du contrat avec Claréo : « secret des affaires ». Tout le contrat, même le prix payé par la ville. Est-ce tenable ?
--- Hélène Quintrec
Tout le contrat, non. Le prix global payé avec de l'argent public se communique ; le détail des prix unitaires et les procédés techniques peuvent être protégés. Demandez « l'acte d'engagement et le montant total, occultés si besoin ».
--- Sacha Lormier
Reçu en neuf jours avec cette formule. 214 800 €. Je l'écris en chiffres parce qu'en lettres ça prend toute la ligne.

=== Où se cachent les autorisations préfectorales ?
@ Zélie Montfaucon | documents | 246 | Estrelles
Je cherche l'autorisation de la caméra de la déchetterie. La mairie dit : « à la préfecture ». La préfecture dit : « à la mairie ». Je tourne, comme la caméra.
--- Marceau 57
Le recueil des actes administratifs de la préfecture est en ligne. C'est un PDF de 900 pages par mois, sans recherche. On ouvre, on cherche le nom de la commune, on boit un café.
--- Nadia Kherfi
J'ai écrit un petit guide : [retrouver une autorisation en vingt minutes->https://guides.palabre.example/recueil]. Les autorisations vont par paquets, après chaque commission. Cherchez les mots « périmètre vidéoprotégé ».
--- Zélie Montfaucon > 3
Trouvée page 611. Elle vaut pour « l'enceinte de la déchetterie ». L'enceinte ! Pas le sentier !

=== Les délais que j’ai collés sur mon frigo
@ Maud Tessier | documents | 230 | Val-Brézin
Je ne suis pas juriste, vérifiez avant de vous y fier. Voici mon frigo :

-# jour 0 : la mairie {reçoit} la demande (garder l'accusé) ;
-# un mois : silence = refus ;
-# ensuite deux mois pour saisir la CADA ;
-# la CADA rend un avis, ça peut être long ;
-# si la mairie ne bouge toujours pas : le tribunal, et là les délais se comptent {{très}} soigneusement.

Au-dessus il y a la liste des courses, j'ai failli saisir la CADA pour du beurre.
--- Firmin Dastugue
Juste, et prudente : sur la dernière étape les sources ne comptent pas toutes à partir du même jour. Dans le doute, prenez le délai le plus court, personne n'a jamais perdu un recours pour être arrivé trop tôt.
--- Aminata S.
Imprimé, plastifié, distribué à la permanence. On l'appelle « le Frigo » maintenant. « Tu as regardé le Frigo ? »
`;
