import type * as z from 'zod/mini';
import {
  type CopyMapBody,
  type CreatedMap,
  type CreateMapBody,
  createdMap,
  type ImportedMap,
  importedMap,
  type MapEntry,
  mapList,
  mapPicture,
  type RenameMapBody,
} from '../../shared/protocol/http.ts';
import { type Answer, request } from './request.ts';

const mapUrl = (id: string) => `/api/maps/${encodeURIComponent(id)}`;

export const listMaps = (): Promise<Answer<MapEntry[]>> =>
  request({ method: 'GET', path: '/api/maps', answer: mapList });

export const listTrash = (): Promise<Answer<MapEntry[]>> =>
  request({ method: 'GET', path: '/api/trash', answer: mapList });

export const createMap = (body: CreateMapBody): Promise<Answer<CreatedMap>> =>
  request({ method: 'POST', path: '/api/maps', body, answer: createdMap });

export const renameMap = (id: string, body: RenameMapBody): Promise<Answer<undefined>> =>
  request({ method: 'PATCH', path: mapUrl(id), body });

/** A map of one's own with the same content. */
export const copyMap = (id: string, body: CopyMapBody): Promise<Answer<CreatedMap>> =>
  request({ method: 'POST', path: `${mapUrl(id)}/copy`, body, answer: createdMap });

export type MapPicture = z.infer<typeof mapPicture>;

export const askPicture = (id: string): Promise<Answer<MapPicture>> =>
  request({ method: 'GET', path: `${mapUrl(id)}/picture`, answer: mapPicture });

/** Into the trash, from where it can be restored. */
export const deleteMap = (id: string): Promise<Answer<undefined>> => request({ method: 'DELETE', path: mapUrl(id) });

export const restoreMap = (id: string): Promise<Answer<undefined>> =>
  request({ method: 'POST', path: `${mapUrl(id)}/restore` });

/** The bytes go as they are: the server finds out the encoding and what separates the columns. */
export const importMap = (file: Blob, title: string): Promise<Answer<ImportedMap>> =>
  request({
    method: 'POST',
    path: `/api/import?${new URLSearchParams({ title })}`,
    body: file,
    answer: importedMap,
  });
