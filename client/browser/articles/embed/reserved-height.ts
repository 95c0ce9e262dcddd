/**
 * Holds the place of a section that is on its way, so that what the page shows below it does not move when it comes:
 * that stands below the screen from the start, and is there still when a section is short. A page does the same until
 * this script runs (docs/embed/element). Older browsers without such style sheets hold no place.
 */
export class ReservedHeight {
  private readonly sheet = 'adoptedStyleSheets' in Document.prototype ? new CSSStyleSheet() : null;

  constructor(
    private readonly element: HTMLElement,
    root: ShadowRoot,
  ) {
    if (this.sheet === null) return;
    root.adoptedStyleSheets = [this.sheet];
    this.hold('100vh');
  }

  /** What is there now is what is shown: from here on only what is left of the screen below its beginning is held. */
  settle(): void {
    const left = innerHeight - this.element.getBoundingClientRect().top;
    this.hold(`${Math.max(0, Math.ceil(left))}px`);
  }

  private hold(height: string): void {
    this.sheet?.replaceSync(`:host { display: block; min-block-size: ${height} }`);
  }
}
