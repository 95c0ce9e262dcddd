/** What readers have reported; read by reported.ts, where the signs are explained. */
export const reports = String.raw`
=== Cambrelin : qui regarde | Je travaille dans un service voisin
- | 2640 | personal-data | Avec « service voisin » et les ascenseurs on sait tout de suite qui c'est.
Louise-Anne | 1990 | personal-data | Je connais cette personne, elle risque son poste. Peut-on retirer la phrase sur le standard ?
Yann-du-port | 311 | personal-data |
- | 45 | other | Pareil que les autres, j'imagine.
Hélène Quintrec | 12 | personal-data | Il faudrait au moins prévenir l'auteur avant.
=== La caméra qui surveille le boulodrome | Moi je l'ai demandée
- | 178 | insult | Il défend les caméras, ce n'est pas sa place ici.
Dédé la Loupe | 122 | other | Signalé pour qu'on réponde, pas pour qu'on retire.
=== Une caméra dans notre hall | Chez nous au 14
Thibault Vasse | 84 | personal-data | « Le gardien du 14 », il n'y en a qu'un.
=== Mes parents sont pour | Demandez ce qu'il attend
- | 950 | off-topic |
=== « Maraudage » | Ma vie entière
- | 1400 | other | Message en double avec celui du fanzine.
=== Collectionnons les fausses alertes | Chez nous : « véhicule à contresens »
Solveig | 66 | unsourced | Le rideau, c'était à Cambrelin, et ce n'était pas une caméra.
Gaspard Trouvé | 31 | unsourced |
=== 87 € de photocopies | J'y suis allée avec un thermos
- | 27 | personal-data | La nièce est reconnaissable.
=== Exposition : cherche mur | J'ai le long mur de ma réserve
- | 3900 | advertising | C'est de la publicité pour sa boutique.
! Nadia Kherfi | 3610 | | Il prête un mur, il ne vend rien.
=== Le supermarché | Ils l'ont changée de rayon
- | 5200 | off-topic | La moutarde n'est pas un sujet.
! Augustin Pell | 5050 | | La moutarde reste.
`;
