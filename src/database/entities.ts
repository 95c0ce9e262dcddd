import { getMetadataArgsStorage, type ObjectLiteral } from 'typeorm';
import { matching } from './matching.js';

/** The class of an entity: the only way to name a table to a repository. */
export type EntityClass<Row extends ObjectLiteral> = new () => Row;

/** The classes of the built files that match, so that a new entity or migration needs no entry in a list. */
export async function exportsOf(pattern: string): Promise<EntityClass<object>[]> {
  return (await matching(pattern))
    .flatMap((module) => Object.values(module))
    .filter((value): value is EntityClass<object> => typeof value === 'function');
}

/** Looked for once: both logins ask. */
let known: Promise<EntityClass<object>[]> | undefined;

/**
 * Every table has its entity in the folder that owns it. Published things are in the public schema, and the reader
 * login knows no other schema.
 */
export async function entitiesOf(login: 'reader' | 'writer'): Promise<EntityClass<object>[]> {
  const all = await (known ??= exportsOf('src/**/*.entity.js'));
  const tables = getMetadataArgsStorage().tables;
  return login === 'writer'
    ? all
    : all.filter((entity) => tables.some(({ target, schema }) => target === entity && schema === undefined));
}
