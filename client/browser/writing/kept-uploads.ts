import type { PreviousUpload, UrlStorage } from 'tus-js-client';
import { Shelf } from '../kit/shelf.ts';

/** One file of a form, as this window remembers it: never its name. */
export interface KeptUpload {
  /** A text by which the same file is known when it is chosen again: its size and when it was changed. */
  fingerprint: string;
  url: string;
  /** How much of it has come, in hundredths. */
  percent: number;
}

export function tokenOf(url: string): string {
  return url.split('/').pop() ?? '';
}

/**
 * What one form has sent, until it was sent itself: kept in this window alone, which forgets it when it is closed. It
 * is also what tus asks where an upload stands.
 */
export class KeptUploads implements UrlStorage {
  private readonly shelf = new Shelf(() => sessionStorage);
  private list: KeptUpload[];

  constructor(private readonly name: string) {
    this.list = this.shelf.read<KeptUpload[]>(name) ?? [];
  }

  get all(): readonly KeptUpload[] {
    return this.list;
  }

  note(url: string, percent: number): void {
    this.put(this.list.map((each) => (each.url === url ? { ...each, percent } : each)));
  }

  forget(url: string): void {
    this.put(this.list.filter((each) => each.url !== url));
  }

  keepOnly(isKept: (upload: KeptUpload) => boolean): void {
    this.put(this.list.filter(isKept));
  }

  addUpload(fingerprint: string, { uploadUrl }: PreviousUpload): Promise<string> {
    const url = uploadUrl ?? '';
    this.put([...this.list.filter((each) => each.url !== url), { fingerprint, url, percent: 0 }]);
    return Promise.resolve(url);
  }

  removeUpload(url: string): Promise<void> {
    this.forget(url);
    return Promise.resolve();
  }

  findAllUploads(): Promise<PreviousUpload[]> {
    return Promise.resolve(this.list.map(previous));
  }

  findUploadsByFingerprint(fingerprint: string): Promise<PreviousUpload[]> {
    return Promise.resolve(this.list.filter((each) => each.fingerprint === fingerprint).map(previous));
  }

  private put(list: KeptUpload[]): void {
    this.list = list;
    if (list.length === 0) this.shelf.remove(this.name);
    else this.shelf.write(this.name, list);
  }
}

function previous({ url }: KeptUpload): PreviousUpload {
  return { uploadUrl: url, urlStorageKey: url, size: null, metadata: {}, creationTime: '', parallelUploadUrls: null };
}
