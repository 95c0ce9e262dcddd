/**
 * Combines several calls into one, some seconds later, and at another moment in each window: all windows on the same
 * thread get the same news at once and would otherwise all ask the server at once.
 */
export function soon(act: () => void): () => void {
  let isComing = false;
  return () => {
    if (isComing) return;
    isComing = true;
    setTimeout(
      () => {
        isComing = false;
        act();
      },
      500 + Math.random() * 2500,
    );
  };
}
