import { townAndDepartment } from '../../../src/towns/town.ts';
import type { Proposal } from '../kit/proposals.ts';

/**
 * Null when there are no suggestions, after too many requests or while the server is away. The field works without
 * them.
 */
export async function readTowns(typed: string, signal: AbortSignal): Promise<Proposal[] | null> {
  try {
    const answer = await fetch(`/towns.json?q=${encodeURIComponent(typed.trim().slice(0, 200))}`, {
      credentials: 'same-origin',
      signal,
    });
    if (!answer.ok) return null;
    const towns = (await answer.json()) as { name: string; department: string; postal: string[] }[];
    return towns.map((town) => ({ value: townAndDepartment(town), note: town.postal.slice(0, 3).join(', ') }));
  } catch {
    return null;
  }
}
