export const algorithmPhrases = {
  facts: String.raw`
À $ville, la brochure promettait $nn scénarios de détection. L'agent qui s'en sert m'a dit en utiliser {un|deux|zéro} : le stationnement.
Le logiciel a déclenché $n alertes en une journée de marché à $ville : {trois poussettes|deux étals|un accordéoniste}, et le reste pour des ombres.
J'ai demandé où partent les images analysées. Réponse de $elu : « {dans le nuage|chez le prestataire|ça reste chez nous, je crois} ».
Le mot « expérimentation » figure au contrat de $ville depuis $n ans. À ce stade c'est {une carrière|un héritage|une tradition}.
Ils ont réglé la zone de détection $lieu pendant qu'il y avait {une fanfare|un vide-grenier|un enterrement}. Depuis, le calme l'inquiète.
$voisin travaille avec ce genre d'outil en usine. Son avis : « ça marche très bien sur {des boulons|des bouteilles|des biscuits} ».
L'accord avec le transporteur date de $n ans. Les voyageurs de la ligne $ville – $ville2 l'apprennent aujourd'hui, par {une annexe|un oubli|ce forum}.
Le taux de fausses alertes n'est écrit nulle part. On l'a calculé à la main, un $jour, en notant tout : $nn sur cent.
La caméra $lieu suit les personnes « par attribut ». Le manteau rouge de $voisin est donc devenu {un attribut|une donnée|une affaire}.
Notre ville a payé $eur € pour une option jamais activée, « {au cas où|pour plus tard|parce que c'était dans le lot} ».
Dans le dossier de $ville, on lit « aucune donnée biométrique ». Deux pages plus loin : « {ré-identification d'une silhouette|signature de démarche|suivi d'une caméra à l'autre} ».
Lors de la démonstration à $ville, le mannequin en carton a été reconnu comme {un adulte calme|une valise|un sportif}.
Personne ne forme les agents à dire non à la machine. Celui de $ville m'a dit : « si {ça sonne|ça clignote|c'est rouge}, j'envoie quelqu'un, sinon c'est ma faute ».
Le fournisseur change de nom {tous les deux ans|à chaque procès|avec les saisons}, mais le numéro de téléphone du contrat de $ville est resté le même.
$elu a expliqué que la machine « n'a pas de préjugés ». J'ai demandé où elle avait appris. « {En Asie, je crois.|Sur des films.|Ça, il faudrait leur demander.} »
Une alerte « regroupement » $rue : $n personnes autour {d'un chiot|d'un musicien|d'une fuite d'eau}.
À $ville, on l'a fait retirer du cahier des charges en lisant à voix haute le paragraphe {sur les métadonnées|« briques optionnelles »|des seuils}. Une seule question a suffi : « pour quoi faire ? »
J'ai relu trois offres concurrentes : la même photo de foule, la même tour, et le même ciel bleu. Le prix, lui, va de $eur à 240 000 €.
Le centre a reçu un nouveau mur d'images. Selon $voisin, on y voit surtout {de la pluie|des pigeons|des livreurs qui cherchent un numéro}.
Quand j'ai demandé à voir les réglages, on m'a répondu que ce n'était « pas parlant ». J'ai répondu que {la recette du kouglof|une partition|mon bulletin de paie} non plus, et que je la lisais quand même.
  `,
  turns: String.raw`
La question à poser à chaque fois : qui décide du seuil ?
{Banc|Poussette|Manteau rouge} ou pas, une alerte envoie quelqu'un en uniforme vers quelqu'un qui n'a rien fait.
Je précise que je ne suis pas {du métier|de la partie|spécialiste}, corrigez-moi.
Sans le nombre total d'alertes, un exemple reste un exemple, j'en conviens.
Est-ce que le document est en ligne quelque part ?
À mon avis il ne faut pas discuter de la précision. Une machine parfaite me gênerait {autant|davantage|encore plus}.
Je l'ai raconté à $voisin, qui a répondu : « et ils appellent ça intelligent ».
On devrait en faire une planche du fanzine.
C'est le moment d'écrire, le marché de $ville est publié dans $n semaines.
Ce que je retiens : le débat n'a jamais eu lieu, et la facture si.
Je vais demander $piece, je vous dirai.
Il faudrait que {les lycéens|les agents|les commerçants} le disent aussi, on les écoutera mieux que nous.
J'aimerais entendre quelqu'un qui est pour, sincèrement, sur ce point précis.
Gardons l'exemple pour le glossaire.
Et si on les invitait à {une balade|la permanence|boire le thé de Gaspard} ?
Je n'ai pas de conclusion. Seulement l'impression qu'on apprend à la ville à se méfier de ses habitants.
  `,
};
