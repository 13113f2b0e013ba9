/** Every kind of file a map can be exported as: its ending, what HTTP calls it, and what people do. */
export const FORMATS = {
  pdf: { type: 'application/pdf', name: 'PDF' },
  svg: { type: 'image/svg+xml', name: 'SVG' },
  png: { type: 'image/png', name: 'PNG' },
  pptx: {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    name: 'PowerPoint',
  },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name: 'Excel' },
  csv: { type: 'text/csv; charset=utf-8', name: 'CSV' },
  json: { type: 'application/json; charset=utf-8', name: 'JSON' },
  mermaid: { type: 'text/vnd.mermaid; charset=utf-8', name: 'Mermaid' },
  md: { type: 'text/markdown; charset=utf-8', name: 'Markdown' },
} as const satisfies Readonly<Record<string, { readonly type: string; readonly name: string }>>;

export type Format = keyof typeof FORMATS;
// The keys of the table, in its order.
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly Format[];

/** How files of a format end. */
const endingOf = (format: Format): string => (format === 'mermaid' ? 'mmd' : format);

const otherEndings: Readonly<Record<string, Format>> = { mmd: 'mermaid', markdown: 'md' };

/** The format of a file by its ending; null for one that nothing is exported as. */
export function formatOf(file: string): Format | null {
  const ending = /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  return FORMAT_NAMES.find((format) => format === ending) ?? otherEndings[ending] ?? null;
}

/** A title as the name of a file, without the characters that some system forbids. */
export function fileNameOf(title: string, format: Format): string {
  const name = title
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${[...name].slice(0, 100).join('').trim() || 'Map'}.${endingOf(format)}`;
}
