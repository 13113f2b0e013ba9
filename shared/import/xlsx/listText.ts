/** Several values in one cell, so that they come apart again whatever signs are in them. */
export const joinList = (values: readonly string[]): string =>
  values.map((value) => value.replace(/[\\;]/g, '\\$&').replace(/^ | $/g, '\\$&')).join('; ');

/** The values of such a cell; one that people wrote by hand may leave out the space. */
export function splitList(cell: string): string[] {
  const values: string[] = [];
  let value = '';
  let kept = 0; // how much of the value stands fast, because a sign in it was escaped
  const finish = () => {
    const text = value.slice(0, kept) + value.slice(kept).trimEnd();
    if (text !== '') values.push(text);
    value = '';
    kept = 0;
  };
  for (let at = 0; at < cell.length; at++) {
    const sign = cell[at] ?? '';
    if (sign === ';') finish();
    else if (sign === '\\' && at + 1 < cell.length) {
      value += cell[++at];
      kept = value.length;
    } else if (value !== '' || sign.trim() !== '') value += sign;
  }
  finish();
  return values;
}
