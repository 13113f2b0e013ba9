import * as z from 'zod/mini';
import { FORMAT_NAMES } from './formats.ts';
import { PAGE_MODES, PARTS, type PartName } from './options.ts';
import { SHEET_NAMES } from './sheet.ts';

const oneOf = <T extends string>(name: string, values: readonly T[]) => {
  const sentence = `“${name}” is one of ${values.join(', ')}.`;
  return z.enum(values as readonly [T, ...T[]], sentence);
};
const flag = (name: string) => z.optional(z.enum(['0', '1', 'true', 'false'], `“${name}” is 1 or 0.`));

/** `include=curve,gaps`: what stands on the pages, several names with commas between. */
const include = z
  .string()
  .check(
    z.refine(
      (list) => list.split(',').every((part) => part === '' || PARTS.some((known) => known === part)),
      `“include” names some of ${PARTS.join(', ')}, with commas between.`,
    ),
  );

/** `GET /api/maps/:id/export?format=pdf&page=a3&mode=stages`. */
export const exportQuery = z.object({
  format: oneOf('format', FORMAT_NAMES),
  page: z.optional(oneOf('page', SHEET_NAMES)),
  mode: z.optional(oneOf('mode', PAGE_MODES)),
  include: z.optional(include),
  grey: flag('grey'),
  transparent: flag('transparent'),
});
export type ExportQuery = z.infer<typeof exportQuery>;

/** A query, or the options of a command line that are called alike, as the painters want them. */
export function exportRequest({ format, page, mode, include: parts, grey, transparent }: ExportQuery, date: string) {
  const isOn = (value: string | undefined) => value === '1' || value === 'true';
  // Checked above, name by name.
  const chosen = parts?.split(',').filter((part) => part !== '') as readonly PartName[] | undefined;
  return {
    format,
    date,
    grey: isOn(grey),
    transparent: isOn(transparent),
    ...(page ? { sheet: page } : {}),
    ...(mode ? { mode } : {}),
    ...(chosen ? { include: chosen } : {}),
  };
}
