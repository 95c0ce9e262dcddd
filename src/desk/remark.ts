import { Invalid } from '../errors/errors.js';
import { cleanText, letters } from '../submissions/clean.js';
import { SIZES } from '../submissions/sizes.js';

/** What a moderator says with a decision, or null when it is nothing. @throws Invalid when it is too long. */
export function remarkOf(typed: string): string | null {
  const remark = cleanText(typed);
  if (letters(remark) > SIZES.remark.most) throw new Invalid({ remark: 'too-long' }, { max: SIZES.remark.most });
  return remark === '' ? null : remark;
}
