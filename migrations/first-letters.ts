/** The letters that a forum begins with. They are in French, the language of those who read them; titles in both. */
export const FIRST_LETTERS: readonly { code: string; fr: string; en: string; body: string }[] = [
  {
    code: 'request',
    fr: 'Demander des documents',
    en: 'Ask for documents',
    body: `{authority}
à l’attention de la personne responsable de l’accès aux documents administratifs

**Objet : demande de communication de documents administratifs**

Madame, Monsieur,

Sur le fondement des articles L. 311-1 et suivants du code des relations entre le public et l’administration, je vous demande de me communiquer les documents suivants, qui concernent la commune de {town} :

{documents}

Je souhaite les recevoir par voie électronique.

Sans réponse de votre part un mois après la réception de cette lettre, votre silence vaudra refus (articles R. 311-12 et R. 311-13 du même code), et je pourrai saisir la commission d’accès aux documents administratifs.

Je vous prie d’agréer, Madame, Monsieur, mes salutations attentives.`,
  },
  {
    code: 'cada',
    fr: 'Saisir la CADA',
    en: 'Refer to the CADA',
    body: `Commission d’accès aux documents administratifs

**Objet : demande d’avis après un refus de communication**

Madame, Monsieur,

J’ai demandé à l’administration ({authority}), par une lettre envoyée le {sent} et reçue le {received}, la communication des documents suivants, qui concernent la commune de {town} :

{documents}

Cette communication m’a été refusée, en toutes lettres ou par un silence d’un mois.

Sur le fondement de l’article R. 343-1 du code des relations entre le public et l’administration, je demande à la commission de rendre un avis sur ce refus.

Pièces jointes :

- la copie de ma demande ;
- la preuve de son envoi ou de sa réception ;
- la réponse de l’administration, si elle en a fait une.

Je vous prie d’agréer, Madame, Monsieur, mes salutations attentives.`,
  },
  {
    code: 'reminder',
    fr: 'Relancer, avec l’avis de la CADA',
    en: 'Remind, with the opinion of the CADA',
    body: `{authority}
à l’attention de la personne responsable de l’accès aux documents administratifs

**Objet : avis de la CADA sur ma demande de documents**

Madame, Monsieur,

Le {sent}, je vous ai demandé la communication des documents suivants, qui concernent la commune de {town} :

{documents}

La commission d’accès aux documents administratifs, qui a enregistré ma demande d’avis le {registered}, a rendu l’avis dont vous trouverez la copie ci-jointe.

Je vous demande de me communiquer ces documents, dans le sens de cet avis.

Sans réponse de votre part deux mois après cet enregistrement, votre silence confirmera le refus (articles R. 343-4 et R. 343-5 du code des relations entre le public et l’administration), et je pourrai saisir le tribunal administratif.

Je vous prie d’agréer, Madame, Monsieur, mes salutations attentives.`,
  },
  {
    code: 'court',
    fr: 'Saisir le tribunal administratif',
    en: 'Go to the administrative court',
    body: `Tribunal administratif

**Objet : requête en annulation d’un refus de communication de documents administratifs**

Madame, Monsieur,

**Les faits.** Le {sent}, j’ai demandé à l’administration ({authority}) la communication des documents suivants, qui concernent la commune de {town} :

{documents}

Ma demande a été reçue le {received} ; elle a été refusée, en toutes lettres ou par le silence. La commission d’accès aux documents administratifs a enregistré ma demande d’avis le {registered}. Le refus a été confirmé, en toutes lettres ou par deux mois de silence à partir de cet enregistrement (articles R. 343-4 et R. 343-5 du code des relations entre le public et l’administration).

**La demande.** Par ces motifs, je demande au tribunal, dans le délai de l’article R. 421-1 du code de justice administrative :

- d’annuler ce refus ;
- d’ordonner la communication des documents demandés.

Pièces jointes :

- la copie de ma demande, et la preuve de son envoi ou de sa réception ;
- la réponse de l’administration, si elle en a fait une ;
- l’accusé d’enregistrement de la CADA, et son avis s’il est rendu.`,
  },
];
