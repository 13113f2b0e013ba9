import { KIND_NAMES } from '../../../shared/commands/refuse.ts';
import type { ItemKind } from '../../../shared/model/fields.ts';
import { counted } from '../../../shared/model/inWords.ts';
import type { ItemRef } from '../../../shared/model/records.ts';
import { useView } from '../../canvas/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from './Section.tsx';
import styles from './VariousDetails.module.css';

/** Several kinds at once have no field in common: one kind can be chosen of them. */
export function VariousDetails({ items }: { readonly items: readonly ItemRef[] }) {
  const select = useView((view) => view.select);
  const byKind = new Map<ItemKind, ItemRef[]>();
  for (const item of items) byKind.set(item.kind, [...(byKind.get(item.kind) ?? []), item]);
  return (
    <Section title={`${items.length} items selected`}>
      <p className={styles.text}>Choose one kind to change all of its items at once.</p>
      <div className={styles.kinds}>
        {[...byKind].map(([kind, ofKind]) => (
          <Button key={kind} small onClick={() => select(ofKind)}>
            {counted(ofKind.length, KIND_NAMES[kind])}
          </Button>
        ))}
      </div>
    </Section>
  );
}
