import { type ChangeMeBody, type Me, me } from '../../shared/protocol/access.ts';
import { type Answer, request } from './request.ts';

export const askMe = (): Promise<Answer<Me>> => request({ method: 'GET', path: '/api/me', answer: me });

/** Whoever gives their name and loads the page again at once is not asked a second time. */
export const changeMe = (body: ChangeMeBody): Promise<Answer<undefined>> =>
  request({ method: 'PATCH', path: '/api/me', body, keepalive: true });
