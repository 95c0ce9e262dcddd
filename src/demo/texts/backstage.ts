export const backstage = String.raw`
=== Bienvenue : présentez-vous en trois phrases
@ Rozenn Le Du | coordination | 340 | Lannevert
Ici on est entre membres. Trois phrases : d'où vous venez, ce qui vous a amené·e, ce que vous aimez faire.

Je commence. Je vis à Lannevert. Je suis venue parce qu'une caméra est apparue sous ma fenêtre un lundi. J'aime fabriquer des choses avec du carton.
--- Tomasz
Maraîcher à Ostremont. Venu pour une amende, resté pour les gens. J'aime les radis et la procédure, dans cet ordre.
--- Solveig
Géographe, Port-Elvain. Une carte fausse m'a énervée. J'aime les cartes justes et la soupe.
--- Marceau 57
Retraité du commerce, Les Coudrières. J'ai vendu beaucoup de choses inutiles, je sais les reconnaître. J'aime la clarinette, mal.
--- Zélie Montfaucon
Estrelles. Je cours le matin, la caméra de la déchetterie me chronomètre. J'aime qu'on me laisse tranquille.

=== Réunion mensuelle : ordre du jour
@ Rozenn Le Du | coordination | 255 | Val-Brézin
-# tour des villes (deux minutes chacune, vraiment deux) ;
-# les délais en cours : le Frigo ;
-# la table du marché, qui tient, qui porte ;
-# la caisse ;
-# divers, dont « le nom du groupe WhatsApp que nous n'avons pas ».

Ajoutez vos points ici avant jeudi.
--- Odile Marchenoir
Ajouter : répondre au journal local, qui voudrait « quelqu'un de jeune ». Je propose d'envoyer quelqu'un de disponible.
--- Louise-Anne
J'anime cette fois. J'ai un minuteur en forme de poule, il sera impitoyable.
--- Gaspard Trouvé
Compte rendu : 22 personnes, 9 villes, 1 h 50. La poule a sonné quatorze fois. Décisions : table samedi, journal mardi (Aminata), pas de groupe WhatsApp.

=== Affiche de l’exposition : A, B ou C ?
@ Inès Barbotin | coordination | 186 | Haute-Fontenelle
A : l'œil et le nid. B : le banc vide avec « présence prolongée ». C : tout en lettres, rouge sur gris.

Dites votre préférence {et} ce que vous avez compris en trois secondes.
--- Dédé la Loupe
B. En trois secondes : qu'on m'attend quelque part.
--- Pâquerette
B aussi. Mais le gris du fond ressemble à celui des avis de la mairie, les gens vont passer sans lire. Ou s'arrêter, justement ?
--- Inès Barbotin
B, avec un fond jaune. Tirage jeudi, 200 exemplaires, il faut huit mains et de la colle.

=== Covoiturages vers Port-Elvain
@ Loïc Penhoët | coordination | 6 | Port-Elvain
Pour la lecture collective. Indiquez : d'où, combien de places, retour à quelle heure. Pas de numéro de téléphone ici, on s'écrit à la sortie de la réunion.
--- Rémi Escoubet
Estrelles, trois places, retour 22 h. Une place est couverte de poils de chien, je préviens.
--- Aminata S.
Je prends les poils.

=== Caisse commune : timbres, agrafes, thé
@ Gaspard Trouvé | coordination | 15 | Val-Brézin
Entrées : 214,50 € (dont 60 € dans une enveloppe sans nom, merci). Sorties : timbres 88,20 €, agrafes 6,90 €, thé 19 €, location du barnum 40 €.

Reste {{60,40 €}}. Le thé augmente plus vite que les recommandés.
--- Colette B.
Je peux apporter la tisane du jardin. Gratuite, mais forte en menthe.
--- Gaspard Trouvé > 2
Adopté à l'unanimité du trésorier.

=== Cas d’école : une plaque dans une photo
@ Ilyès Carpentier | equipe | 170 | Val-Brézin
Message très utile en file d'attente, avec une plaque lisible dans le texte. J'ai renvoyé à l'auteur·ice avec la phrase : « votre message est bon, retirez seulement la plaque et je le publie dans l'heure ». Corrigé en dix minutes.

Je propose qu'on fasse ainsi chaque fois que le reste est publiable. Refuser, c'est perdre quelqu'un.
--- Augustin Pell
D'accord. Renvoyer d'abord, refuser ensuite, et ne corriger soi-même que les fautes de frappe.
--- Firmin Dastugue
D'accord aussi. Et si la personne ne revient pas sous une semaine, on relit la demande : parfois c'est nous qui n'avons pas été clairs.

=== Tour de garde du mois
@ Augustin Pell | equipe | 33 | Val-Brézin
Matins : Ilyès. Midis : Firmin (documents seulement). Soirs : Nadia. Je prends les trous et les dimanches.

Objectif : personne n'attend plus d'une demi-journée. On y est presque, sauf le mardi, jour maudit.
--- Nadia Kherfi
Je prends le mardi soir. Maudit ou pas, j'ai de la tisane.
--- Ilyès Carpentier > 2
Merci. La nuit, on laisse attendre : une file vide à trois heures du matin n'a jamais rendu personne heureux.

=== Refuser sans vexer : nos formules
@ Nadia Kherfi | equipe | 44 | Saint-Orain
Je rassemble ce qui a bien marché.

-* « Votre colère se comprend. Le passage sur M. X vise une personne et non une décision, c'est lui qui bloque. »
-* « Nous n'avons pas trouvé la source du chiffre. Si vous l'avez, renvoyez le message avec. »
-* « Ce sujet existe déjà, votre message y serait lu par plus de monde : voici l'adresse. »

Ce qui n'a jamais marché : « conformément à la charte ».
--- Ilyès Carpentier
J'ajoute la plus courte : « Presque. »
--- Rozenn Le Du
Et relire à voix haute avant d'envoyer. Si je n'oserais pas le dire à la table du marché, je recommence.
`;
