import { Link } from '../ui/Link.tsx';

/** Where an address leads that nothing answers to. */
export default function NotFoundPage() {
  return (
    <main>
      <h1>There is nothing at this address</h1>
      <p>
        The link may be incomplete. <Link href="/">See all maps</Link>
      </p>
    </main>
  );
}
