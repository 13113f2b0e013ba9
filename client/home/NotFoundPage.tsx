import { useEffect } from 'react';
import { Link } from '../ui/Link.tsx';
import { TooltipProvider } from '../ui/Tooltip.tsx';
import { HomeHeader } from './HomeHeader.tsx';
import page from './HomePage.module.css';
import section from './Section.module.css';

/** Where an address leads that nothing answers to. */
export default function NotFoundPage() {
  useEffect(() => {
    document.title = 'Not found - Throughline';
  }, []);
  return (
    <TooltipProvider>
      <HomeHeader current={null} />
      <main className={page.main}>
        <div className={section.notice}>
          <h1 className={section.title}>There is nothing at this address</h1>
          <p className={section.lead}>
            The link may have been cut short. Ask for it again, or <Link href="/">see all maps</Link>.
          </p>
        </div>
      </main>
    </TooltipProvider>
  );
}
