export const walkPhrases = {
  facts: String.raw`
Nous étions $n $jour à $ville. Relevé : $nn caméras, deux fâcheries, un {chien d'accueil|café offert|arc-en-ciel}.
Pour la prochaine balade à $ville je peux apporter {les plans|le thermos|les crayons}, et rester jusqu'à $heure.
$voisin nous a ouvert sa cour : d'en haut on voit très bien les $n boîtiers de la $rue.
Quelqu'un a demandé si nous étions {du cadastre|de la télévision|des évangélistes}. Nous avons dit la vérité, et la personne nous a suivis.
On a gagné du temps en commençant par les ronds-points : $n à $ville, autant de mâts, et personne à déranger.
À deux, un crayon, un regard. À trois, on parle trop et on rate {les dômes|les interphones|la moitié du trottoir}.
La $rue a été relevée trois fois et donne trois totaux. On y retourne $jour avec {la même paire de lunettes|un arbitre|un escabeau}.
À la table du marché de $ville, le plan colorié attire plus de monde que nos tracts. Les gens cherchent leur maison, trouvent leur caméra.
Il me reste $n exemplaires du plan de $ville, format A2, {pliés|roulés|légèrement mouillés}.
Le groupe du $jour accepte les débutant·es, d'ailleurs il n'y a que cela.
La salle de $ville est gratuite jusqu'à $heure ; ensuite il y a {la chorale|le yoga|le club de scrabble}, qui arrive toujours en avance.
Petite astuce pour la hauteur : un vélo appuyé contre le mât, on compte {les vélos|les guidons|les coups de pédale}. Marge d'erreur, un demi-vélo.
Un vigile est sorti $lieu. Il voulait savoir comment s'inscrire. {Il vient jeudi.|Il a signé la feuille.|Il connaissait deux caméras de plus.}
Nous avons oublié le nord sur $nn fiches. La boussole du grand-père est désormais obligatoire.
Les enfants ont trouvé les $n caméras que nous avions manquées à $ville, toutes à hauteur {de chien|de vitrine|de boîte aux lettres}.
J'ai reporté le relevé de $ville sur la carte libre, du lundi au $jour, une tisane par rue.
La dame du balcon de la $rue tient un journal depuis {la pose du mât|douze ans|sa retraite}. Elle nous l'a prêté une soirée.
Retour d'atelier à $ville : $nn personnes, neuf chaises, un très beau silence au moment où {le plan s'est déplié|chacun a trouvé sa rue|la lumière s'est éteinte}.
Le parcours par la $rue est praticable en poussette, pas en fauteuil : une marche de quatre centimètres {devant l'opticien|au porche|à mi-pente}.
On pourrait jumeler l'atelier de $ville avec {la fête des voisins|la foire aux plants|le vide-grenier}, les tables sont déjà sorties.
  `,
  turns: String.raw`
Qui peut prendre le trottoir impair ?
Je m'inscris, et j'amène {un gâteau|ma sœur|une chaise pliante}.
Pensez aux chaussures.
Il faudrait une consigne commune sur les fausses.
S'il pleut, on se replie {au café|sous la halle|chez moi, dans l'ordre d'arrivée}.
Est-ce ouvert à des personnes de $ville ?
On devrait refaire la même balade dans un an, pour comparer.
Rien ne presse, une rue bien relevée vaut mieux qu'un quartier à la louche.
Merci à qui a pensé aux crayons.
Je propose de noter aussi {les bancs retirés|les arbres|les endroits où l'on est bien}, pour ne pas faire une carte triste.
Compte rendu complet bientôt, dès que j'ai relu mon écriture.
J'ai appris plus de choses sur ma ville en une heure qu'en dix ans de voiture.
Et rappel : pas de visage, pas de plaque, pas de nom sur une sonnette.
Dites-moi si l'horaire convient, sinon on décale à $heure.
La prochaine fois, on commence par le goûter.
  `,
};
