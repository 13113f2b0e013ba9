import { expect, it } from 'vitest';
import { refuseEditing, roleNews } from '../../../client/session/roleWords.ts';
import { ROLES } from '../../../shared/protocol/roles.ts';

it('lets editors and owners edit and tells everybody else in a sentence why not', () => {
  expect(refuseEditing('editor')).toBeNull();
  expect(refuseEditing('owner')).toBeNull();
  for (const role of ['viewer', 'commenter', null] as const) expect(refuseEditing(role)).toMatch(/^[A-Z].+\.$/);
  expect(refuseEditing('commenter')).toContain('comment');
  expect(refuseEditing('viewer')).not.toContain('comment');
});

it('says with every change of a role what one can do now, and what no longer', () => {
  for (const before of ROLES) {
    for (const after of ROLES) {
      if (before !== after) expect(roleNews(after, before)).toMatch(/^[A-Z].+\.$/);
    }
  }
  expect(roleNews('viewer', 'editor')).toContain('no longer edit');
  expect(roleNews('viewer', 'commenter')).toContain('no longer comment');
  expect(roleNews('commenter', 'owner')).toContain('no longer edit');
  expect(roleNews('commenter', 'viewer')).not.toContain('no longer');
  expect(roleNews('editor', 'viewer')).toBe('You can edit this map now.');
});
