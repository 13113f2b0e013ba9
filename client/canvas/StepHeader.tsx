import { Star } from 'lucide-react';
import { memo } from 'react';
import { STEP_FONT, STEP_PADDING_Y } from '../../shared/layout/sizes.ts';
import type { StepId } from '../../shared/model/ids.ts';
import { OtherMark } from '../presence/OtherMark.tsx';
import { useMap } from '../session/SessionContext.tsx';
import { alongAxis } from './alongAxis.ts';
import { HeaderMarks } from './HeaderMarks.tsx';
import styles from './Headers.module.css';
import { HeaderTitle } from './HeaderTitle.tsx';
import { lineLimit } from './lineLimit.ts';
import { ResizeEdge } from './ResizeEdge.tsx';
import { StepMenu } from './StepMenu.tsx';
import { useItemView } from './useItemView.ts';

interface StepHeaderProps {
  readonly step: StepId;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  /** The last of its stage. */
  readonly last: boolean;
}

/** One step over its column. */
export const StepHeader = memo(function StepHeader({ step: id, x, width, top, height, last }: StepHeaderProps) {
  const step = useMap((map) => map.steps.get(id));
  const item = { kind: 'step', id } as const;
  const view = useItemView(item);
  if (!step) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of a title, its marks and its menu
    <div
      role="group"
      className={styles.step}
      style={{ ...alongAxis(x, width), ...lineLimit(height, STEP_PADDING_Y, STEP_FONT), top, height }}
      data-last={last || undefined}
      aria-label={`${step.title || 'Untitled step'}${step.momentOfTruth ? ', moment of truth' : ''}`}
      aria-roledescription="step"
      {...view}
    >
      {step.momentOfTruth && (
        <span className={styles.star} title="Moment of truth">
          <Star size={14} fill="currentColor" aria-hidden />
        </span>
      )}
      <HeaderTitle item={item} title={step.title} />
      <div className={styles.tools}>
        <StepMenu step={step} />
        <HeaderMarks item={item} />
      </div>
      <ResizeEdge axis="x" />
      <OtherMark item={item} />
    </div>
  );
});
