import { counted } from '../../shared/model/inWords.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, the way people say it: "2 hours ago", and the date when it is longer than a week. */
export function whenChanged(iso: string, now: number): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return '';
  const ago = Math.max(0, now - time);
  if (ago < MINUTE) return 'just now';
  if (ago < HOUR) return `${counted(Math.floor(ago / MINUTE), 'minute')} ago`;
  if (ago < DAY) return `${counted(Math.floor(ago / HOUR), 'hour')} ago`;
  if (ago < 7 * DAY) return `${counted(Math.floor(ago / DAY), 'day')} ago`;
  return new Date(time).toLocaleDateString('en', { day: 'numeric', month: 'short', year: 'numeric' });
}
