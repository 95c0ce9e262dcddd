import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/** Everything here is worked out under the secret of the installation: no token is stored in a table. */

function sealed(secret: KeyObject, purpose: string, ...parts: (string | number)[]): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([purpose, ...parts]))
    .digest()
    .subarray(0, 24)
    .toString('base64url');
}

/**
 * The key by which an address is counted and refused without being stored. The part after a plus sign and capital
 * letters are ignored, because such addresses reach the same person.
 */
export function addressKey(secret: KeyObject, address: string): Buffer {
  const at = address.lastIndexOf('@');
  const folded = `${address.slice(0, at).replace(/\+.*$/, '')}@${address.slice(at + 1)}`.toLowerCase();
  return createHmac('sha256', secret)
    .update(JSON.stringify(['address', folded]))
    .digest();
}

/** Of the link by which an address is confirmed; another one each time that it is asked. */
export function confirmationToken(secret: KeyObject, address: string, askedAt: Date): string {
  return sealed(secret, 'confirm', address, askedAt.getTime());
}

/** Of the page of a registration, in letters about it: dies with the address as well. */
export function registrationMailToken(secret: KeyObject, registration: string, address: string): string {
  return sealed(secret, 'registration by mail', registration, address);
}

/** Of the follow page, in mails about a submission: dies with the address that it was made for. */
export function mailToken(secret: KeyObject, submission: string, address: string): string {
  return sealed(secret, 'follow by mail', submission, address);
}

/**
 * The letters that somebody does not want any more: `s` and a submission, `r` and a registration, `c` and
 * who follows a case, `m` and a member with
 * a kind of mail, `a` and an address's key.
 */
export type Stop =
  | { of: 'submission'; submission: string }
  | { of: 'registration'; registration: string }
  | { of: 'reminder'; reminder: string }
  | { of: 'member'; member: number; kind: MemberMail }
  | { of: 'address'; key: Buffer };

/** What members are told by mail, and may each switch off. */
export const MEMBER_MAILS = ['decided', 'answered', 'alert'] as const;
export type MemberMail = (typeof MEMBER_MAILS)[number];
/** Every letter that leaves the forum. */
export const MAIL_KINDS = ['confirmation', ...MEMBER_MAILS, 'registration', 'reminder'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

function subjectOf(stop: Stop): string {
  if (stop.of === 'submission') return `s${stop.submission}`;
  if (stop.of === 'registration') return `r${stop.registration}`;
  if (stop.of === 'reminder') return `c${stop.reminder}`;
  return stop.of === 'member' ? `m${stop.member}-${stop.kind}` : `a${stop.key.toString('base64url')}`;
}

/** Good for ever: a letter may be found after years, and stopping it harms nobody. */
export function stopToken(secret: KeyObject, stop: Stop): string {
  const subject = subjectOf(stop);
  return sealed(secret, 'stop', subject) + subject;
}

/** Null for what we never made. */
export function stopOf(secret: KeyObject, token: string): Stop | null {
  const subject = token.slice(32);
  const [seal, good] = [Buffer.from(token.slice(0, 32)), Buffer.from(sealed(secret, 'stop', subject))];
  if (seal.length !== good.length || !timingSafeEqual(seal, good)) return null;
  const rest = subject.slice(1);
  if (subject.startsWith('s')) return { of: 'submission', submission: rest };
  if (subject.startsWith('r')) return { of: 'registration', registration: rest };
  if (subject.startsWith('c')) return { of: 'reminder', reminder: rest };
  if (subject.startsWith('a')) return { of: 'address', key: Buffer.from(rest, 'base64url') };
  const [member = '', name = ''] = rest.split('-');
  const kind = MEMBER_MAILS.find((each) => each === name);
  return kind === undefined ? null : { of: 'member', member: Number(member), kind };
}
