import { departmentOf } from '../../shared/model/outline.ts';
import type { Touchpoint } from '../../shared/model/records.ts';
import { OwnerField } from '../panels/details/fields/OwnerField.tsx';
import { SuggestField } from '../panels/details/fields/SuggestField.tsx';
import { channelsOn } from '../panels/details/fields/suggestions.ts';
import { useChange } from '../panels/details/useChange.ts';
import { useMap } from '../session/SessionContext.tsx';
import styles from './Outline.module.css';

export function TouchpointFields({ touchpoint }: { readonly touchpoint: Touchpoint }) {
  const change = useChange('touchpoint', [touchpoint]);
  const channels = useMap(channelsOn);
  const department = useMap((map) => departmentOf(map, touchpoint)?.id ?? null);
  return (
    <div className={styles.fields}>
      <SuggestField
        label="Channel"
        field="channel"
        value={{ status: 'same', value: touchpoint.channel }}
        suggestions={channels}
        onCommit={(channel) => change({ channel })}
      />
      <OwnerField kind="touchpoint" items={[touchpoint]} department={department} />
    </div>
  );
}
