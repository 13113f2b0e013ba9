import { type ReactNode, useEffect } from 'react';
import { HomeHeader } from '../home/HomeHeader.tsx';
import { refreshMe } from '../session/me.ts';
import { Toaster } from '../ui/Toaster.tsx';
import { TooltipProvider } from '../ui/Tooltip.tsx';
import styles from './PersonPage.module.css';

interface PersonPageProps {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly children?: ReactNode;
}

/** The frame of the pages about people: one narrow column. */
export function PersonPage({ title, lead, children }: PersonPageProps) {
  useEffect(() => {
    document.title = `${title} - Throughline`;
  }, [title]);
  useEffect(() => void refreshMe(), []);
  return (
    <TooltipProvider>
      <HomeHeader current={null} />
      <main className={styles.main}>
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
      <Toaster />
    </TooltipProvider>
  );
}
