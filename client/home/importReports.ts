import { create } from 'zustand';
import type { ImportedMap } from '../../shared/protocol/http.ts';
import { recallJson, rememberJson } from '../ui/remembered.ts';

export type ImportReport = ImportedMap['warnings'];

/** Kept in the browser until somebody has dismissed it: a reload must not swallow what was not understood. */
const KEY = 'throughline.import-reports';

function readReports(): Readonly<Record<string, ImportReport>> {
  const stored = recallJson(KEY);
  // Written by this file alone; whoever tampers with it sees only his own page.
  return typeof stored === 'object' && stored !== null ? (stored as Record<string, ImportReport>) : {};
}

/** What could not be understood of imported maps, by map. */
export const useImportReports = create<{ readonly reports: Readonly<Record<string, ImportReport>> }>(() => ({
  reports: readReports(),
}));

function setReports(reports: Readonly<Record<string, ImportReport>>): void {
  useImportReports.setState({ reports });
  rememberJson(KEY, reports);
}

export const keepReport = (mapId: string, report: ImportReport): void =>
  setReports({ ...useImportReports.getState().reports, [mapId]: report });

export function dismissReport(mapId: string): void {
  const { [mapId]: _read, ...unread } = useImportReports.getState().reports;
  setReports(unread);
}
