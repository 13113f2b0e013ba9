/** One tag of an XML file, or the text between two. */
export type XmlPiece =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly closed: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** The file declares entities of its own: nothing that a spreadsheet writes, and a way to fill the memory. */
export class StrangeXml extends Error {}

/**
 * Reads XML as spreadsheets write it, piece by piece: elements without their prefixes, attributes unread, text as it
 * stands. Comments and instructions are passed over.
 */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    if (start < 0) break;
    if (start > at) yield { kind: 'text', text: unescaped(xml.slice(at, start)) };
    if (xml.startsWith('<!--', start)) at = after(xml, '-->', start);
    else if (xml.startsWith('<![CDATA[', start)) {
      const end = after(xml, ']]>', start);
      yield { kind: 'text', text: xml.slice(start + 9, end - 3) };
      at = end;
    } else if (xml.startsWith('<!', start)) throw new StrangeXml();
    else if (xml.startsWith('<?', start)) at = after(xml, '?>', start);
    else {
      const end = after(xml, '>', start);
      yield tagOf(xml.slice(start + 1, end - 1));
      at = end;
    }
  }
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? xml.length + mark.length : at + mark.length;
}

function tagOf(tag: string): XmlPiece {
  const closed = tag.endsWith('/');
  const bare = closed ? tag.slice(0, -1) : tag;
  const space = bare.search(/\s/);
  const full = space < 0 ? bare : bare.slice(0, space);
  const name = full.slice(full.indexOf(':') + 1);
  if (full.startsWith('/')) return { kind: 'close', name: name.replace('/', '') };
  return { kind: 'open', name, attributes: space < 0 ? '' : bare.slice(space), closed };
}

/** The value of an attribute; '' where there is none. */
export function attribute(attributes: string, name: string): string {
  const match = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return unescaped(match?.[1] ?? match?.[2] ?? '');
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
