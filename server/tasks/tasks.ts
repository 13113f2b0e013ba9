import { kindOf } from '../documents/documentKind.ts';
import { foldLog } from '../documents/foldLog.ts';
import type { StoredLog } from '../storage/storage.ts';
import { drawExecutive } from './drawExecutive.ts';
import { exportFile } from './exportFile.ts';
import { gapsOfMap } from './gapsOfMap.ts';
import { importTable } from './importTable.ts';
import { pictureOfLog } from './pictureOfLog.ts';
import { presentUpdate } from './presentUpdate.ts';

/**
 * Work that would keep the rooms from moving if it ran beside them. Inputs and results are copied between threads,
 * so they are plain values and bytes.
 */
export const tasks = {
  executive: drawExecutive,
  exportFile,
  fold: ({ map, log }: { readonly map: string; readonly log: StoredLog }) => foldLog(log, kindOf(map).rules),
  gapsOfMap,
  importTable,
  pictureOfLog,
  presentUpdate,
};

export type Tasks = typeof tasks;
