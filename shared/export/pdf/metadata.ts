import { escapeXml } from '../xml.ts';
import type { PdfFile } from './file.ts';
import { ascii, dict, name, text, utf8 } from './values.ts';

export interface PdfMetadata {
  readonly title: string;
  /** When the file says it was made: ISO 8601 in UTC, such as `2026-01-15T09:30:00Z`. Never the clock: same map, same bytes. */
  readonly date: string;
}

const producer = 'Throughline';

/** Writes the old and the new form of what a file says about itself. Throws when the date is none. */
export function writeMetadata(file: PdfFile, { title, date }: PdfMetadata): { info: number; metadata: number } {
  const moment = new Date(date);
  if (Number.isNaN(moment.getTime())) throw new Error(`Not a date: ${date}`);
  const iso = moment.toISOString().replace(/\.\d+Z$/, 'Z');
  const stamp = ascii(`D:${iso.replace(/[-:TZ]/g, '')}Z`);
  const info = file.add(
    dict({
      Title: text(title),
      Creator: text(producer),
      Producer: text(producer),
      CreationDate: stamp,
      ModDate: stamp,
    }),
  );
  // Unpacked, so that programs which know nothing of PDF find it.
  const entries = { Type: name('Metadata'), Subtype: name('XML') };
  const metadata = file.addStream(entries, utf8(xmp(title, iso)), 'as it is');
  return { info, metadata };
}

function xmp(title: string, iso: string): string {
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>${iso}</xmp:CreateDate><xmp:ModifyDate>${iso}</xmp:ModifyDate>
<xmp:CreatorTool>${producer}</xmp:CreatorTool><pdf:Producer>${producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}
