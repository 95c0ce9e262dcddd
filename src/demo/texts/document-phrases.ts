export const documentPhrases = {
  facts: String.raw`
Demande envoyée à $ville un $jour, accusé reçu {le lendemain|par retour|au bout de huit jours}, et j'ai eu $piece le dernier jour du mois, à $heure. Comme quoi.
J'ai demandé $piece. On m'a envoyé {le menu de la cantine|le règlement du cimetière|l'agenda des lotos}. J'ai remercié et redemandé.
À $ville on m'a répondu que le document « n'existait pas en tant que tel ». J'ai demandé en tant que quoi il existait.
Nous avons gagné $n pièces sur douze. Celle qui manque est $piece, évidemment.
Pour $ville, l'avis est venu en $n mois. Il est favorable et tient en {une page|quinze lignes|deux paragraphes}, gardez-en plusieurs copies.
Un truc appris de $voisin : demander {le bordereau d'envoi|la page de signature|la liste des annexes}. On sait alors ce qui manque.
La version papier et la version électronique de $piece diffèrent de $n pages. Nous les avons posées {par terre|sur la table de ping-pong|sur deux lits} pour comparer.
Refus de $ville : document « préparatoire ». Mais la décision est votée depuis $n mois, il ne prépare plus rien.
$elu m'a téléphoné pour « en parler de vive voix ». J'ai dit oui, et que je prendrais des notes. {Le courrier est parti le soir même.|Finalement ce n'était plus la peine.}
Le recueil d'actes indique une autorisation pour $nn caméras à $ville ; le bulletin en annonce davantage ; le marché, moins. Il y a donc trois vérités.
Mon recours a été enregistré un $jour à $heure, {au guichet|par la plateforme|avec un tampon magnifique}. La greffière m'a souhaité bon courage, ce qui n'est pas une prise de position.
Je tiens un cahier : date d'envoi, date de réception, réponse, relance. $nn lignes à ce jour, {une page par ville|une couleur par ville|beaucoup de ratures}.
À $ville ils ont occulté le nom du fournisseur partout, sauf {dans l'en-tête|sur la facture de $eur €|sur la photo du camion}.
Le délai commence à la réception, pas à l'envoi : chez moi la différence était de $n jours, et ce sont ceux qui comptaient.
Pour une association de $n personnes, la cotisation est de 2 € et les timbres coûtent plus cher que tout le reste. Mais on a le droit d'ester, et ça, {ça n'a pas de prix|ça change la voix au téléphone|ça impressionne ma mère}.
La juridiction a demandé à $ville de produire $piece. On a cherché pendant $n semaines, c'était dans {le coffre|la voiture d'un adjoint|le bureau d'à côté}.
Nous avons reçu $piece sous forme de photos prises de travers, sur une nappe à carreaux, avec un pouce. Tout est lisible, et le pouce est sympathique.
J'ai classé nos $nn réponses : un tiers de documents, un tiers de silence, un tiers de « nous avons transmis au service concerné ».
Au conseil de $ville, la minorité a lu notre courrier en entier. Il a fallu {deux personnes|un verre d'eau|quatre minutes}, et ensuite les pièces sont venues.
Attention, la plateforme de $ville efface les dossiers au bout de $nn jours. Téléchargez, datez, {rangez|imprimez|envoyez-en une copie à quelqu'un}.
  `,
  turns: String.raw`
Je joins la phrase exacte à qui la veut, passez à la permanence.
Ne lâchez pas : la deuxième relance obtient plus que la première, allez savoir pourquoi.
Est-ce que j'ai raison de compter à partir {de l'accusé|du tampon|de la signature} ?
Je ne suis pas juriste, relisez derrière moi.
Le Frigo dit la même chose, j'ai vérifié.
Prenez toujours le délai le plus court, on dort mieux.
Si quelqu'un a eu le même refus à $ville, comparons les formules : je parie sur un copier-coller.
Le ton compte : j'écris comme à quelqu'un qui voudrait bien m'aider et n'ose pas.
Prochaine étape, $piece.
Je mets à jour le tableau des villes {ce soir|dimanche|dès que le chat libère le clavier}.
On m'a dit « à quoi bon ». À ça.
Qui a déjà demandé la même chose à $ville ?
La version 4 du modèle suffit, inutile d'inventer.
Rien d'illégal là-dedans, rien d'aimable non plus.
Merci à {Firmin|Hélène|toute la table du jeudi}, sans qui j'aurais abandonné au premier « service concerné ».
Conservez l'enveloppe.
  `,
};
