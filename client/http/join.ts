import { joined } from '../../shared/protocol/access.ts';
import { type Answer, request } from './request.ts';

/** Redeems a share link; `password` where it asks for one. */
export const joinMap = (token: string, password: string | null): Promise<Answer<{ map: string }>> =>
  request({
    method: 'POST',
    path: `/api/join/${encodeURIComponent(token)}`,
    body: password === null ? {} : { password },
    answer: joined,
  });
