import type { Lifecycle } from './records.ts';

/** Only words that leave no doubt: a wrong tag would hide a missing part of the journey, none merely asks for it. */
const WORDS: Readonly<Record<Exclude<Lifecycle, 'other'>, RegExp>> = {
  marketing: /\b(marketing|advertising|advertisement|awareness|campaigns?)\b/i,
  sales: /\b(sales?|selling|buy|buying|purchas(e|es|ing)|shopping|ordering|booking|checkout)\b/i,
  service: /\b(service|services|servicing|support|onboarding|after-?sales|aftercare|customer care)\b/i,
  dismissal: /\b(dismissal|cancel(ling|lation)?|offboarding|leaving|leaves|churn|termination|discharge|farewell)\b/i,
};

/** The lifecycle a stage's title speaks of; `other` when it speaks of none, or of two. */
export function guessLifecycle(title: string): Lifecycle {
  // "After-sales" is service, though it holds the word sales; "Post-booking" is anything but booking.
  const spoken = title
    .replace(/\b(after|post)[- ]?sales?\b/gi, 'aftercare')
    .replace(/\b(before|after|pre|post)[- ](the )?(?!sales)\w+/gi, '');
  const found = (Object.keys(WORDS) as (keyof typeof WORDS)[]).filter((lifecycle) => WORDS[lifecycle].test(spoken));
  const [only] = found;
  return found.length === 1 && only ? only : 'other';
}
