import type { Queries } from '../../database/transaction.js';

/** What forms of facts choose from. A theme that was switched off stays where it was chosen before. */
export async function offeredLists(
  tx: Queries,
  before: { themes: readonly string[] } | null,
): Promise<{ themes: ReadonlySet<string>; zone: string }> {
  const [row] = await tx.query<{ themes: string[]; zone: string }>(
    'select array(select code from theme where active) as themes, time_zone as zone from site',
  );
  return { themes: new Set([...(row?.themes ?? []), ...(before?.themes ?? [])]), zone: row?.zone ?? 'UTC' };
}
