import { describe, expect, it } from '@jest/globals';
import { entityWritings, mayChange } from './entity-writings.js';
import { sources } from './sources.js';

const IMPORT = `import { ThreadEntity } from '../threads/thread.entity.js';\n`;

const acts = (text: string): string[] => entityWritings(text, 'ThreadEntity').map(({ act }) => act);

describe('the rules about who writes', () => {
  it.each([
    ['tx.repository(ThreadEntity).update({ id }, { title });', 'update'],
    ['await tx\n  .repository(ThreadEntity)\n  .update({ id }, { title });', 'update'],
    ['tx.repository(ThreadEntity).insert({ id, title });', 'insert'],
    ['tx.repository(ThreadEntity).save(thread);', 'save'],
    ['tx.repository(ThreadEntity).upsert({ id }, ["id"]);', 'upsert'],
    ['tx.repository(ThreadEntity).increment({ id }, "changes", 1);', 'increment'],
    ['tx.repository(ThreadEntity).delete({ id });', 'delete'],
    ['tx.repository(ThreadEntity).remove(thread);', 'remove'],
    ['tx.repository(ThreadEntity).clear();', 'clear'],
    ['tx.repository(ThreadEntity).query(sql);', 'query'],
    ['const threads = tx.repository(ThreadEntity);\nawait threads.update({ id }, { title });', 'unclear'],
    ['await retitle(tx.repository(ThreadEntity), id);', 'unclear'],
    ['tx.repository(ThreadEntity)[verb]({ id }, { title });', 'unclear'],
    ['tx.repository(ThreadEntity).manager.delete(MemberEntity, {});', 'unclear'],
    ['tx.repository(ThreadEntity).createQueryBuilder().update().set({ title }).execute();', 'unclear'],
    ['tx.repository(ThreadEntity).createQueryBuilder("t").where("id = 1").delete().execute();', 'unclear'],
    ['const builder = tx.repository(ThreadEntity).createQueryBuilder("t");', 'unclear'],
    ['tx.repository(MemberEntity).createQueryBuilder().update(ThreadEntity).set({ title }).execute();', 'unclear'],
    [
      'tx.repository(MemberEntity).createQueryBuilder().insert().into(ThreadEntity).values(values).execute();',
      'unclear',
    ],
    ['tx.repository(MemberEntity).createQueryBuilder().delete().from(ThreadEntity).execute();', 'unclear'],
    ['manager.update(ThreadEntity, { id }, { title });', 'unclear'],
    ['const Renamed = ThreadEntity;', 'unclear'],
    ['class Mine extends ThreadEntity {}', 'unclear'],
    ['export { ThreadEntity };', 'unclear'],
    [`builder.update('thread').set({ title });`, 'unclear'],
    [`builder.into('public.thread').values(values);`, 'unclear'],
    [`manager.getRepository('ThreadEntity').update({ id }, { title });`, 'unclear'],
    [`manager.getRepository('thread').update({ id }, { title });`, 'unclear'],
    [`import * as entities from '../threads/thread.entity.js';`, 'unclear'],
    [`export * from '../threads/thread.entity.js';`, 'unclear'],
    [`const { [name]: entity } = await import('../threads/thread.entity.js');`, 'unclear'],
  ])('see %j', (text, act) => {
    expect(acts(IMPORT + text)).toEqual([act]);
  });

  it('see an entity that is imported under another name', () => {
    expect(acts(`import { ThreadEntity as Other } from '../threads/thread.entity.js';\nOther;`)).toEqual(['unclear']);
  });

  it.each([
    ['tx.repository(ThreadEntity).findOneBy({ id });'],
    ['reader\n  .repository(ThreadEntity)\n  .find({ where: { categoryId }, order: { id: "DESC" } });'],
    ['tx.repository(ThreadEntity).existsBy({ id });'],
    [
      'tx.repository(ThreadEntity).createQueryBuilder("t").where("t.id = :id", { id }).setLock("pessimistic_write").getOne();',
    ],
    ['tx.repository(PostEntity).createQueryBuilder("p").innerJoin(ThreadEntity, "t", "t.id = p.threadId").getMany();'],
    [`type Named = Pick<ThreadEntity, 'title'>;`],
    ['class Other {\n  @ManyToOne(() => ThreadEntity) thread: Relation<ThreadEntity>;\n}'],
  ])('leave reading alone: %j', (text) => {
    expect(acts(IMPORT + text)).toEqual([]);
  });

  it.each([
    [`update({ id, status: 'waiting' }, { number, title });`, false],
    [`insert({ id, status: 'waiting' });`, false],
    [`update({ id }, { status: 'published' });`, true],
    ['update({ id }, { number, status });', true],
    ['update({ id }, { ...decided });', true],
    ['update({ id }, { [column]: value });', true],
    ['update({ id }, changes);', true],
    ['update(waiting, { number });', true],
    ['increment({ id }, column, 1);', true],
    ['save(submission);', true],
    ['createQueryBuilder().update().set({ number }).execute();', true],
  ])('tell what may change the state from what does not: %j', (text, may) => {
    expect(
      entityWritings(`tx.repository(SubmissionEntity).${text}`, 'SubmissionEntity').map((writing) =>
        mayChange('status', writing),
      ),
    ).toEqual([may]);
  });

  it('find no writing in the entities themselves', () => {
    const names = sources.flatMap(({ text }) =>
      [...text.matchAll(/^export class (\w+Entity)\b/gm)].map(([, name = '']) => name),
    );
    expect(names.length).toBeGreaterThan(40);
    const own = sources.filter(({ file }) => file.endsWith('.entity.ts'));
    expect(
      own.flatMap(({ file, text }) =>
        names.filter((name) => entityWritings(text, name).length > 0).map((name) => `${file}: ${name}`),
      ),
    ).toEqual([]);
  });
});
