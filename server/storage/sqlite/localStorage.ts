import { kyselyStorage } from '../kyselyStorage.ts';
import type { Storage } from '../storage.ts';
import { type Connection, databaseOver } from './openDatabase.ts';
import { databaseAsking } from './workerDatabase.ts';

/** The storage over a connection of this very thread: for the command line, which keeps nobody waiting. */
export function localStorageOver(connection: Connection): Storage {
  const database = databaseOver(connection);
  return kyselyStorage(
    databaseAsking(
      async (request) => {
        switch (request.kind) {
          case 'run':
            return database.run(request.query);
          case 'transact':
            return { rows: [], changes: database.transact(request.queries, request.onlyIf) ? 1 : 0 };
          case 'readTogether':
            return { rows: database.readTogether(request.queries), changes: 0 };
          default:
            throw new Error(`a connection that is open needs no ${request.kind}`);
        }
      },
      async () => database.close(),
    ),
  );
}
