import { Injectable } from '@nestjs/common';
import type { Queries } from '../database/transaction.js';
import { AccountEntity } from '../members/account.entity.js';
import { RegistrationEntity } from '../registrations/registration.entity.js';
import { InstallationSecret } from '../submissions/installation-secret.js';
import { ReminderLetters } from './cases/reminder-letters.js';
import { CaseReminderEntity } from './cases/case-reminder.entity.js';
import { type Addressee, guestAddressee, memberAddressee } from './addressees.js';
import { Alerts } from './alerts.js';
import { answeredBy } from './answered.js';
import type { LetterContent, OutstandingMail } from './letter-content.js';
import { type Happening, happeningOf } from './happenings.js';
import { confirmationToken, mailToken } from './keys.js';
import { RegistrationLetters } from './workshops/registration-letters.js';
import { proposedTo } from './proposed-to.js';

const PUBLIC: readonly (string | null)[] = [
  'published',
  'published-edited',
  'edit-published',
  'appeal-granted',
  'restored',
  'team-edited',
];

/** The content of a letter is read from the tables when it leaves, so that nothing withdrawn meanwhile is sent. */
@Injectable()
export class LetterContents {
  constructor(
    private readonly secret: InstallationSecret,
    private readonly alerts: Alerts,
    private readonly registrations: RegistrationLetters,
    private readonly reminders: ReminderLetters,
  ) {}

  /** Null when there is no reason for it any more. */
  async of(from: Queries, mail: OutstandingMail, now: Date): Promise<LetterContent | null> {
    if (mail.kind === 'confirmation') return this.confirmation(from, mail, now);
    if (mail.kind === 'registration')
      return mail.registration === null ? null : this.registrations.of(from, mail.registration, now);
    if (mail.kind === 'reminder') return mail.reminder === null ? null : this.reminders.of(from, mail.reminder, now);
    if (mail.kind === 'alert') return mail.member === null ? null : this.alerts.letter(from, mail.member, now);
    const happening = mail.decision === null ? null : await happeningOf(from, mail.decision);
    if (happening === null) return null;
    return mail.kind === 'decided'
      ? this.decided(from, mail, happening, now)
      : this.answered(from, mail, happening, now);
  }

  private async confirmation(
    from: Queries,
    { addressKey: key, member }: OutstandingMail,
    now: Date,
  ): Promise<LetterContent | null> {
    const [row] = await from.query<{ address: string; askedAt: Date }>(
      `select address, asked_at as "askedAt" from private.confirmation c where address_key = $1 and expires_at > $2
       and not exists (select from private.mail_refusal r where r.address_key = c.address_key)`,
      [key, now],
    );
    if (row === undefined) return null;
    const by =
      member !== null
        ? await from.repository(AccountEntity).findOneBy({ memberId: member })
        : ((await from.repository(RegistrationEntity).findOneBy({ email: row.address })) ??
          (await from.repository(CaseReminderEntity).findOneBy({ email: row.address })));
    const token = confirmationToken(await this.secret.get(), row.address, row.askedAt);
    const links: LetterContent['links'] = [{ lead: 'confirm', path: `/mail/${token}/confirmation` }];
    return {
      to: row.address,
      language: by?.language ?? null,
      subject: 'confirmation',
      says: 'confirmation',
      links,
      stop: { of: 'address', key },
    };
  }

  private async decided(
    from: Queries,
    { member, submission }: OutstandingMail,
    { told, thread, number, submission: about }: Happening,
    now: Date,
  ): Promise<LetterContent | null> {
    if (told === null) return null;
    const addressee = await this.addressee(from, { member, submission, kind: 'decided' }, now);
    if (addressee === null) return null;
    const own =
      member === null
        ? `/follow/${mailToken(await this.secret.get(), about, addressee.address)}`
        : `/me/submissions/${about}`;
    const isPublic = PUBLIC.includes(told) && thread !== null && number !== null;
    const post: LetterContent['links'] = isPublic ? [{ lead: 'post', path: `/thread/${thread}/posts/${number}` }] : [];
    return {
      ...drawn(addressee, { member, submission }, 'decided'),
      says: told,
      links: [...post, { lead: 'own', path: own }],
    };
  }

  private async answered(
    from: Queries,
    { member, submission }: OutstandingMail,
    happening: Happening,
    now: Date,
  ): Promise<LetterContent | null> {
    const answer = await answeredBy(from, happening);
    const to = answer ?? (await proposedTo(from, happening));
    if (to === null || ('member' in to ? to.member !== member : to.submission !== submission)) return null;
    const addressee = await this.addressee(from, { member, submission, kind: 'answered' }, now);
    const { thread, number } = happening;
    if (addressee === null) return null;
    return {
      ...drawn(addressee, { member, submission }, 'answered'),
      says: answer === null ? 'case-changed' : 'answered',
      links: [{ lead: 'post', path: `/thread/${thread}/posts/${number}` }],
    };
  }

  private async addressee(
    from: Queries,
    { member, submission, kind }: Of & { kind: 'decided' | 'answered' },
    now: Date,
  ): Promise<Addressee | null> {
    if (member !== null) return memberAddressee(from, { member, kind }, now);
    return submission === null ? null : guestAddressee(from, submission);
  }
}

type Of = Pick<OutstandingMail, 'member' | 'submission'>;

function drawn(
  { address: to, language }: Addressee,
  { member, submission }: Of,
  kind: 'decided' | 'answered',
): Pick<LetterContent, 'to' | 'language' | 'subject' | 'stop'> {
  return {
    to,
    language,
    subject: kind,
    stop: member === null ? { of: 'submission', submission: submission ?? '' } : { of: 'member', member, kind },
  };
}
