import type { Lane } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import type { Color } from './scene.ts';

/** The colours of the page in its light theme: paper is white whatever theme somebody works in. */
export const palette = {
  paper: '#fbfbf9',
  panel: '#ffffff',
  sunken: '#f3f3ef',
  ink: '#1c2024',
  muted: '#63676f',
  faint: '#8b8f98',
  line: '#e6e6e1',
  lineStrong: '#d5d6d0',
  accent: '#0f766e',
  danger: '#c2412f',
  star: '#b9770e',
} as const satisfies Record<string, Color>;

export const severityColor = { high: '#c2412f', medium: '#b87512', low: '#6b7280' } as const satisfies Record<
  string,
  Color
>;

export const noteColor = {
  pain: { fill: '#fdece9', ink: '#8f2c1e' },
  idea: { fill: '#e6f4f1', ink: '#0b5f58' },
  quote: { fill: '#f3f3ef', ink: '#3f444b' },
} as const;

/** What is measured, by how it stands to its target. */
export const toneColor = {
  good: { fill: '#e6f4f1', ink: '#0b6b63' },
  bad: { fill: '#fdece9', ink: '#b3371f' },
  plain: { fill: palette.sunken, ink: palette.muted },
} as const;

/** From -2 to +2. */
const emotions: readonly Color[] = ['#c2412f', '#e48a62', '#a9adb6', '#5fb3a3', '#0f8a7e'];

/** The colour of a feeling from -2 to +2; between two whole numbers the colours mix. */
export function emotionColor(value: number): Color {
  const place = Math.min(4, Math.max(0, value + 2));
  const below = Math.min(3, Math.floor(place));
  const [from = palette.faint, to = palette.faint] = emotions.slice(below, below + 2);
  return mix(from, to, place - below);
}

function mix(from: Color, to: Color, share: number): Color {
  const channel = (color: Color, at: number) => Number.parseInt(color.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(from, at) + (channel(to, at) - channel(from, at)) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const hues: readonly Color[] = ['#b83a7d', '#bd5421', '#2b6bd0', '#7a5ad6', '#5b7f1f', '#0e7f99', '#8a5a2b', '#5b6470'];

/** A lane's own hue, or the one of its place among the lanes, as on the page. */
export const laneHue = (map: MapSnapshot, lane: Lane): number =>
  lane.hue ?? Math.max(0, map.lanes.list.indexOf(lane)) % hues.length;

/** The colour of a lane's rail and of its people's discs. */
export const laneColor = (map: MapSnapshot, lane: Lane): Color => hues[laneHue(map, lane)] ?? palette.faint;
