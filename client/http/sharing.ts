import {
  type AddMemberBody,
  type ChangeLinkBody,
  type CreateLinkBody,
  type MapPerson,
  mapPeople,
  type ShareLink,
  shareLinks,
} from '../../shared/protocol/access.ts';
import { createdMap } from '../../shared/protocol/http.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import { type Answer, request } from './request.ts';

/** Who has a map and by which links, as the server's interface has it. */

const of = (map: string, ...rest: readonly string[]): string =>
  ['/api/maps', ...[map, ...rest].map(encodeURIComponent)].join('/');

export const listPeople = (map: string): Promise<Answer<MapPerson[]>> =>
  request({ method: 'GET', path: of(map, 'people'), answer: mapPeople });

export const listLinks = (map: string): Promise<Answer<ShareLink[]>> =>
  request({ method: 'GET', path: of(map, 'links'), answer: shareLinks });

export const createLink = (map: string, body: CreateLinkBody): Promise<Answer<{ readonly id: string }>> =>
  request({ method: 'POST', path: of(map, 'links'), body, answer: createdMap });

export const changeLink = (map: string, link: string, body: ChangeLinkBody): Promise<Answer<undefined>> =>
  request({ method: 'PATCH', path: of(map, 'links', link), body });

export const deleteLink = (map: string, link: string): Promise<Answer<undefined>> =>
  request({ method: 'DELETE', path: of(map, 'links', link) });

export const addMember = (map: string, body: AddMemberBody): Promise<Answer<undefined>> =>
  request({ method: 'POST', path: of(map, 'members'), body });

export const changeMember = (map: string, person: string, role: Role): Promise<Answer<undefined>> =>
  request({ method: 'PATCH', path: of(map, 'members', person), body: { role } });

export const removeMember = (map: string, person: string): Promise<Answer<undefined>> =>
  request({ method: 'DELETE', path: of(map, 'members', person) });
