import { type Meta, metaFields } from '../model/records.ts';
import { refuseFields, writeMeta } from '../model/writeRecord.ts';
import type { Command } from './command.ts';

/** Changes the map itself: its title, description, state or currency. */
export const changeMap: Command<Partial<Meta>> = {
  name: 'map.change',
  label: 'Change map',
  refuse: (_map, fields) => refuseFields(metaFields, fields),
  apply: (doc, fields) => writeMeta(doc, fields),
};
