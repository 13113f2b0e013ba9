import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { loadPatiently } from './loadPatiently.ts';
import { painted } from './painted.ts';

type Load<P> = () => Promise<{ readonly default: ComponentType<P> }>;
type Part<P> = LazyExoticComponent<ComponentType<P>>;

/** A part of the page whose code comes when it is first shown. A network that fails leaves its place empty, no more. */
export const lazyPart = <P extends object>(load: Load<P>): Part<P> => lazy(() => loadPatiently(load));

/** The same for what shall not share the line with the code of the map: it comes once the page is drawn. */
export const latePart = <P extends object>(load: Load<P>): Part<P> =>
  lazy(() => painted().then(() => loadPatiently(load)));
