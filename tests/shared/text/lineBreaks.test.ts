import { expect, it } from 'vitest';
import { mayBreakBetween } from '../../../shared/text/lineBreaks.ts';
import { graphemesOf } from '../../../shared/text/paragraph.ts';

/** The text with a bar wherever a line may end. */
function marked(text: string): string {
  const graphemes = graphemesOf(text);
  return graphemes.map((one, i) => (i > 0 && mayBreakBetween(graphemes[i - 1]!, one) ? `|${one}` : one)).join('');
}

it.each([
  ['two words', 'two |words'],
  ['several  spaces', 'several  |spaces'],
  ['e-mail', 'e-|mail'],
  ['-5 to 10-20', '-5 |to |10-20'],
  ['chat/phone 24/7', 'chat/|phone |24/7'],
  ['say "yes" (now)', 'say |"yes" |(now)'],
  ['Combien ?', 'Combien ?'],
  ['« oui »', '« |oui »'],
  ['50\u00a0%', '50\u00a0%'],
  ['soft\u00adhyphen', 'soft\u00ad|hyphen'],
  ['在官网（比较）套餐。好', '在|官|网|（比|较）|套|餐。|好'],
  ['チャットで', 'チャッ|ト|で'],
  ['요금제를 비교하기', '요금제를 |비교하기'],
  ['ลูกค้าโทรเข้ามาและถามซ้ำๆ', 'ลูกค้า|โทร|เข้ามา|และ|ถามซ้ำๆ'],
  ['ok 👍🏽👩‍💻', 'ok |👍🏽|👩‍💻'],
])('%s may end lines at %s', (text, expected) => {
  expect(marked(text)).toBe(expected);
});
