import { Invalid } from '../../errors/errors.js';
import { cleanText, letters } from '../../submissions/clean.js';
import { SIZES } from '../../submissions/sizes.js';

/**
 * What a moderator says with a decision, or null when it is nothing. @throws Invalid for `field` when it is too long.
 */
export function remarkOf(typed: string, field = 'remark'): string | null {
  const remark = cleanText(typed);
  if (letters(remark) > SIZES.remark.most) throw new Invalid({ [field]: 'too-long' }, { max: SIZES.remark.most });
  return remark === '' ? null : remark;
}
