import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until it is so; news need a moment to arrive. @throws what the last asking threw, after ten seconds. */
export async function until(isSo: () => Promise<void>, patience = 10_000, pauseBetween = 10): Promise<void> {
  const end = performance.now() + patience;
  for (;;) {
    try {
      return await isSo();
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await pause(pauseBetween);
  }
}
