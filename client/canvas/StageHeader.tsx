import { memo } from 'react';
import type { StageBox } from '../../shared/layout/mapLayout.ts';
import { STAGE_FONT, STAGE_PADDING_Y } from '../../shared/layout/sizes.ts';
import { OtherMark } from '../presence/OtherMark.tsx';
import { useMap } from '../session/SessionContext.tsx';
import { alongAxis } from './alongAxis.ts';
import { HeaderMarks } from './HeaderMarks.tsx';
import styles from './Headers.module.css';
import { HeaderTitle } from './HeaderTitle.tsx';
import { lineLimit } from './lineLimit.ts';
import { StageMenu } from './StageMenu.tsx';
import { useItemView } from './useItemView.ts';

/** One stage over its steps. */
export const StageHeader = memo(function StageHeader({
  box,
  height,
}: {
  readonly box: StageBox;
  readonly height: number;
}) {
  const stage = useMap((map) => map.stages.get(box.id));
  const item = { kind: 'stage', id: box.id } as const;
  const view = useItemView(item);
  if (!stage) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of a title, its marks and its menu
    <div
      role="group"
      className={styles.stage}
      style={{ ...alongAxis(box.x, box.width), ...lineLimit(height, STAGE_PADDING_Y, STAGE_FONT), top: 0, height }}
      aria-label={stage.title || 'Untitled stage'}
      aria-roledescription="stage"
      {...view}
    >
      <HeaderTitle item={item} title={stage.title} />
      <div className={styles.tools}>
        <StageMenu stage={stage} />
        <HeaderMarks item={item} />
      </div>
      <OtherMark item={item} />
    </div>
  );
});
