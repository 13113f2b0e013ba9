import { signed } from '../../shared/model/inWords.ts';

/** A point being dragged: the curve follows it before anything is written. */
export interface EmotionDraft {
  readonly persona: string;
  readonly step: string;
  readonly y: number;
  /** Of whoever else drags it; one's own hand needs none. */
  readonly color?: string;
}

/** The class that gives a mark its colour on the diverging scale. */
export const stopClass = (value: number): string => `feel${value < 0 ? 'Minus' : ''}${Math.abs(value)}`;

const WORDS = ['very bad', 'bad', 'neither', 'good', 'very good'];

/** "−2, very bad". */
export const feelingText = (value: number): string => `${signed(value)}, ${WORDS[value + 2] ?? ''}`;
