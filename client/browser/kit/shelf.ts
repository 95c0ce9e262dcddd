/**
 * The browser's own storage for small things. In private windows or with storage forbidden every access may throw, the
 * mere naming of it included: then nothing is kept, and nothing else breaks.
 */
export class Shelf {
  constructor(private readonly storage: () => Storage) {}

  read<T>(name: string): T | null {
    return this.attempt((storage) => JSON.parse(storage.getItem(name) ?? 'null') as T | null) ?? null;
  }

  write(name: string, value: unknown): void {
    this.attempt((storage) => storage.setItem(name, JSON.stringify(value)));
  }

  remove(name: string): void {
    this.attempt((storage) => storage.removeItem(name));
  }

  names(prefix: string): string[] {
    return this.attempt((storage) => Object.keys(storage).filter((name) => name.startsWith(prefix))) ?? [];
  }

  private attempt<T>(act: (storage: Storage) => T): T | undefined {
    try {
      return act(this.storage());
    } catch {
      return undefined;
    }
  }
}
