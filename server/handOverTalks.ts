import type { AccessControl } from './access/accessControl.ts';
import type { Maps } from './maps.ts';

/** Follows guests into the accounts they sign in to, with what they wrote about the maps they had. */
export function handOverTalks(
  access: Pick<AccessControl, 'onChange' | 'listMaps'>,
  maps: Pick<Maps, 'handOverTalks'>,
  failed: (error: unknown) => void,
): void {
  const handOver = async (from: string, to: string) => {
    const listed = await access.listMaps(to, 'live');
    await maps.handOverTalks(
      listed.map(({ id }) => id),
      from,
      to,
    );
  };
  access.onChange((change) => {
    // Who signs up stays the same person.
    if (change.kind === 'moved' && change.from !== change.to) handOver(change.from, change.to).catch(failed);
  });
}
