import { randomInt } from 'node:crypto';
import { PERSON_COLORS } from '../../shared/protocol/personColors.ts';

/** What guests are called until they choose a name, and what tells them apart on a map. */
export const guestName = (): string => `Guest ${randomInt(1, 1_000)}`;

export const anyColor = (): string => PERSON_COLORS[randomInt(PERSON_COLORS.length)] ?? PERSON_COLORS[0];
