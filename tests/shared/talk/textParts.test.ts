import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textParts } from '../../../shared/talk/textParts.ts';

const shown = (text: string, names?: string[]) => textParts(text, names).map((part) => `${part.kind}:${part.text}`);

describe('the text of a comment', () => {
  it('has links where addresses are, without what ends the sentence', () => {
    expect(shown('See https://example.com/a?b=1#c, or (http://example.org).')).toEqual([
      'text:See ',
      'link:https://example.com/a?b=1#c',
      'text:, or (',
      'link:http://example.org',
      'text:).',
    ]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://example.com', 'https://', 'http:///x', 'xhttps:// x'])(
    'has none in %s',
    (text) => {
      expect(textParts(text).every(({ kind }) => kind === 'text')).toBe(true);
    },
  );

  it('has mentions of those who are mentioned, the longest name first', () => {
    expect(shown('@Ana Maria and @Ana, not @Ben', ['Ana', 'Ana Maria'])).toEqual([
      'mention:@Ana Maria',
      'text: and ',
      'mention:@Ana',
      'text:, not @Ben',
    ]);
  });

  it('is all there, and links lead nowhere but to http and https', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('@Ana', 'https://a.b/', 'HTTP://x', 'javascript:', '@', '\n', '<a href="x">', '. '),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join('');
        const parts = textParts(text, ['Ana', '']);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        for (const part of parts) if (part.kind === 'link') expect(part.text).toMatch(/^https?:\/\/[^\s/]/i);
      }),
    );
  });
});
