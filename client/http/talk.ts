import type * as z from 'zod/mini';
import { type MapPerson, mapPeople } from '../../shared/protocol/access.ts';
import { type ChangeReadMarksBody, readMarks } from '../../shared/protocol/talk.ts';
import { type Answer, request } from './request.ts';

const urlOf = (map: string, what: string) => `/api/maps/${encodeURIComponent(map)}/${what}`;

/** Who may be mentioned: everybody who has the map. For commenters and up. */
export const askPeople = (map: string): Promise<Answer<MapPerson[]>> =>
  request({ method: 'GET', path: urlOf(map, 'people'), answer: mapPeople });

/** How far one has read the discussion, in whatever browser. */
export const askRead = (map: string): Promise<Answer<z.infer<typeof readMarks>>> =>
  request({ method: 'GET', path: urlOf(map, 'read'), answer: readMarks });

export const tellRead = (map: string, body: ChangeReadMarksBody): Promise<Answer<undefined>> =>
  request({ method: 'PUT', path: urlOf(map, 'read'), body, keepalive: true });
