import { mapOfTalk, talkOf } from '../shared/talk/talkId.ts';
import type { AccessControl } from './access/accessControl.ts';
import { handOverTalk, peopleIn } from './documents/handOverTalk.ts';
import { MapUnavailable } from './rooms/mapUnavailable.ts';
import type { Rooms } from './rooms/rooms.ts';

export interface HandOverOptions {
  readonly access: Pick<AccessControl, 'onChange' | 'listMaps' | 'movedAmong'>;
  readonly rooms: Pick<Rooms, 'onOpen' | 'isOpen' | 'read' | 'change'>;
  readonly failed: (error: unknown) => void;
}

/**
 * Follows guests into the accounts they sign in to, with what they wrote about maps: at once where the discussion is
 * open, and of all others when they are opened next. So nothing has to be remembered for those that lie in the trash
 * at the time, or when the server ends in between.
 */
export function handOverTalks({ access, rooms, failed }: HandOverOptions): void {
  const handOver = async (talk: string): Promise<void> => {
    const people = await rooms.read(talk, peopleIn);
    const moved = await access.movedAmong([...people]);
    if (moved.size === 0) return;
    await rooms.change(talk, (doc) => {
      for (const [from, to] of moved) handOverTalk(doc, from, to);
    });
  };
  const begin = (talk: string) =>
    handOver(talk).catch((error: unknown) => {
      // What went meanwhile is handed over when it comes back.
      if (!(error instanceof MapUnavailable)) failed(error);
    });
  rooms.onOpen((document) => {
    if (mapOfTalk(document) !== null) void begin(document);
  });
  access.onChange((change) => {
    // Who signs up stays the same person.
    if (change.kind !== 'moved' || change.from === change.to) return;
    access.listMaps(change.to, 'live').then((maps) => {
      for (const talk of maps.map(({ id }) => talkOf(id))) if (rooms.isOpen(talk)) void begin(talk);
    }, failed);
  });
}
