import { useEffect } from 'react';
import { refreshMe, useMe } from '../session/me.ts';
import { Toaster } from '../ui/Toaster.tsx';
import { TooltipProvider } from '../ui/Tooltip.tsx';
import { DropArea } from './DropArea.tsx';
import { HomeHeader } from './HomeHeader.tsx';
import styles from './HomePage.module.css';
import { ImportProgress } from './ImportProgress.tsx';
import { MapsSection } from './MapsSection.tsx';
import { refreshMaps } from './mapsStore.ts';
import { TrashSection } from './TrashSection.tsx';

/** All maps, or the deleted ones, and the ways to begin a new one. */
export default function HomePage({ trash = false }: { readonly trash?: boolean }) {
  const mayCreate = useMe((state) => state.me.mayCreateMaps);
  useEffect(() => {
    document.title = trash ? 'Trash - Throughline' : 'Throughline';
    const refresh = () => {
      if (document.visibilityState !== 'visible') return;
      void refreshMe();
      void refreshMaps(trash ? 'trash' : 'maps');
    };
    refresh();
    // Others make and change maps meanwhile.
    document.addEventListener('visibilitychange', refresh);
    return () => document.removeEventListener('visibilitychange', refresh);
  }, [trash]);

  return (
    <TooltipProvider>
      <div className={styles.page}>
        <HomeHeader current={trash ? 'trash' : 'maps'} />
        <main className={styles.main}>{trash ? <TrashSection /> : <MapsSection />}</main>
      </div>
      {!trash && mayCreate && <DropArea />}
      <ImportProgress />
      <Toaster />
    </TooltipProvider>
  );
}
