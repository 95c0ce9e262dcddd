import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { entityWritings } from './entity-writings.js';
import { filesThat, filesWith, sources } from './sources.js';

/**
 * The rules that an import can't show: what the text of a query or a repository touches, and who reads the
 * environment.
 */
const { writer } = JSON.parse(readFileSync('src/floors.json', 'utf8')) as {
  writer: { folders: string[]; files: string[] };
};

const opens = (text: string, entity: string): boolean =>
  entityWritings(text, entity).some(({ act }) => !/^(update|increment|decrement)$/.test(act));

describe('the sources', () => {
  // Two files for one door: publish() opens threads by open-thread.ts, and so does a move, which fills the empty
  // numbers that it is given there with what was published before (the rule about who may import it is in
  // publishing.spec.ts).
  it('create a thread or a post in one place only', () => {
    expect(
      filesThat((text) => /insert\s+into\s+(public\.)?"?thread\b/i.test(text) || opens(text, 'ThreadEntity')),
    ).toEqual(['publishing/open-thread.ts']);
    expect(
      filesThat((text) => /insert\s+into\s+(public\.)?"?post\b/i.test(text) || opens(text, 'PostEntity')),
    ).toEqual(['publishing/add-posts.ts', 'publishing/open-thread.ts']);
  });

  it('name the tables of the desk only where the Writer may be', () => {
    const entities = sources.flatMap(
      ({ text }) => /@Entity\(\{ schema: 'desk'.*\n(?:@.*\n)*export class (\w+)/.exec(text)?.[1] ?? [],
    );
    expect(entities).toContain('SubmissionEntity');
    const named = filesWith(
      new RegExp(`\\b(from|join|into|update|table|on)\\s+(only\\s+)?"?desk"?\\.|\\b(${entities.join('|')})\\b`, 'i'),
    );
    expect(named).toContain('publishing/as-post.ts');
    expect(named.filter((file) => !writer.folders.includes(file.split('/')[0] ?? ''))).toEqual([]);
  });

  it('read the environment in one place only', () => {
    expect(filesWith(/process\.env\b/)).toEqual(['config/read-config.ts']);
  });

  it('ask no clock but the one that can be set', () => {
    expect(
      filesWith(/\bDate\.now\(|\bnew Date\(\)|(?<![.\w])now\(\)(?!:)/).filter((file) => !file.startsWith('clock/')),
    ).toEqual([]);
  });

  it('reach the database through the Reader, the Writer and a transaction, and not through what TypeORM and Nest have beside them', () => {
    const outside = ({ file }: { file: string }) => !/^database\/|\.entity\.ts$/.test(file);
    const typeorm = sources.filter(outside).flatMap(({ file, text }) =>
      [...text.matchAll(/import (?:type )?([^;]*?) from '(typeorm[^']*|@nestjs\/typeorm[^']*)'/g)].flatMap(
        ([, names = '', from = '']) =>
          names
            .replace(/[{}]/g, '')
            .split(',')
            .map((name) => `${file}: ${from} ${name.trim()}`),
      ),
    );
    expect(
      typeorm.filter(
        (line) => !/ typeorm (type )?(Any|Not|IsNull|LessThan|LessThanOrEqual|MoreThan|MoreThanOrEqual)$/.test(line),
      ),
    ).toEqual([]);
    expect(
      filesWith(/\.manager\b|\bgetRepository\b|\bcreateQueryRunner\b|\bqueryRunner\b/).filter((file) =>
        outside({ file }),
      ),
    ).toEqual([]);
  });

  it('write through no relation: an entity cascades nothing and does nothing by itself', () => {
    expect(filesWith(/\bcascade:|orphanedRowAction|@(Before|After)(Insert|Update|Remove|Load)\b/)).toEqual([]);
  });
});
