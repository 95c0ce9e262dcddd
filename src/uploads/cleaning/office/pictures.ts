import { cleanPicture } from '../picture.js';
import type { Parts } from './archive.js';

/** The pictures within a file, each cleaned once and named anew; what no reader of ours knows is left out. */
export class OfficePictures {
  /** The cleaned pictures by their new paths. */
  readonly cleaned = new Map<string, Uint8Array>();
  /** Whether some pictures could not be cleaned. */
  hasLost = false;
  private readonly known = new Map<string, Promise<string | null>>();

  constructor(
    private readonly parts: Parts,
    private readonly folder: string,
  ) {}

  /** The new path of the picture at `path`, or null where there is none any more. */
  pathOf(path: string): Promise<string | null> {
    const known = this.known.get(path) ?? this.clean(path);
    this.known.set(path, known);
    return known;
  }

  private async clean(path: string): Promise<string | null> {
    const bytes = this.parts.get(path);
    if (bytes === undefined) return null;
    const number = this.known.size + 1;
    try {
      const { bytes: clean, extension } = await cleanPicture(bytes);
      const named = `${this.folder}/picture${number}.${extension}`;
      this.cleaned.set(named, clean);
      return named;
    } catch {
      this.hasLost = true;
      return null;
    }
  }
}
