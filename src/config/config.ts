/**
 * The settings from the environment, read once at the start, checked and frozen. No other code reads the environment.
 */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where people find the forum: scheme and host, without a slash at the end. Decides whether cookies are Secure. */
  readonly publicUrl: string;
  /** Further names by which it is reached, in lower case and without a port. */
  readonly hosts: readonly string[];
  /** Absolute folder of everything that this installation keeps on disk. */
  readonly dataDir: string;
  /** Absolute folder of the files that people attach. */
  readonly filesDir: string;
  /** How many bytes all of them together, and one of them as it comes, may have. */
  readonly filesBytes: number;
  readonly fileBytes: number;
  /** For how many milliseconds whoever has sent a file waits for its cleaning before they are answered. */
  readonly filePatience: number;
  /** Where each file is shown before it is cleaned; null for nowhere. */
  readonly scanner: ScannerPlace | null;
  /** Whether scanned pages are read, so that they can be searched. */
  readonly recognise: boolean;
  /** Login of the owner, who migrates; null means the embedded server in `dataDir`. */
  readonly databaseUrl: string | null;
  /** The two logins, where the host's administrator made them by hand; null means that the start makes them. */
  readonly databaseReaderUrl: string | null;
  readonly databaseWriterUrl: string | null;
  /** Offered as the site's time zone at the set-up. */
  readonly timeZone: string;
  /** Proxies whose X-Forwarded-For is believed. */
  readonly proxies: readonly string[];
  readonly limits: Limits;
  /** Widens every limit: 1 for a forum, 100 for a demonstration. */
  readonly limitFactor: number;
  /** How letters leave; null for a forum that sends none. */
  readonly mail: MailSettings | null;
  /** After how long a wait moderators are told by mail, in hours; 0 for never. */
  readonly alertHours: number;
  /** How many sockets may be open in this process. */
  readonly socketsMax: number;
  /** How many bytes of memory kept pages may take. */
  readonly pageCacheBytes: number;
  /** A demonstration and a forum never open each other's data. */
  readonly demonstration: boolean;
}

/** A `clamd` that listens. */
export type ScannerPlace = { readonly path: string } | { readonly host: string; readonly port: number };

export interface MailSettings {
  /** smtp: or smtps:, with its password. */
  readonly url: string;
  /** The address that letters come from. */
  readonly from: string;
}

/** At most `points` in `seconds`, for one place on the network or, where somebody is logged in, for one account. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
}

export type Limited =
  | 'login'
  | 'register'
  | 'recovery'
  | 'send'
  | 'preview'
  | 'draw'
  | 'files'
  | 'upload'
  | 'uploadKilobytes'
  | 'act'
  | 'read'
  | 'catchUp'
  | 'account'
  | 'search'
  | 'seats'
  | 'socket'
  | 'join'
  | 'letter';
export type Limits = Readonly<Record<Limited, Limit>>;

export const CONFIG = Symbol('Config');
