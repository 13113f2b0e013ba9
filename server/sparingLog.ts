import { TokenBucket } from './rooms/tokenBucket.ts';

/**
 * Passes lines on to the log, but no more than a person would read: whoever sends nonsense all day must not fill the
 * disk with it. What was left out is counted in the next line that passes.
 */
export function sparingly<Context>(
  write: (context: Context, text: string) => void,
): (context: Context, text: string) => void {
  const rate = new TokenBucket({ perSecond: 2, burst: 100 }, performance.now());
  let leftOut = 0;
  return (context, text) => {
    if (!rate.tryTake(1, performance.now())) {
      leftOut++;
      return;
    }
    write(context, leftOut === 0 ? text : `${text} (${leftOut} more lines were left out)`);
    leftOut = 0;
  };
}
