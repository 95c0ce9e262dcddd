import type { Act } from './act.js';
import type { Stage } from './stage.js';

/** As many acts as go into one transaction: enough to spare the disk, few enough to lose little when interrupted. */
const AT_ONCE = 50;

/** Performs the acts in the order of time; `progress` hears how many are done. */
export async function perform(acts: Act[], stage: Stage, progress: (done: number) => void): Promise<void> {
  const left = acts.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  while (left.length > 0) {
    await performSome(takeSome(left), stage);
    progress(acts.length - left.length);
  }
}

function takeSome(left: Act[]): Act[] {
  const end = left.findIndex((act, place) => place === AT_ONCE || 'alone' in act);
  return left.splice(0, end === -1 ? left.length : Math.max(end, 1));
}

async function performSome(acts: Act[], stage: Stage): Promise<void> {
  const [first] = acts;
  if (first !== undefined && 'alone' in first) return first.alone(stage);
  await stage.writer.transaction(async (tx) => {
    for (const act of acts) if ('perform' in act) await act.perform(stage, tx);
  });
}
