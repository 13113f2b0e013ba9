import { FileUp, LayoutTemplate, Plus, Sparkle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMe } from '../session/me.ts';
import { AccountNeeded } from './AccountNeeded.tsx';
import styles from './EmptyHome.module.css';
import { newMap, openSample } from './newMap.ts';
import section from './Section.module.css';
import { TemplatesOpener } from './TemplatesOpener.tsx';
import { useFileChooser } from './useFileChooser.tsx';

/** The first thing anybody sees: what this is for, and where to begin. */
export function EmptyHome() {
  const { mayCreateMaps } = useMe((state) => state.me);
  const { chooser, choose } = useFileChooser();
  return (
    <section className={styles.empty}>
      <h1 className={section.title}>See where customers fall between departments</h1>
      <p className={section.lead}>
        Draw together what a customer goes through, from marketing to dismissal. While you draw, Throughline finds the
        gaps: hand-offs nobody owns, moments that go badly, numbers nobody watches.
      </p>
      {mayCreateMaps ? (
        <div className={styles.ways}>
          <Way
            icon={<Sparkle size={18} />}
            title="Open the sample"
            text="A finished map of switching broadband, yours to change."
            onClick={() => void openSample()}
          />
          <Way
            icon={<Plus size={18} />}
            title="New map"
            text="Begin with an empty sheet and draw the first stage."
            onClick={() => void newMap()}
          />
          <TemplatesOpener>
            {(open) => (
              <Way
                icon={<LayoutTemplate size={18} />}
                title="Templates"
                text="Stages, steps and departments to start from, for five kinds of journey."
                onClick={open}
              />
            )}
          </TemplatesOpener>
          <Way
            icon={<FileUp size={18} />}
            title="Import"
            text="A table with one row a touchpoint. Or drop the file here, or paste the rows."
            onClick={choose}
          />
        </div>
      ) : (
        <>
          <AccountNeeded />
          <p className={section.lead}>Maps that others share with you appear here once you have opened their link.</p>
        </>
      )}
      {chooser}
    </section>
  );
}

interface WayProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly onClick: () => void;
}

const Way = ({ icon, title, text, onClick }: WayProps) => (
  <button type="button" className={styles.way} onClick={onClick}>
    <span className={styles.icon} aria-hidden>
      {icon}
    </span>
    <span className={styles.name}>{title}</span>
    <span className={styles.text}>{text}</span>
  </button>
);
