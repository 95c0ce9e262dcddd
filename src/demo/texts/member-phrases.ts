export const memberPhrases = {
  facts: String.raw`
Je peux tenir la table du marché à $ville $jour, de 9 h à midi, si quelqu'un apporte {le barnum|la nappe|la monnaie}.
Pour la caisse, j'ai $n timbres d'avance et {une agrafeuse|un tampon|deux rouleaux de scotch} à mettre au pot.
Le journal de $ville voudrait un portrait. J'ai proposé un portrait de groupe, de dos, {devant le mât|sur le banc|sous la pluie}.
Absent·e $jour, mais d'accord avec tout ce qui sera décidé, sauf {la poule|la menthe|le fond gris}.
J'ai trouvé une salle à $ville pour $nn personnes, avec un vrai tableau et {un faux parquet|un piano|des radiateurs qui chantent}.
Compte rendu de la visite à $ville : accueil timide, puis trois adresses, puis {une tarte|un débat|un carton d'archives}.
Je cherche quelqu'un pour relire $piece avec moi, deux soirées, thé compris.
Les affiches sont parties : $nn à $ville, le reste dans ma voiture, {coincées sous le siège|bien à plat|un peu de travers}.
Qui garde le double des clés du local ? $voisin dit que c'est moi, j'ai de sérieux doutes.
Je me présente avec retard : $ville, deux enfants, un vélo. Au départ c'était pour {une lettre à écrire|accompagner une amie|poser une question}, et je suis encore là.
  `,
  turns: String.raw`
Dites-moi avant $jour.
Je note, et je relance dimanche.
Qui me remplace si je tousse encore ?
Bonne soirée à toute la table.
Le thé est pour moi.
Covoiturage possible depuis $ville, $n places.
Si personne ne répond, je considère que c'est oui, c'est la méthode de ma grand-mère.
  `,
};
