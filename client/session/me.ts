import { create } from 'zustand';
import { type ChangeMeBody, type Me, me as meSchema, type VisiblePerson } from '../../shared/protocol/access.ts';
import * as api from '../http/me.ts';
import type { Answer } from '../http/request.ts';
import { recallJson, rememberJson } from '../ui/remembered.ts';

/**
 * Who sits at this browser. The server decides; the last answer is kept in the browser, so that a map which is kept
 * here opens without a network under the same name.
 */
export interface MeState {
  readonly me: Me;
  /** Whether the server has said so to this page; until then it is what was true at the last visit. */
  readonly heard: boolean;
  /** Why the server did not say it, as a sentence; null unless the last question failed. */
  readonly failure: string | null;
}

const KEY = 'throughline.me';

/** Before the first answer of a first visit: nobody in particular, who may do nothing. */
const NOBODY: Me = {
  id: '',
  name: 'Guest',
  color: '#5b6470',
  kind: 'guest',
  email: null,
  named: false,
  mayCreateMaps: false,
  signUpOpen: false,
  openId: null,
};

export const useMe = create<MeState>(() => ({ me: readStored() ?? NOBODY, heard: false, failure: null }));

let asking: { readonly answer: Promise<Answer<Me>> } | null = null;
/** Changes of one's own on their way, one after the other, so that the last word is the last one said. */
let changing: Promise<Answer<undefined>> | null = null;
/** How many of them there were: what was asked before one of them is answered with what was. */
let changes = 0;

/** Asks the server who sits here; a browser without a session becomes a guest by it. */
export const refreshMe = (): Promise<Answer<Me>> => (asking ?? ask()).answer;

/** Asks anew, after a sign-out: a question that is under way may still be answered with who sat here before. */
export const askAnew = (): Promise<Answer<Me>> => ask().answer;

function ask(): { readonly answer: Promise<Answer<Me>> } {
  const question = {
    answer: askUntilSettled().then((answer): Answer<Me> | Promise<Answer<Me>> => {
      // Overtaken: what a later question is answered with is what holds.
      if (asking !== question) return asking?.answer ?? answer;
      asking = null;
      if (answer.status === 'done') takeMe(answer.value);
      else useMe.setState({ failure: answer.message });
      return answer;
    }),
  };
  asking = question;
  return question;
}

/** The answer of a server that knows of every change of one's own. */
async function askUntilSettled(): Promise<Answer<Me>> {
  for (;;) {
    if (changing) await changing;
    const before = changes;
    const answer = await api.askMe();
    if (before === changes) return answer;
  }
}

/** Another name or colour: shown at once, taken back when the server refuses. */
export async function changeMe(body: ChangeMeBody): Promise<Answer<undefined>> {
  const before = useMe.getState().me;
  const { name = before.name, color = before.color } = body;
  takeMe({ ...before, name, color, named: before.named || body.name !== undefined });
  changes++;
  const change = changing ? changing.then(() => api.changeMe(body)) : api.changeMe(body);
  changing = change;
  const answer = await change;
  if (changing === change) changing = null;
  // Others may have been made since: the server knows what is left.
  if (answer.status === 'failed' && changing) void refreshMe();
  else if (answer.status === 'failed' && useMe.getState().me.id === before.id) takeMe(before);
  return answer;
}

/** Takes in what the server says of oneself in passing, for example after a change in another browser. */
export function hearMe({ id, name, color }: VisiblePerson): void {
  const { me } = useMe.getState();
  // While a change of one's own is on its way, what was said before it and after it look alike.
  if (id !== me.id || changing) void refreshMe();
  else if (name !== me.name || color !== me.color) takeMe({ ...me, name, color });
}

/** Who sits here: at once where this browser knows it, and as soon as the server has said it otherwise. */
export function somebody(): { readonly known: Me | null; readonly later: Promise<Me> } {
  const { me } = useMe.getState();
  if (me.id !== '') return { known: me, later: Promise.resolve(me) };
  const later = new Promise<Me>((resolve) => {
    const stop = useMe.subscribe((state) => {
      if (state.me.id === '') return;
      stop();
      resolve(state.me);
    });
  });
  return { known: null, later };
}

/** Tells when another person sits here: after signing in or out, in this tab or in another. */
export function onOtherPerson(listener: () => void): () => void {
  return useMe.subscribe(({ me }, before) => {
    if (before.me.id !== '' && me.id !== before.me.id) listener();
  });
}

/** Takes in and remembers what the server says who sits here. */
export function takeMe(me: Me): void {
  useMe.setState({ me, heard: true, failure: null });
  rememberJson(KEY, me);
}

/** Older programs kept less here, and anybody can write here: what does not look right is asked for anew. */
function readStored(): Me | null {
  const read = meSchema.safeParse(recallJson(KEY));
  return read.success ? read.data : null;
}

/** What one tab hears, the others show at once. */
export function followOtherTabs(): void {
  window.addEventListener('storage', ({ key }) => {
    const me = key === KEY && readStored();
    if (me) useMe.setState({ me });
  });
}
