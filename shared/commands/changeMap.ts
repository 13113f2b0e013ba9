import { type Meta, metaFields } from '../model/records.ts';
import { refuseFields, writeMeta } from '../model/writeRecord.ts';
import type { Command } from './command.ts';
import { refuseLongTitles } from './refuse.ts';

/** Changes the map itself: its title, description, state or currency. */
export const changeMap: Command<Partial<Meta>> = {
  name: 'map.change',
  label: 'Change map',
  refuse: ({ meta }, fields) => refuseFields(metaFields, fields) ?? refuseLongTitles(fields, meta),
  apply: (doc, fields) => writeMeta(doc, fields),
};
