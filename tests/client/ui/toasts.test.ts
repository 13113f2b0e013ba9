import { beforeEach, expect, it } from 'vitest';
import { toast, useToasts } from '../../../client/ui/toasts.ts';

const shown = () => useToasts.getState().shown.map(({ text }) => text);
beforeEach(() => useToasts.setState({ shown: [] }));

it('what is said of the same thing later takes the place of what was said before', () => {
  toast('You can comment on this map now.', { about: 'role' });
  toast('The link is copied.');
  toast('You can edit this map now.', { about: 'role' });
  expect(shown()).toEqual(['The link is copied.', 'You can edit this map now.']);
});

it('what is about nothing in particular is replaced by the same words alone, and the oldest of many goes', () => {
  for (const text of ['one', 'two', 'one', 'three', 'four']) toast(text);
  expect(shown()).toEqual(['one', 'three', 'four']);
});
