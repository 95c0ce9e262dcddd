/**
 * What lies at the desk when the demonstration starts, and what was decided about the last ones; performed by
 * waiting.ts.
 */
export const micros = 'Ostremont : des micros dans les lampadaires ?';

export const texts = {
  fiche: String.raw`J'ai retrouvé la fiche technique dans une annexe du marché d'éclairage, page 41. Le boîtier a bien deux modes :

-* {{niveau}} : une mesure par seconde, rien d'autre ;
-* {{signature}} : huit mille par seconde, « {pour la reconnaissance de classes d'évènements} ».

Rien ne dit lequel est activé chez nous. Je propose qu'on pose exactement cette question.`,
  nouveauStade: String.raw`Le club remet ça, avec un autre fournisseur et une autre affiche : « Comptage responsable ». Réunion publique jeudi à 18 h, sans garderie naturellement.

J'ai demandé le dossier. On m'a répondu qu'il serait « présenté en séance ». Qui vient avec moi, et qui garde les enfants ?`,
  affiche: String.raw`Bonjour, je n'ai pas de compte, j'espère que c'est le bon endroit.

Une affiche est apparue dans mon immeuble à Vaugrenet : « pour votre sécurité, les parties communes {{seront}} filmées ». Le vote a eu lieu quand ? Je n'ai reçu aucune convocation. Est-ce qu'une locataire peut demander à voir le procès-verbal ?`,
  tableau: String.raw`Le chiffre annoncé : 186 000 €. Voici ce que j'ai trouvé en lisant trois budgets et deux marchés.

|{{Poste}}|{{Annoncé}}|{{Trouvé}}|
|caméras et mâts|186 000|186 000|
|fibre et tranchées|—|141 500|
|serveurs et salle|—|58 200|
|entretien, cinq ans|—|97 000|
|électricité, cinq ans|—|15 500|
|assurance|—|4 200|

Plus de deux fois et demie. Personne n'a menti : on a seulement parlé de la première ligne.

<ins>Ajouté : l'électricité sur cinq ans et l'assurance, d'après le budget supplémentaire.</ins>`,
  renverse: String.raw`Une riveraine m'a convaincue : finalement le camion passe tous les jours, et le capteur ne m'inquiète plus du tout. Oubliez ce que j'avais écrit.`,
  colere: String.raw`ÇA SUFFIT. On me filme quand je sors, on m'écoute quand je rentre, et maintenant on me demande ma confiance ? Ma confiance, vous l'aviez. Vous l'avez posée sur un mât à 23 000 €.

Désolé pour les majuscules. Enfin, pour les deux premières.`,
  telephone: String.raw`Le responsable du chantier s'appelle M. Bernard Fictif, il habite au 12 de la rue Inventée et son portable est le 06 00 00 00 00. Appelez-le tous, il vous dira.`,
  liens: String.raw`Super forum !!! Découvrez nos kits pas chers, livraison offerte : https://kits.boutique.example/a https://kits.boutique.example/b https://kits.boutique.example/c https://promo.boutique.example/d https://promo.boutique.example/e https://promo.boutique.example/f https://avis.boutique.example/g https://avis.boutique.example/h`,
  balises: String.raw`J'essaie de coller le code de la page de la mairie, il s'affiche bizarrement :

<script>alert("bonjour")</script> puis [un lien](javascript:alert(1)) et <marquee>la devise de la ville</marquee>

C'est bien comme ça que ça doit sortir, tel que tapé ?`,
  double: String.raw`La prochaine séance du conseil d'Ostremont est lundi à 20 h, la question des capteurs est au point 9. Le public entre par la cour.`,
  caisse: String.raw`J'ai retrouvé 12 € dans la poche du barnum. Je les remets à la caisse, avec une moule fossile qui ne m'appartient pas non plus.`,
  oreille: String.raw`Merci au Facteur. J'ai relevé les douze boîtiers dimanche : huit portent la même référence, trois sont illisibles, et un est habité par des mésanges. Je propose qu'on laisse les mésanges tranquilles et qu'on demande la fiche pour les onze autres.`,
  sansSource: String.raw`Il paraît que le prestataire a déjà été condamné deux fois pour avoir revendu des enregistrements. Tout le monde le sait.`,
  plaque: String.raw`La camionnette des installateurs est immatriculée AA-000-AA, elle se gare tous les matins devant le 6. Voilà, comme ça on sait.`,
  plaqueSuite: String.raw`La camionnette des installateurs se gare tous les matins devant le chantier, entre 7 h et 7 h 20, et repart à vide vers 9 h. L'entreprise n'est pas celle du marché publié.`,
  insulte: String.raw`Vous êtes tous des paranos et la dame du message 7 plus que les autres. Retournez jouer aux billes.`,
  rumeur: String.raw`L'adjoint touche une commission sur chaque caméra. Je n'ai pas de preuve mais regardez sa voiture.`,
  piscine: String.raw`Et la piscine ? Personne ne parle des horaires de la piscine, fermée le mercredi, c'est un scandale.`,
  pilules: String.raw`Perdez dix kilos sans effort, méthode naturelle, résultats garantis https://minceur.offres.example/go`,
  casino: String.raw`Gagnez chaque jour depuis votre canapé, bonus de bienvenue https://jeux.offres.example/bonus https://jeux.offres.example/vip`,
  doute: String.raw`Je me demande si on ne va pas trop vite en besogne. Je retire si je me trompe.`,
  corrige: String.raw`Contesté avec l'arrêté de 2017 en pièce jointe. Classé sans suite en trois semaines. Merci, je paie les radis à qui passe mercredi.

<ins>Mise à jour : le fleuriste aussi, classé hier. Nous en sommes à cinq.</ins>`,
  corrigeFrigo: String.raw`Imprimé, plastifié, distribué à la permanence. On l'appelle « le Frigo » maintenant. « Tu as regardé le Frigo ? »

<ins>Il en reste vingt exemplaires, dans la boîte à chaussures.</ins>`,
  corrigeMots: String.raw`« {{Anonymisation à la volée}} » : on vous floute le visage <del>avant</del> <ins>après</ins> l'avoir mesuré.`,
  nomme: String.raw`C'est mon voisin du 3 qui a signalé tout le monde, M. Exemple Imaginaire, sonnette du haut. Il travaille à la mairie.`,
  regret: String.raw`Je suis passée devant ce matin et j'ai crié sur l'agent. Je ne suis pas fière, je le raconte quand même.`,
  horaires: String.raw`La réunion publique d'Ostremont sur les capteurs est avancée à mardi, 18 h 30, salle du bas. Il y aura une garderie, demandez-la à l'accueil.`,
  piste: String.raw`La piste a été repeinte cette nuit. Le stationnement aussi est toujours là.`,
  brique: String.raw`Je connais ce cahier des charges, j'ai aidé à l'écrire. La « brique » de la page 4 a un nom dans la maison : « l'option qui se vend toute seule ».`,
  ancienne: String.raw`J'étais élue quand la première caméra a été votée. Nous avions dix minutes et un dossier de deux pages. Je le dis parce que personne ne me l'a jamais demandé.`,
  ancienneRecours: String.raw`Mon message parle bien de Mérinvault : c'est là que j'étais élue. Je ne l'avais pas écrit, pardon.`,
  voix: String.raw`L'adjoint au maire a menti en réunion, j'y étais, et tout le monde le sait.`,
  voixRecours: String.raw`Je maintiens qu'il a menti.`,
  francRecours: String.raw`Je retire « paranos » et je présente mes excuses à la dame du message 7. Le reste, c'est une opinion, et elle a sa place ici.`,
  rumeurRecours: String.raw`Je n'aurais pas dû parler de la voiture. Je demande seulement que la question des commissions puisse être posée, avec les comptes rendus qui sont publics.`,
  piscineRecours: String.raw`La piscine a deux caméras dans le hall des casiers, voilà le rapport. J'aurais dû commencer par là.`,
  gardienRecours: String.raw`Je n'ai donné que le prénom et l'étage, tout le quartier les connaît. Et si vous remettiez le message sans la première phrase ?`,
  nuit: String.raw`Depuis la publication, la ville a ajouté une ligne au marché : « supervision mutualisée, 19 h – 7 h ». 61 000 € par an.`,
  tramSuite: String.raw`Même station, même alerte, ce matin : un carton de livres oublié par la bibliothèque. J'ai rapporté les livres, [le catalogue s'en souvient->https://bibliotheque.example/arsenal].`,
  faute: String.raw`Les caméras de l'arsenal ont étés installé sans panneaux, et sans que ont en soit informé.`,
  fauteRelue: String.raw`Les caméras de l'arsenal ont été installées sans panneau, et sans que nous en soyons informés.`,
  cars: String.raw`À quelle heure part le dernier car pour Mérinvault après la réunion ?`,
  carsReponse: String.raw`Le dernier part à 22 h 12 devant la halle. Après, Loïc ramène qui veut.`,
  lavoir: String.raw`Le lavoir est aussi le rendez-vous des chats. Aucun n'a été entendu comme témoin.`,
  casierBis: String.raw`Quarante-deux caméras pour neuf mille habitants, votées en onze minutes. Quelqu'un a-t-il l'étude d'impact ?`,
  casimir: String.raw`Le capitaine Crochet des cahiers des charges a encore frappé. Page 66 il y a son bateau, pas le mien.`,
  casimirEncore: String.raw`Quand on ne sait pas lire on reste au port. Je le répéterai tant qu'il faudra.`,
  pageEloise: String.raw`Couturière, je répare aussi les parapluies. J'habite près du lavoir de Querbignac et je compte les caméras en promenant le chien.`,
  pageBertrand: String.raw`Imprimeur pendant trente ans, j'ai gardé le massicot. L'atelier est ouvert le samedi matin : https://massicot.example`,
};
