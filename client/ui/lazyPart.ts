import { type ComponentType, type LazyExoticComponent, lazy, useEffect } from 'react';
import { loadPatiently } from './loadPatiently.ts';
import { painted } from './painted.ts';
import { toast } from './toasts.ts';

type Load<P> = () => Promise<{ readonly default: ComponentType<P> }>;
type Part<P> = LazyExoticComponent<ComponentType<P>>;

/** A part of the page whose code comes when it is first shown. A network that fails leaves its place empty, no more. */
export const lazyPart = <P extends object>(load: Load<P>): Part<P> => lazy(() => loadPatiently(load));

/** The same for what shall not share the line with the code of the map: it comes once the page is drawn. */
export const latePart = <P extends object>(load: Load<P>): Part<P> =>
  lazy(() => painted().then(() => loadPatiently(load)));

/** A dialog that somebody waits for: where its code does not come they are told, and it closes. */
export const lazyDialog = <P extends object>(load: Load<P>, doing: string, close: () => void): Part<P> => {
  function NotLoaded() {
    useEffect(() => {
      toast(`${doing} could not be loaded. Load the page again when the server can be reached.`, { tone: 'problem' });
      close();
    }, []);
    return null;
  }
  return lazy(() => load().catch(() => ({ default: NotLoaded })));
};
