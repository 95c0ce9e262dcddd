import type { DatedChapter } from './chapter.js';
import { reply, thread } from './desk-script.js';
import { micros, texts } from './texts/waiting-texts.js';
import type { Unpublished } from './unpublished.js';

const HALF_A_MINUTE = 0.4;

/**
 * What was decided about messages of the last days, and what became of that: returned, refused, appealed, undone,
 * accepted in other words or with an answer. The messages that are published go to threads without other new posts, so
 * that posts of other threads keep the numbers of their chapter.
 */
export function stories(chapters: DatedChapter[]): Unpublished[] {
  const to = (title: string, text: string): Unpublished['words'] => reply(chapters, title, text);
  return [
    // One of two moderators has agreed; another has undone a refusal made by mistake. Both submissions wait.
    {
      by: 'Ancien de chez Omniveille',
      ago: 147,
      words: to('Hyperviseur de Port-Elvain', texts.brique),
      judged: [{ by: 'Nadia Kherfi', after: 35, decision: 'accept' }],
    },
    {
      by: 'Cycliste',
      ago: 22,
      words: to('Ostremont : verbalisé', texts.piste),
      judged: [
        {
          by: 'Nadia Kherfi',
          after: 5,
          decision: 'refuse',
          reason: 'off-topic',
          undone: { by: 'Nadia Kherfi', after: HALF_A_MINUTE },
        },
      ],
    },
    {
      by: 'Sacha Lormier',
      ago: 71,
      words: to('Cambrelin : qui regarde', texts.nuit),
      judged: [
        { by: 'Augustin Pell', after: 25, decision: 'accept', undone: { by: 'Augustin Pell', after: HALF_A_MINUTE } },
      ],
    },
    // Sent back.
    {
      by: 'Maud Tessier',
      ago: 1_500,
      words: to('Combien ça coûte', texts.sansSource),
      judged: [
        {
          by: 'Ilyès Carpentier',
          after: 95,
          decision: 'return',
          remark: 'Où avez-vous lu ces condamnations ? Avec un lien ou une date, votre message passe tout de suite.',
        },
      ],
    },
    {
      label: 'returned',
      by: 'Passante',
      ago: 2_100,
      words: to(micros, texts.plaque),
      judged: [
        {
          by: 'Ilyès Carpentier',
          after: 40,
          decision: 'return',
          remark: 'Votre observation est utile. Retirez seulement la plaque et nous publions dans l’heure.',
        },
      ],
    },
    // Refused, and somebody asks for another look.
    {
      label: 'appealed',
      by: 'Franc-parleur',
      ago: 3_300,
      words: to('Hyperviseur de Port-Elvain', texts.insulte),
      judged: [
        {
          by: 'Nadia Kherfi',
          after: 130,
          decision: 'refuse',
          reason: 'insult',
          remark: 'Le désaccord est bienvenu, pas l’insulte à une personne.',
        },
      ],
      objection: { after: 900, text: texts.francRecours },
    },
    {
      by: 'Maud Tessier',
      ago: 9_400,
      words: to('Cambrelin : qui regarde', texts.rumeur),
      judged: [
        {
          by: 'Augustin Pell',
          after: 61,
          decision: 'refuse',
          reason: 'unsourced',
          remark: 'Une accusation grave demande une source, et une voiture n’en est pas une.',
        },
      ],
      objection: { after: 8_200, text: texts.rumeurRecours },
    },
    {
      by: 'Nageur',
      ago: 4_900,
      words: thread('villes', 'Et la piscine ?', texts.piscine),
      judged: [{ by: 'Ilyès Carpentier', after: 200, decision: 'refuse', reason: 'off-topic' }],
      objection: { after: 4_480, text: texts.piscineRecours },
    },
    {
      label: 'granted',
      by: 'ancienne élue',
      ago: 6_100,
      words: to('Dix questions au maire', texts.ancienne),
      judged: [{ by: 'Ilyès Carpentier', after: 75, decision: 'refuse', reason: 'off-topic' }],
      objection: {
        after: 400,
        text: texts.ancienneRecours,
        judged: {
          by: 'Nadia Kherfi',
          after: 190,
          decision: 'accept',
          remark: 'Vous aviez raison, c’est bien là que c’était. Merci d’avoir insisté.',
        },
      },
    },
    {
      by: 'Voix du marché',
      ago: 7_200,
      words: to('Dix questions au maire', texts.voix),
      judged: [{ by: 'Nadia Kherfi', after: 90, decision: 'refuse', reason: 'unsourced' }],
      objection: {
        after: 300,
        text: texts.voixRecours,
        judged: {
          by: 'Ilyès Carpentier',
          after: 700,
          decision: 'refuse',
          remark: 'Relu par une autre personne : il faudrait dire quand, et devant qui.',
        },
      },
    },
    {
      label: 'refused',
      by: 'Gérard',
      ago: 3_900,
      words: to('Val-Brézin : 42 caméras', texts.casierBis),
      judged: [{ by: 'Ilyès Carpentier', after: 66, decision: 'refuse', reason: 'duplicate' }],
    },
    {
      by: 'Casimir Brochet',
      ago: 30_200,
      words: to('Hyperviseur de Port-Elvain', texts.casimir),
      judged: [
        {
          by: 'Ilyès Carpentier',
          after: 80,
          decision: 'return',
          remark: 'Le fond nous intéresse. Sans le surnom que vous donnez à Loïc, c’est publié.',
        },
      ],
    },
    {
      by: 'Casimir Brochet',
      ago: 21_000,
      words: to('Hyperviseur de Port-Elvain', texts.casimirEncore),
      judged: [
        {
          by: 'Nadia Kherfi',
          after: 190,
          decision: 'refuse',
          reason: 'insult',
          remark: 'Nous vous l’avions demandé deux fois.',
        },
      ],
    },
    {
      by: 'Bonus',
      ago: 7_700,
      words: thread('documents', 'Bonus de bienvenue', texts.casino),
      judged: [{ by: 'Firmin Dastugue', after: 300, decision: 'spam' }],
    },
    {
      by: 'Docteur Mince',
      ago: 4_000,
      words: to('Fanzine : il nous faut un titre', texts.pilules),
      judged: [{ by: 'Nadia Kherfi', after: 25, decision: 'spam' }],
    },
    { by: 'Maud Tessier', ago: 5_300, words: to('Référé ou pas référé', texts.doute), withdrawnAfter: 55 },
    // Accepted: at the second go, in the team's words, with an answer.
    {
      by: 'Aminata S.',
      ago: 2_700,
      words: to('Tram', texts.tramSuite),
      judged: [
        {
          by: 'Ilyès Carpentier',
          after: 20,
          decision: 'accept',
          undone: { by: 'Ilyès Carpentier', after: HALF_A_MINUTE },
        },
        { by: 'Augustin Pell', after: 31, decision: 'accept' },
        { by: 'Nadia Kherfi', after: 33, decision: 'accept' },
      ],
    },
    {
      by: 'Un ancien de l’arsenal',
      ago: 1_900,
      words: to('Port-Elvain : les mâts', texts.faute),
      judged: [
        {
          by: 'Ilyès Carpentier',
          after: 48,
          decision: 'accept',
          text: texts.fauteRelue,
          remark: 'Deux accords corrigés, rien d’autre.',
        },
      ],
    },
    {
      by: 'Visiteuse de Mérinvault',
      ago: 1_250,
      words: to('Balade cartographique', texts.cars),
      judged: [{ by: 'Ilyès Carpentier', after: 12, decision: 'accept', reply: texts.carsReponse }],
    },
    {
      by: 'Chat de gouttière',
      ago: 820,
      words: to('Querbignac', texts.lavoir),
      judged: [{ by: 'Nadia Kherfi', after: 64, decision: 'accept' }],
    },
  ];
}
