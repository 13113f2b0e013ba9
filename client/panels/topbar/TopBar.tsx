import { Link } from '../../ui/Link.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { SHORT_BAR, useMedia } from '../../ui/useMedia.ts';
import { OutlineToggle, ViewSwitch } from '../../views/ViewSwitch.tsx';
import { ExportOpener } from '../export/ExportOpener.tsx';
import { ImportOpener } from '../import/ImportOpener.tsx';
import { ExportButton } from './ExportButton.tsx';
import { MapTitle } from './MapTitle.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { PanelButton } from './PanelButton.tsx';
import { People } from './People.tsx';
import { SavingState } from './SavingState.tsx';
import { ShareButton, ShareOpener } from './ShareButton.tsx';
import { StateMenu } from './StateMenu.tsx';
import styles from './TopBar.module.css';
import { UndoButtons } from './UndoButtons.tsx';

/** Above the map: what it is, whether it is saved, who is here, and what can be done with the whole of it. */
export function TopBar() {
  const narrow = useMedia(SHORT_BAR);
  return (
    <header className={styles.bar}>
      <Link href="/" aria-label="All maps" className={styles.home}>
        <Logo />
      </Link>
      <MapTitle />
      {!narrow && <StateMenu />}
      <SavingState />
      <div className={styles.space} />
      {!narrow && <ViewSwitch />}
      <div className={styles.space} />
      {!narrow && <UndoButtons />}
      {!narrow && <People />}
      {!narrow && <ExportButton />}
      {!narrow && <ShareButton />}
      {narrow && <OutlineToggle />}
      <PanelButton narrow={narrow} />
      <MoreMenu narrow={narrow} />
      <ShareOpener />
      <ExportOpener />
      <ImportOpener />
    </header>
  );
}
