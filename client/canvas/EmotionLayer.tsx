import { memo } from 'react';
import { emotionY } from '../../shared/layout/emotionRow.ts';
import type { EmotionCurve } from '../../shared/layout/mapLayout.ts';
import { COLUMN_WIDTH } from '../../shared/layout/sizes.ts';
import { EVERYONE } from '../../shared/model/emotion.ts';
import { useLayout } from '../session/mapViews.ts';
import { useMap } from '../session/SessionContext.tsx';
import { usePersona } from '../views/chosenPersona.ts';
import { curveLabels } from './curveLabels.ts';
import { curvePath } from './curvePath.ts';
import styles from './Emotion.module.css';
import { EmotionPoint } from './EmotionPoint.tsx';
import { emotionPoints } from './emotionPoints.ts';
import { stopClass } from './emotionScale.ts';
import { useEmotionDrafts } from './useEmotionDrafts.ts';
import { useStepsInSight } from './useStepsInSight.ts';
import { useDistance } from './useViewport.ts';

const SCALE = [2, 1, 0, -1, -2] as const;
const NOBODY: EmotionCurve = { persona: EVERYONE, points: [], path: '' };

/** How the customer feels along the way, one curve a persona, and how the company thinks they feel, dashed. */
export const EmotionLayer = memo(function EmotionLayer() {
  const { emotion, columns } = useLayout();
  const personas = useMap((map) => map.personas);
  const distance = useDistance();
  const isInSight = useStepsInSight();
  const { drafts, setOwn } = useEmotionDrafts();
  const seenAs = usePersona();
  const all = emotion.curves.length > 0 ? emotion.curves : [NOBODY];
  // Through a persona's eyes there is one curve: theirs, or everyone's where they feel as everyone does.
  const own = seenAs && (all.find(({ persona }) => persona === seenAs.id) ?? all[0]);
  const curves = own ? [own] : all;
  const pointsInSight = emotionPoints(columns, curves).filter(
    ({ step, x }) => drafts.some((draft) => draft.step === step) || isInSight(step, x - COLUMN_WIDTH / 2, COLUMN_WIDTH),
  );
  return (
    <div className={styles.layer}>
      <svg className={styles.svg} aria-hidden="true">
        <defs>
          <linearGradient
            id="emotion-scale"
            gradientUnits="userSpaceOnUse"
            x1="0"
            x2="0"
            y1={emotionY(2)}
            y2={emotionY(-2)}
          >
            {SCALE.map((value, index) => (
              <stop key={value} offset={index / (SCALE.length - 1)} className={styles[stopClass(value)]} />
            ))}
          </linearGradient>
        </defs>
        {emotion.belief && <path className={styles.belief} d={emotion.belief.path} />}
        {curves.map((curve, index) => {
          const draft = drafts.find(({ persona }) => persona === curve.persona);
          return (
            <path
              key={curve.persona}
              className={styles.curve}
              stroke="url(#emotion-scale)"
              data-main={index === 0 || undefined}
              d={draft ? curvePath(columns, curve, draft) : curve.path}
            />
          );
        })}
        {distance === 'near' &&
          curveLabels(curves, emotion.belief, personas).map(({ text, x, y }) => (
            <text key={text} className={styles.label} x={x} y={y}>
              {text}
            </text>
          ))}
      </svg>
      {distance !== 'farthest' &&
        pointsInSight.map(({ step, persona, x, value, main }) => (
          <EmotionPoint
            key={`${persona} ${step}`}
            step={step}
            persona={persona}
            name={personas.get(persona)?.name ?? ''}
            x={x}
            value={value}
            main={main}
            draft={drafts.find((draft) => draft.step === step && draft.persona === persona) ?? null}
            onDraft={setOwn}
          />
        ))}
    </div>
  );
});
