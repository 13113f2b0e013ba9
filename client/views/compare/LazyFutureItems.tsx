import { Suspense } from 'react';
import { lazyPart } from '../../ui/lazyPart.ts';

const Items = lazyPart(() => import('./FutureItems.tsx'));

/** The items come with the menu that is opened, not with the page. */
export const FutureItems = () => (
  <Suspense>
    <Items />
  </Suspense>
);
