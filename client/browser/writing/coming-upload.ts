import { type DetailedError, Upload } from 'tus-js-client';
import { readElement } from '../kit/fragment.ts';
import { ComingItem } from './coming-item.ts';
import type { KeptUploads } from './kept-uploads.ts';

/**
 * The bytes of one request. A proxy that passes on only whole requests loses no more than these, and a browser that
 * repeats a request by itself repeats no more than these.
 */
const PART = 1024 * 1024;
/** Milliseconds before each try. Once something has come, they begin again at the first. */
const DELAYS = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 30_000, 30_000, 30_000];

export interface ComingOptions {
  file: File;
  /** The path that the form is sent to. */
  form: string;
  kept: KeptUploads;
  template: HTMLTemplateElement;
  /** Called when it stands still, until somebody wants it to go on. */
  onStand: () => void;
}

/** How it ended: its address, the words why it was not taken, or null where it was stopped. */
export type Ended = { url: string } | { refused: HTMLElement } | null;

/** One file on its way. */
export class ComingUpload {
  readonly item: ComingItem;
  readonly ended: Promise<Ended>;
  /** How far it is: waiting for its turn, coming, standing still, over. */
  state: 'waits' | 'comes' | 'stands' | 'over' = 'waits';
  readonly file: File;
  private readonly upload: Upload;
  private readonly kept: KeptUploads;
  private readonly onStand: () => void;
  private end: (ended: Ended) => void = () => undefined;
  private percent = 0;

  constructor({ file, form, kept, template, onStand }: ComingOptions) {
    this.file = file;
    this.kept = kept;
    this.onStand = onStand;
    this.item = new ComingItem(template, file.name);
    this.ended = new Promise((resolve) => (this.end = resolve));
    this.upload = new Upload(file, {
      endpoint: new URL('/uploads', location.href).href,
      chunkSize: PART,
      retryDelays: DELAYS,
      metadata: { form },
      urlStorage: kept,
      fingerprint: () => Promise.resolve(fingerprintOf(file)),
      onProgress: (sent, all) => {
        const percent = Math.floor((100 * sent) / Math.max(all, 1));
        if (percent === this.percent) return;
        this.percent = percent;
        this.item.far(percent);
        if (this.upload.url !== null) kept.note(this.upload.url, Math.min(percent, 99));
      },
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0;
        const again = status === 0 || status >= 500 || status === 409;
        if (again) this.item.say('breaks');
        return again && navigator.onLine;
      },
      onSuccess: () => {
        const { url } = this.upload;
        if (url !== null) kept.note(url, 100);
        this.item.say('arrived');
        this.finish(url === null ? null : { url });
      },
      onError: (error) => this.failed(error),
    });
    this.item.on('again', () => this.goOn());
    this.item.on('stop', () => void this.stop());
    addEventListener('online', () => this.state === 'stands' && this.goOn());
  }

  get url(): string | null {
    return this.upload.url;
  }

  /** `previous` is its address, if it was begun before and is not whole. */
  start(previous: string | null): void {
    if (previous !== null)
      this.upload.resumeFromPreviousUpload({
        uploadUrl: previous,
        urlStorageKey: previous,
        size: this.file.size,
        metadata: {},
        creationTime: '',
        parallelUploadUrls: null,
      });
    this.item.say('begins');
    this.goOn();
  }

  private goOn(): void {
    this.state = 'comes';
    this.item.far(this.percent);
    this.upload.start();
  }

  private async stop(): Promise<void> {
    const { url } = this.upload;
    this.finish(null);
    if (url !== null) this.kept.forget(url);
    // What has come of it is erased, too. If the server does not answer, it erases it by itself later.
    await this.upload.abort(true).catch(() => undefined);
  }

  private failed(error: Error | DetailedError): void {
    const response = 'originalResponse' in error ? error.originalResponse : null;
    const refused = response === null ? null : readElement(response.getBody());
    const status = response?.getStatus() ?? 0;
    const isOver = status === 413 || status === 422;
    if (isOver && refused?.matches('[data-not-taken]')) return this.finish({ refused });
    this.state = 'stands';
    this.item.stopped(this.percent, refused?.querySelector('[data-why]')?.textContent ?? null);
    this.onStand();
  }

  private finish(ended: Ended): void {
    this.state = 'over';
    this.end(ended);
  }
}

/** A text by which the same file is known when it is chosen again. It leaves out the name, which may say too much. */
export function fingerprintOf({ size, lastModified }: File): string {
  return `${size}-${lastModified}`;
}
