import { TEMPLATE_NAMES } from '../../shared/protocol/http.ts';
import { templates } from '../../shared/templates/index.ts';
import type { Template } from '../../shared/templates/template.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { beginFrom, useMaps } from './mapsStore.ts';
import { countsOf, titleOf } from './mapWords.ts';
import { newMap } from './newMap.ts';
import styles from './TemplateDialog.module.css';

/** Maps to begin with: stages and lanes are there, and everything in them can be changed. */
export default function TemplateDialog({ onClose }: { readonly onClose: () => void }) {
  const { maps } = useMaps();
  const saved = maps.status === 'ready' ? maps.maps.filter(({ template }) => template) : [];
  return (
    <Dialog
      title="Begin from a template"
      text="Stages, steps and departments to start from. Everything on it can be changed."
      wide
      onClose={onClose}
    >
      <ul className={styles.list}>
        {saved.map((map) => (
          <li key={map.id}>
            <button type="button" className={styles.template} onClick={() => void beginFrom(map)}>
              <span className={styles.name}>{titleOf(map)}</span>
              <span className={styles.text}>Saved as a template: {countsOf(map.counts).join(', ').toLowerCase()}.</span>
            </button>
          </li>
        ))}
        {TEMPLATE_NAMES.map((name) => (
          <li key={name}>
            <button type="button" className={styles.template} onClick={() => void newMap({ template: name })}>
              <span className={styles.name}>{templates[name].title}</span>
              <span className={styles.text}>{templates[name].text}</span>
              <Picture template={templates[name]} />
            </button>
          </li>
        ))}
        <li>
          <button type="button" className={styles.template} onClick={() => void newMap({ sample: 'glasses' })}>
            <span className={styles.name}>Glasses: all of it answered for</span>
            <span className={styles.text}>
              A finished map without a gap: what it looks like when everything has an owner.
            </span>
          </button>
        </li>
      </ul>
    </Dialog>
  );
}

/** The stages as wide as their steps are many: what one gets, at a glance. */
function Picture({ template: { stages, lanes } }: { readonly template: Template }) {
  return (
    <span className={styles.picture}>
      {stages.map(({ title, steps }) => (
        <span key={title} className={styles.stage} style={{ flexGrow: steps.length }}>
          {title}
        </span>
      ))}
      <span className={styles.lanes}>
        {lanes.map((lane) => ('notes' in lane ? lane.notes : lane.department)).join(' · ')}
      </span>
    </span>
  );
}
