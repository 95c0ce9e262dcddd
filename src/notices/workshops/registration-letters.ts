import { Injectable } from '@nestjs/common';
import type { Queries } from '../../database/transaction.js';
import { type PersonKnown, learned } from '../../registrations/telling/known.js';
import { newsOf, reminderOf } from '../../registrations/telling/news.js';
import { standingOf } from '../../registrations/telling/standing.js';
import { InstallationSecret } from '../../submissions/installation-secret.js';
import type { Language } from '../../visitors/visitor.js';
import { registrationMailToken } from '../keys.js';
import type { LetterContent } from '../letter-content.js';
import { learn } from './learn.js';

interface Row {
  email: string;
  language: Language;
  knows: Partial<PersonKnown>;
}

/** Letters about registrations: what is different when they leave from what their reader knows. */
@Injectable()
export class RegistrationLetters {
  constructor(private readonly secret: InstallationSecret) {}

  /** Null when nothing is different any more, or nobody is to be written to. */
  async of(from: Queries, registration: string, now: Date): Promise<LetterContent | null> {
    const [row] = await from.query<Row>(
      `select r.email, r.language, t.knows from private.registration r
       join private.registration_telling t on t.registration_id = r.id and t.channel = 'letter'
       where r.id = $1 and r.email is not null and r.email_confirmed_at is not null`,
      [registration],
    );
    const standing = row === undefined ? null : await standingOf(from, registration);
    if (row === undefined || standing === null) return null;
    const { email, language, knows } = row;
    const reminder = reminderOf(knows, standing, now);
    const says = [...newsOf(knows, standing, now), ...(reminder === null ? [] : [reminder])];
    if (says.length === 0) return null;
    const token = registrationMailToken(await this.secret.get(), registration, email);
    return {
      to: email,
      language,
      subject: 'registration',
      says,
      links: [{ lead: 'registration', path: `/registration/${token}` }],
      stop: { of: 'registration', registration },
      learn: (tx) => learn(tx, { registration, channel: 'letter', knows: learned(knows, standing, now), toldAt: now }),
    };
  }
}
