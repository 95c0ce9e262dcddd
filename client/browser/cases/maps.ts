/** Lets a map be moved and drawn closer; pages without one never load these scripts. */
export function startMaps(): void {
  const map = document.querySelector<HTMLElement>('[data-map]');
  if (map === null) return;
  void import('./map-view.ts').then(({ startView }) => {
    const view = startView(map);
    void import('./map-filters.ts').then(({ startFilters }) => startFilters(view));
  });
}
