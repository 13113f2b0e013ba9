import type { Finding } from './findGaps.ts';

/** What is at stake at the places of these gaps. Several gaps at one place put the same money at stake only once. */
export function moneyAtStake(findings: readonly Pick<Finding, 'items' | 'moneyAtStake'>[]): number {
  const atPlace = new Map<string, number>();
  for (const { items, moneyAtStake: money } of findings) {
    const place = items[0]?.id;
    if (place !== undefined && money !== null) atPlace.set(place, Math.max(money, atPlace.get(place) ?? 0));
  }
  return [...atPlace.values()].reduce((sum, money) => sum + money, 0);
}
