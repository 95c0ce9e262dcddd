/** Short replies that fit under almost any message, and what people say under a sentence that they quote. */
export const remarks = String.raw`
Je reviens relire ce fil chaque semaine, c'est devenu mon journal local.
Lu à voix haute au petit déjeuner. Mon fils de douze ans demande si c'est une histoire vraie.
Est-ce qu'on peut imprimer ce message pour la table du marché ?
Je ne commente jamais, je lis toujours. Voilà, c'est fait.
{{Merci}}. Rien d'autre.
J'avais une objection, elle a fondu en route.
Moi j'étais plutôt pour, au départ. Je ne suis plus sûre de grand-chose, et c'est plutôt agréable.
Désaccord poli : on ne peut pas mettre sur le même plan une erreur et un mensonge. Le reste, oui.
Question bête : est-ce que quelqu'un leur a simplement demandé ?
Je transmets à une amie journaliste qui ne me croit jamais.
On devrait compter le temps qu'on y passe. Et puis non, finalement.
Ici il pleut, ce fil tombe bien.
Lu dans le car, j'ai raté mon arrêt.
Je n'habite plus la région mais je suis tout. Continuez.
Vous écrivez mieux que le bulletin municipal, ce n'est pas difficile, mais quand même.
J'ai mis un signet ici pour y renvoyer les gens.
Je ne suis pas d'ici, je passais, je reste.
Ne pas oublier de respirer. C'est un conseil général.
Mon mari trouve que j'exagère. Il a lu, il s'est assis.
Le détail qui me frappe, c'est l'heure.
Bonne nouvelle rare, merci de l'avoir postée.
Je prends le contre-pied : et si la réponse la plus simple était un lampadaire ?
Si j'ai bien compris, personne n'a rien décidé et tout a été payé.
On m'a dit d'écrire ici plutôt que de râler au café. Alors voilà. Je râle, mais avec un pseudonyme.
Le problème n'est pas qu'on me voie. C'est qu'on me note.
Prochaine réunion, je viens. C'est écrit, je ne peux plus reculer.
Quelqu'un a gardé la page d'avant la mise à jour du site ? La leur est devenue bien blanche.
Je signale que la source du premier message a changé d'adresse, le document est toujours là.
Pour la mémoire du forum : c'était déjà promis il y a quatre ans, par les mêmes.
Un jour on racontera ça et on ne nous croira pas.
`;

export const underQuotes = String.raw`
C'est la phrase qui m'a arrêté net.
Voilà. Tout le reste en découle.
Je la note dans mon carnet, avec la date.
Est-ce vérifié ? Je ne mets pas en doute, je voudrais pouvoir le répéter.
À $ville on nous a dit exactement l'inverse, le même mois.
Peut-on en retrouver la trace écrite ?
J'ai ri, puis moins.
Même expérience $rue, à $ville, avec la même réponse.
Je ne suis pas d'accord avec ce passage, et je vous dirai pourquoi à la permanence.
Si vous permettez, je cite cette phrase jeudi à la permanence.
C'est précisément ce que $elu a refusé d'écrire.
Vous avez de la chance. Nous, il a fallu $n relances.
Ma question porte là-dessus : depuis quand ?
$voisin m'a dit mot pour mot la même chose.
Je relève surtout ce qui n'est pas dit.
Ajout : à $ville c'était un $jour, et c'était pire.
Très juste, et il faudrait le dire plus tôt dans les réunions.
Je n'avais pas vu les choses sous cet angle. C'est le cas de le dire.
Il y a une suite ?
À mettre en gras quelque part.
`;
