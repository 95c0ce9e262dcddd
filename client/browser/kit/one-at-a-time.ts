/**
 * Runs `work` one at a time: all calls while it runs cause one further run together. When it fails it is tried again,
 * after longer and longer pauses, of a minute at most.
 */
export function oneAtATime(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  let failures = 0;
  const run = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    again = false;
    try {
      await work();
      failures = 0;
    } catch {
      failures += 1;
      setTimeout(() => void run(), Math.min(60_000, 1000 * 2 ** failures));
    }
    running = false;
    if (again) await run();
  };
  return () => void run();
}
