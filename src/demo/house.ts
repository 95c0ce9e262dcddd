import { BlockedLists, readLists } from '../administration/blocked-lists.js';
import { CategoryAdministration } from '../administration/category-administration.js';
import { type TypedCategory, typedOf } from '../administration/checked-category.js';
import { ReasonList } from '../administration/reason-list.js';
import { Invalid } from '../errors/errors.js';
import type { Act } from './act.js';
import { ADMINISTRATOR } from './cast.js';
import type { Stage } from './stage.js';

const DAY = 24 * 3600 * 1000;

/** With `*` a line matches the beginning of a word; a message with a word of `refuse` never reaches the desk. */
const WORDS = {
  hold: 'balance\nvendus\ncasino\nbrouilleur*\nperdez du poids',
  refuse: 'viagra\ncryptomonnaie garantie',
};

const REASON = {
  code: 'too-early',
  position: '4',
  active: 'yes',
  fr: 'trop tôt : une personne risque d’être exposée',
  en: 'too early: somebody might be exposed',
  aboutFr: 'Une démarche est en cours, et le message la ferait échouer ou désignerait qui l’a faite.',
  aboutEn: 'Something is under way that the post would spoil, or it would show who is behind it.',
  bodyFr:
    'Bonjour {author}, votre message sur « {thread} » pourrait exposer quelqu’un tant que la démarche n’est pas finie. Gardez-le, nous le publierons ensuite.',
  bodyEn:
    'Hello {author}, your post in “{thread}” might expose somebody while this is under way. Keep it, we will publish it afterwards.',
};

/** Changes some settings of a category at /categories, as they stand then. */
async function change(stage: Stage, slug: string, typed: Partial<TypedCategory>, at: Date): Promise<void> {
  const administration = new CategoryAdministration(stage.writer);
  const administrator = stage.who(ADMINISTRATOR);
  const category = (await administration.all(administrator)).find((each) => each.slug === slug);
  if (category === undefined) throw new Error(`there is no category ${slug}`);
  const moderators = (await administration.moderators(administrator, category.id, at)).filter(
    (each) => each.here && !each.everywhere,
  );
  await administration.change(
    administrator,
    category.id,
    { ...typedOf(category), ...typed, moderators: moderators.map(({ id }) => id) },
    at,
  );
}

/**
 * What the administrator has set in the last weeks: lists of words, a reason of the house's own, two who must agree.
 */
export function house(now: Date): Act[] {
  const act = (days: number, deed: (stage: Stage, at: Date) => Promise<unknown>): Act => {
    const at = new Date(now.getTime() - days * DAY);
    return { at, alone: async (stage) => void (await deed(stage, at)) };
  };
  return [
    act(40, (stage, at) => new BlockedLists(stage.writer).save(stage.who(ADMINISTRATOR), readLists(WORDS), at)),
    act(25, async (stage, at) => {
      await new ReasonList(stage.writer)
        .add(stage.who(ADMINISTRATOR), REASON, { now: at, language: 'fr' })
        .catch((problem: unknown) => {
          if (!(problem instanceof Invalid && problem.fields['code'] === 'code-taken')) throw problem;
        });
    }),
    act(10, (stage, at) => change(stage, 'coordination', { closesAfter: '180' }, at)),
    act(6, (stage, at) => change(stage, 'videosurveillance-algorithmique', { agreement: '2', history: 'yes' }, at)),
  ];
}
