import { type RefObject, useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { MapEntry } from '../../shared/protocol/http.ts';
import { askPicture, type MapPicture } from '../http/maps.ts';

interface Known {
  /** The change of the map that it shows. */
  readonly updatedAt: string;
  readonly picture: MapPicture;
}

/** Kept while one is in a map, so that coming back shows them at once. */
const usePictures = create<Readonly<Record<string, Known>>>(() => ({}));

const waiting = new Map<string, MapEntry>();
let underWay = 0;
/** The list may be long; other requests should not wait behind its pictures. */
const AT_ONCE = 3;

function ask(map: MapEntry): void {
  if (usePictures.getState()[map.id]?.updatedAt === map.updatedAt) return;
  waiting.set(map.id, map);
  askNext();
}

function askNext(): void {
  const [next] = waiting.values();
  if (underWay >= AT_ONCE || !next) return;
  waiting.delete(next.id);
  underWay++;
  void askPicture(next.id).then((answer) => {
    underWay--;
    // Without a picture the row says everything else; the next look asks again.
    if (answer.status === 'done') {
      usePictures.setState({ [next.id]: { updatedAt: next.updatedAt, picture: answer.value } });
    }
    askNext();
  });
  askNext();
}

/** The picture of a map, asked for when its row (`ref`) comes into view. An old one stands until the new one is there. */
export function usePicture(map: MapEntry): {
  readonly picture: MapPicture | null;
  readonly ref: RefObject<HTMLLIElement | null>;
} {
  const ref = useRef<HTMLLIElement>(null);
  const known = usePictures((pictures) => pictures[map.id]);
  useEffect(() => {
    const row = ref.current;
    if (!row) return;
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) ask(map);
    });
    watch.observe(row);
    return () => watch.disconnect();
  }, [map]);
  return { picture: known?.picture ?? null, ref };
}
