import { describe, expect, it } from 'vitest';
import { department, named } from '../../../shared/gaps/words.ts';

describe('a name in a sentence', () => {
  it('stands on one line, and says where there is none', () => {
    expect(named({ title: ' Book\n engineer ' })).toBe('“Book engineer”');
    expect(named({ title: ' \n' })).toBe('one without a title');
    expect(department({ title: '' })).toBe('a department without a name');
  });

  it('does not turn the words that follow it', () => {
    expect(named({ title: '\u202eBook \u2067engineer' })).toBe('“Book engineer”');
    expect(department({ title: '\u202eField' })).toBe('Field');
  });

  it('is cut between characters', () => {
    const start = 'x'.repeat(88);
    expect(named({ title: `${start}😀😀` })).toBe(`“${start}…”`);
  });
});
