import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCapture } from '../../../shared/capture/parseCapture.ts';

const known = { people: ['Mika', 'Mika Kay', 'Aisha Noor'], channels: ['web', 'branch visit'] };

describe('parseCapture', () => {
  it.each([
    ['Takes the order @Mika Kay #web', 'Takes the order', 'Mika Kay', 'web'],
    ['Takes the order #branch visit @aisha noor', 'Takes the order', 'Aisha Noor', 'branch visit'],
    ['@Mika takes the order', 'takes the order', 'Mika', null],
    ['Calls back @Jo_Lind, tomorrow', 'Calls back , tomorrow', 'Jo Lind', null],
    ['Calls #phone again', 'Calls again', null, 'phone'],
    ['Calls @aisha back', 'Calls back', 'Aisha Noor', null],
    // Somebody new is often said with both names.
    ['Shows plans @Mia Wolf #web', 'Shows plans', 'Mia Wolf', 'web'],
    ['Shows plans #web @Jan van der Berg', 'Shows plans', 'Jan van der Berg', 'web'],
    ['Shows plans @Mika Wolf', 'Shows plans', 'Mika Wolf', null],
    ['Asks @Mia When it is late', 'Asks When it is late', 'Mia', null],
    // What only looks like a tag stays as it was typed.
    ['Mails ada@example.com', 'Mails ada@example.com', null, null],
    ['Priority #1  stays', 'Priority #1  stays', null, null],
    ['Written in C# and @ night', 'Written in C# and @ night', null, null],
    ['', '', null, null],
    // The last counts; nothing is lost.
    ['Asks @Mika or @Aisha Noor', 'Asks @Mika or', 'Aisha Noor', null],
    ['@Mika Kayak trip', 'Kayak trip', 'Mika', null],
  ])('%s', (text, title, owner, channel) => {
    expect(parseCapture(text, known)).toEqual({ title, owner, channel });
  });

  const words = fc.stringMatching(/^[\p{L}]{1,8}$/u);
  const titles = fc.array(words, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));

  it('finds what was put behind any title', () => {
    fc.assert(
      fc.property(
        titles,
        fc.constantFrom(...known.people),
        fc.constantFrom(...known.channels),
        (title, owner, channel) => {
          expect(parseCapture(`${title} @${owner} #${channel}`, known)).toEqual({ title, owner, channel });
          expect(parseCapture(`${title} #${channel} @${owner}`, known)).toEqual({ title, owner, channel });
        },
      ),
    );
  });

  it('leaves every text without a tag as it is, and never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const capture = parseCapture(text, known);
        if (capture.owner === null && capture.channel === null) expect(capture.title).toBe(text);
        expect(capture.owner).not.toBe('');
        expect(capture.channel).not.toBe('');
      }),
    );
  });
});
