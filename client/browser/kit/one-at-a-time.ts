/**
 * Runs `work` one at a time: all calls while it runs together cause one more run afterwards. When it fails it is tried
 * again, later and later, up to once in a minute.
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
