/**
 * Acts once for all that was wished meanwhile, some seconds later, and in each window at another moment: what one window
 * wishes, all those on the same thread wish at once.
 */
export function soon(act: () => void): () => void {
  let isComing = false;
  return () => {
    if (isComing) return;
    isComing = true;
    setTimeout(() => {
      isComing = false;
      act();
    }, 500 + Math.random() * 2500);
  };
}
