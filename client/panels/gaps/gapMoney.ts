import type { Finding } from '../../../shared/gaps/findGaps.ts';

/** What is at stake at the places of these gaps. Several gaps at one place put the same money at stake only once. */
export function moneyOf(findings: readonly Finding[]): number {
  const atPlace = new Map<string, number>();
  for (const { items, moneyAtStake } of findings) {
    const place = items[0]?.id;
    if (place !== undefined && moneyAtStake !== null) {
      atPlace.set(place, Math.max(moneyAtStake, atPlace.get(place) ?? 0));
    }
  }
  return [...atPlace.values()].reduce((sum, money) => sum + money, 0);
}
