import { lazy, Suspense } from 'react';

const Items = lazy(() => import('./FutureItems.tsx'));

/** The items come with the menu that is opened, not with the page. */
export const FutureItems = () => (
  <Suspense>
    <Items />
  </Suspense>
);
