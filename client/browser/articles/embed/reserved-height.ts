/**
 * Reserves a whole screen of height for a section that is being loaded. What the page shows below it is then off the
 * screen from the start, and does not move on the screen when the section comes, even if that is short. Until this
 * script runs, the style sheet of the page does the same (docs/embed/element). Browsers without constructable style
 * sheets reserve nothing.
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

  /** The section is loaded. From now on only the part of the screen below its upper edge is reserved. */
  settle(): void {
    const left = innerHeight - this.element.getBoundingClientRect().top;
    this.hold(`${Math.max(0, Math.ceil(left))}px`);
  }

  private hold(height: string): void {
    this.sheet?.replaceSync(`:host { display: block; min-block-size: ${height} }`);
  }
}
