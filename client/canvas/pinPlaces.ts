import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Pin, Pins } from '../talk/pins.ts';

export interface PlacedPin {
  readonly place: string;
  readonly pin: Pin;
  readonly x: number;
  readonly y: number;
}

/** Beside the mark of a gap, which stands at the very corner. */
const FROM_CORNER = 32;

/** Where on the content pins stand; those of headers stand in the headers while these can be read. */
export function pinPlaces(layout: MapLayout, pins: Pins, withHeaders: boolean): readonly PlacedPin[] {
  const placed: PlacedPin[] = [];
  const add = (place: string, at: () => { x: number; y: number } | null) => {
    const pin = pins.get(place);
    const point = pin && at();
    if (pin && point) placed.push({ place, pin, ...point });
  };
  // By what is said, not by what there is: a map of thousands of cards has tens of threads.
  for (const place of pins.keys()) {
    const [kind = '', id = '', lane = ''] = place.split('/');
    add(place, () => pointOf(layout, { kind, id, lane }, withHeaders));
  }
  return placed;
}

function pointOf(
  layout: MapLayout,
  { kind, id, lane }: { readonly kind: string; readonly id: string; readonly lane: string },
  withHeaders: boolean,
): { x: number; y: number } | null {
  switch (kind) {
    case 'touchpoint':
    case 'note': {
      const box = kind === 'note' ? layout.noteById.get(id) : layout.cardById.get(id);
      return box ? { x: box.x + box.width - FROM_CORNER, y: box.y - 2 } : null;
    }
    case 'handoff': {
      const path = layout.handoffById.get(id);
      return path ? { x: path.label.x + 24, y: path.label.y } : null;
    }
    case 'cell': {
      const column = layout.columns.find(({ step }) => step === id);
      const row = layout.lanes.find((other) => other.id === lane);
      return column && row ? { x: column.x + 13, y: row.y + 11 } : null;
    }
    case 'stage': {
      const stage = layout.stages.find((other) => other.id === id);
      return withHeaders && stage ? { x: stage.x + 13, y: layout.emotion.y + 8 } : null;
    }
    case 'step': {
      const column = layout.columns.find(({ step }) => step === id);
      return withHeaders && column ? { x: column.x + column.width / 2, y: layout.emotion.y + 8 } : null;
    }
    case 'lane': {
      const row = layout.lanes.find((other) => other.id === id);
      return withHeaders && row ? { x: 8, y: row.y + 11 } : null;
    }
    default:
      return null;
  }
}
