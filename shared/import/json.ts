import { COLLECTIONS } from '../model/collections.ts';
import type { Collection } from '../model/records.ts';
import { docOfContent, isKnownVersion, type RawContent, type RawItem } from './content.ts';
import type { ImportOptions, ImportResult } from './importResult.ts';
import { WarningList } from './warnings.ts';

/** A map as its JSON export holds it. Everything comes back as it was, ids included. */
export function importJson(text: string, { newId, clientId }: ImportOptions): ImportResult {
  const refused = (reason: string): ImportResult => ({ status: 'refused', reason });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused('This JSON file is damaged: it ends too early or has a sign where none may be.');
  }
  if (!isObject(value) || value.format !== 'throughline-map') {
    return refused('This is JSON, but not a map of Throughline: its “format” is not “throughline-map”.');
  }
  if (!isKnownVersion(value.version)) {
    return refused('This map was exported by a newer Throughline. Update this one, then import it again.');
  }
  const warnings = new WarningList();
  const doc = docOfContent(
    contentOf(value, warnings),
    { newId, title: '', ...(clientId === undefined ? {} : { clientId }) },
    warnings,
  );
  return { status: 'imported', doc, warnings: warnings.sorted() };
}

function contentOf(value: Readonly<Record<string, unknown>>, warnings: WarningList): RawContent {
  const items = new Map<Collection, RawItem[]>();
  for (const collection of COLLECTIONS) {
    const list = value[collection];
    if (list === undefined) continue;
    if (!Array.isArray(list)) {
      warnings.add(1, collection, '', `“${collection}” is no list. It was left out.`);
      continue;
    }
    items.set(
      collection,
      list.flatMap((item: unknown, index): RawItem[] => {
        if (isObject(item)) return [{ id: item.id, row: index + 1, values: item }];
        warnings.add(index + 1, collection, '', `Entry ${index + 1} of “${collection}” is no item. It was left out.`);
        return [];
      }),
    );
  }
  return { meta: value, items };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
