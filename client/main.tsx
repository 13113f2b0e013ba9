import '@fontsource-variable/inter/wght.css';
import './theme.css';
import { type ComponentType, lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { keepPage } from './offline/register.ts';
import { Skeleton } from './panels/opening/Skeleton.tsx';
import { followOtherTabs } from './session/me.ts';
import { FailedPage } from './ui/FailedPage.tsx';
import { type Route, routeOf, useAddress } from './ui/route.ts';

// Each page loads its own code: whoever looks for a map does not wait for the canvas.
const HomePage = lazy(() => import('./home/HomePage.tsx'));
let EditorPage: ComponentType<{ readonly mapId: string }> = lazy(() => import('./panels/EditorPage.tsx'));
const JoinPage = lazy(() => import('./people/JoinPage.tsx'));
const SignInPage = lazy(() => import('./people/SignInPage.tsx'));
const AccountPage = lazy(() => import('./people/AccountPage.tsx'));
const NotFoundPage = lazy(() => import('./home/NotFoundPage.tsx'));

function App() {
  const address = useAddress();
  const route = routeOf(address);
  return (
    // A page that failed is left behind by going to another address.
    <FailedPage key={address}>
      <Suspense fallback={route.page === 'map' && <Skeleton />}>
        <Page route={route} />
      </Suspense>
    </FailedPage>
  );
}

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'home':
      return <HomePage />;
    case 'trash':
      return <HomePage trash />;
    case 'map':
      return <EditorPage mapId={route.mapId} />;
    case 'join':
      return <JoinPage token={route.token} />;
    case 'sign-in':
      return <SignInPage route={route} />;
    case 'account':
      return <AccountPage />;
    case 'unknown':
      return <NotFoundPage />;
    default:
      return route satisfies never;
  }
}

followOtherTabs();
const root = document.getElementById('app');
if (!root) throw new Error('The page has no #app');
const app = createRoot(root);
void readyToBegin().then(() =>
  app.render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
keepPage();

/**
 * A map is drawn in one go once there is the code for it; the document itself shows the outline of the page until then.
 * Whoever cannot get this part gets no editor either, and is told so by the page.
 */
async function readyToBegin(): Promise<void> {
  const first = routeOf(location.pathname + location.search);
  if (first.page !== 'map') return;
  const parts = [import('./panels/EditorPage.tsx'), import('./session/earlySession.ts')] as const;
  const [page, { openEarly }] = await Promise.all(parts).catch(() => [null, { openEarly: null }] as const);
  if (page) EditorPage = page.default;
  if (openEarly) openEarly(first.mapId);
  else window.earlySocket?.socket.close();
}
