/** What the environment decides, read once at the start, checked and frozen. Nobody else reads the environment. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where people find the forum: scheme and host, without a slash at the end. Decides whether cookies are Secure. */
  readonly publicUrl: string;
  /** Absolute folder of everything that this installation keeps on disk. */
  readonly dataDir: string;
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
  /** How many bytes of memory kept pages may take. */
  readonly pageCacheBytes: number;
  /** A demonstration and a forum never open each other's data. */
  readonly demonstration: boolean;
}

export interface MailSettings {
  /** smtp: or smtps:, with its password. */
  readonly url: string;
  /** The address that letters come from. */
  readonly from: string;
}

/** At most `points` in `seconds`, for one place on the network. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
}

export type Limited = 'login' | 'register' | 'recovery' | 'send' | 'preview' | 'read' | 'socket';
export type Limits = Readonly<Record<Limited, Limit>>;

export const CONFIG = Symbol('Config');
