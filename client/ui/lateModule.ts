import { useEffect, useState } from 'react';
import { loadPatiently } from './loadPatiently.ts';
import { painted } from './painted.ts';

/**
 * A part of the page that is loaded once the page is drawn, before anybody needs it. The hook answers null until it is
 * there; `isWanted` says that somebody waits for it.
 */
export function lateModule<T>(load: () => Promise<T>): (isWanted: boolean) => T | null {
  let module: T | null = null;
  let loading: Promise<void> | null = null;
  let isPlanned = false;
  const begin = () => {
    loading ??= loadPatiently(load).then((loaded) => {
      module = loaded;
    });
    return loading;
  };
  return function useLateModule(isWanted) {
    const [, renderAgain] = useState(false);
    const rendered = module;
    useEffect(() => {
      // Not the module itself: when it came since this was rendered, it has to be rendered again.
      if (rendered) return;
      if (!isWanted) {
        if (!isPlanned) void painted().then(begin);
        isPlanned = true;
        return;
      }
      let isOver = false;
      void begin().then(() => !isOver && renderAgain(true));
      return () => {
        isOver = true;
      };
    }, [isWanted]);
    return rendered;
  };
}
