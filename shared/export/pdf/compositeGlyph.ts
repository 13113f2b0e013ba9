/** Flags of a component in a TrueType composite glyph. */
const flags = {
  wordArguments: 0x0001,
  argumentsAreOffsets: 0x0002,
  scale: 0x0008,
  moreComponents: 0x0020,
  scaleXY: 0x0040,
  twoByTwo: 0x0080,
} as const;

const headerLength = 10;
const componentLength = 8;
const scaleLength = 2;

/** The components of an outline, each with the byte at which its glyph number stands; none for a simple outline. */
export function readComponents(outline: DataView): { at: number; glyph: number }[] {
  if (outline.byteLength < headerLength || outline.getInt16(0) >= 0) return [];
  const components: { at: number; glyph: number }[] = [];
  for (let at = headerLength, more = true; more; ) {
    const flag = outline.getUint16(at);
    components.push({ at: at + 2, glyph: outline.getUint16(at + 2) });
    at += 4 + (flag & flags.wordArguments ? 4 : 2);
    at += flag & flags.scale ? 2 : flag & flags.scaleXY ? 4 : flag & flags.twoByTwo ? 8 : 0;
    more = (flag & flags.moreComponents) !== 0;
  }
  return components;
}

interface Part {
  /** The number of the glyph in the new font. */
  readonly id: number;
  readonly dx: number;
  readonly dy: number;
  /** Units of the new font for one of the glyph's own. */
  readonly scale: number;
  readonly outline: DataView;
}

/** Builds a glyph out of others. Parts without ink are left out; without any ink the glyph is empty, as a space is. */
export function buildComposite(parts: readonly Part[]): { bytes: Uint8Array; left: number } {
  const inked = parts.filter(({ outline }) => outline.byteLength >= headerLength);
  if (inked.length === 0) return { bytes: new Uint8Array(), left: 0 };
  const scaled = inked.filter(({ scale }) => scale !== 1).length;
  const view = new DataView(new ArrayBuffer(headerLength + inked.length * componentLength + scaled * scaleLength));
  const edge = (at: number, shift: 'dx' | 'dy') =>
    inked.map((part) => part.outline.getInt16(at) * part.scale + part[shift]);
  const left = Math.floor(Math.min(...edge(2, 'dx')));
  view.setInt16(0, -1);
  view.setInt16(2, left);
  view.setInt16(4, Math.floor(Math.min(...edge(4, 'dy'))));
  view.setInt16(6, Math.ceil(Math.max(...edge(6, 'dx'))));
  view.setInt16(8, Math.ceil(Math.max(...edge(8, 'dy'))));
  let at = headerLength;
  for (const [i, { id, dx, dy, scale }] of inked.entries()) {
    const more = i < inked.length - 1 ? flags.moreComponents : 0;
    const sized = scale === 1 ? 0 : flags.scale;
    view.setUint16(at, flags.wordArguments | flags.argumentsAreOffsets | sized | more);
    view.setUint16(at + 2, id);
    view.setInt16(at + 4, Math.round(dx));
    view.setInt16(at + 6, Math.round(dy));
    // 2 bits before the point and 14 after it: no font has twice as many units to the em as another of ours.
    if (sized) view.setInt16(at + componentLength, Math.round(scale * 0x4000));
    at += componentLength + (sized ? scaleLength : 0);
  }
  return { bytes: new Uint8Array(view.buffer), left };
}
