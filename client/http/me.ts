import { type ChangeMeBody, type Me, me } from '../../shared/protocol/access.ts';
import { type Answer, request } from './request.ts';

export const askMe = (): Promise<Answer<Me>> => request({ method: 'GET', path: '/api/me', answer: me });

export const changeMe = (body: ChangeMeBody): Promise<Answer<undefined>> =>
  request({ method: 'PATCH', path: '/api/me', body });
