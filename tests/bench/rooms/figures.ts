export interface Figures {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export function figuresOf(times: readonly number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** The run that was disturbed least by whatever else the machine did. */
export async function quietest<T>(rounds: number, run: () => Promise<T>, badness: (result: T) => number): Promise<T> {
  let best = await run();
  for (let round = 1; round < rounds; round++) {
    const next = await run();
    if (badness(next) < badness(best) || Number.isNaN(badness(best))) best = next;
  }
  return best;
}

export const ms = (value: number): string => value.toFixed(value < 100 ? 1 : 0).padStart(7);
export const percent = (share: number): string => `${(share * 100).toFixed(0).padStart(4)}%`;
export const times = (ratio: number): string => (Number.isFinite(ratio) ? `${ratio.toFixed(2)}x` : '-').padStart(7);
export const MB = 1_000_000;

export const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
export const print = (text: string): void => void process.stdout.write(text);
