import { hex, latin1, utf16Hex } from './values.ts';

/** Readers parse a map in sections of at most this many lines. */
const linesPerSection = 100;
/** Poppler reads at most 255 characters of a token; more would end in a broken map instead of long text. */
const longestText = 60;

/** The CMap by which a reader turns codes back to text. */
export function toUnicodeMap(texts: ReadonlyMap<number, string>): Uint8Array {
  const lines = [...texts].map(([code, text]) => `<${hex(code, 4)}> <${utf16Hex(shortened(text))}>`);
  let sections = '';
  for (let start = 0; start < lines.length; start += linesPerSection) {
    const section = lines.slice(start, start + linesPerSection);
    sections += `${section.length} beginbfchar\n${section.join('\n')}\nendbfchar\n`;
  }
  return latin1(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${sections}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`);
}

/** A grapheme can carry any number of accents; whole characters are kept as far as there is room. */
function shortened(text: string): string {
  if (text.length <= longestText) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > longestText) break;
    kept += character;
  }
  return kept;
}
