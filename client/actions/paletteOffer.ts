import { useMemo, useState } from 'react';
import { type Canvas, useCanvas } from '../canvas/canvasContext.ts';
import { spotNow } from '../canvas/keys.ts';
import { openDetails } from '../canvas/openDetails.ts';
import { useView } from '../canvas/viewStore.ts';
import { whoIsHere } from '../panels/topbar/whoIsHere.ts';
import { follow } from '../presence/followStore.ts';
import { useSession, useWholeMap } from '../session/SessionContext.tsx';
import { useViewChoice } from '../views/viewChoice.ts';
import type { At } from './action.ts';
import { findItems } from './findItems.ts';
import { actionsFor, offered } from './list.ts';
import { useOpenDialog } from './openDialog.ts';
import { best, score } from './search.ts';

/** One line of the palette. */
export interface Option {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly chord: string | undefined;
  /** It is done or seen on the map, whatever view is shown. */
  readonly onMap: boolean;
  readonly run: () => void;
}

export interface Group {
  readonly title: string;
  readonly options: readonly Option[];
}

const MOST_ACTIONS = 200;

/** What can be chosen, in groups: actions, then what is on the map. */
export function useOffer(query: string): readonly Group[] {
  const canvas = useCanvas();
  const asked = useOpenDialog((dialogs) => dialogs.spot);
  // From a menu it is opened without a place: then what is selected is meant.
  const [spot] = useState(() => asked ?? spotNow(canvas));
  const role = useSession((session) => session.role);
  const map = useWholeMap();
  return useMemo(() => {
    const at: At = { canvas, spot, event: null };
    const actions = best(offered(actionsFor(role), at), MOST_ACTIONS, ({ label, also, group }) =>
      score(query, label, `${also ?? ''} ${group}`),
    );
    const options = actions.map(
      (action): Option => ({
        key: action.id,
        label: action.label,
        hint: '',
        chord: action.keys[0],
        onMap: action.view === 'map',
        run: () => void action.run(at),
      }),
    );
    const places = findItems(map, query).map(
      ({ title, found }): Group => ({
        title,
        options: found.map((one) => ({
          key: `${one.item.kind}/${one.item.id}`,
          label: one.name,
          hint: one.where,
          chord: undefined,
          // The outline shows its own line.
          onMap: useViewChoice.getState().view !== 'outline',
          run() {
            if (one.shows.length > 0) useView.getState().show(one.shows);
            // Somebody who owns nothing is found among the people of the map.
            else openDetails(null);
          },
        })),
      }),
    );
    const groups = [
      { title: 'Actions', options },
      ...places,
      { title: 'Here now', options: peopleHere(canvas, query) },
    ];
    return groups.filter((group) => group.options.length > 0);
  }, [canvas, spot, role, map, query]);
}

/** Who is here, to go to or to follow. */
function peopleHere({ session }: Canvas, query: string): readonly Option[] {
  const { others, me } = session.store.getState();
  const here = whoIsHere(others, me.id).flatMap(({ user, at }): Option[] => [
    ...(at.length > 0
      ? [
          {
            key: `go/${user.id}`,
            label: `Go to where ${user.name} is`,
            hint: '',
            chord: undefined,
            onMap: true,
            run: () => useView.getState().show(at),
          },
        ]
      : []),
    {
      key: `follow/${user.id}`,
      label: `Follow ${user.name}`,
      hint: '',
      chord: undefined,
      onMap: true,
      run: () => follow({ kind: 'person', user: user.id, name: user.name }),
    },
  ]);
  return best(here, MOST_ACTIONS, ({ label }) => score(query, label));
}
