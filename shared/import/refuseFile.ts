/** What a file is that is certainly no table, in a sentence for the person who chose it; null when it may be one. */
export function refuseFile(text: string): string | null {
  const start = text.replace(/^\uFEFF/, '').slice(0, 2000);
  const trimmed = start.trimStart();
  if (trimmed === '' && text.trim() === '') return 'This file is empty.';
  if (start.startsWith('PK\u0003\u0004')) {
    return 'This is an Excel workbook or a zip archive, not a CSV file. Save the sheet as “CSV UTF-8” and import that.';
  }
  if (trimmed.startsWith('%PDF-'))
    return 'This is a PDF, not a CSV file. A PDF holds no table that could be read safely.';
  if (isBinary(start))
    return 'This file holds neither text nor a workbook. An Excel workbook (.xlsx), CSV, JSON or Mermaid file is needed.';
  if (/^<(!doctype|html|head|body|table|\?xml|svg)\b/i.test(trimmed)) {
    return 'This is a web page or XML, not a CSV file. Save the table as CSV and import that.';
  }
  if (isJson(trimmed, text)) return 'This is JSON, not a CSV file.';
  return null;
}

/** The sentence for a text in which no heading was found. */
export function refuseHeading(text: string): string {
  const [first = ''] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/[\r\n]/, 1);
  const shown = first.length > 80 ? `${first.slice(0, 80)}…` : first;
  return /[,;\t]/.test(first)
    ? `No column of this table is called Stage, Step, Department or Touchpoint. Its first row is “${shown}”.`
    : `This is no table: its first line, “${shown}”, names no columns such as Stage, Step, Department, Touchpoint.`;
}

/** Text has no zero bytes; files of programs have, or decode into a crowd of replacement and control characters. */
function isBinary(start: string): boolean {
  if (start.includes('\0')) return true;
  const odd = [...start].filter((character) => character === '\ufffd' || (character < ' ' && !/\s/.test(character)));
  return odd.length > start.length / 10;
}

function isJson(trimmed: string, text: string): boolean {
  if (/^\{\s*["}]/.test(trimmed)) return true;
  if (!trimmed.startsWith('[')) return false;
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
}
