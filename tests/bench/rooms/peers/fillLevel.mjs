// Puts a history, edit by edit, where @y/websocket-server with y-leveldb will look for it. Runs in the peers' folder.
import { readFileSync } from 'node:fs';
import { LeveldbPersistence } from 'y-leveldb';

const [folder, name, file] = process.argv.slice(2);
const level = new LeveldbPersistence(folder);
const bytes = readFileSync(file);
for (let at = 0; at < bytes.length; ) {
  const length = bytes.readUInt32LE(at);
  await level.storeUpdate(name, bytes.subarray(at + 4, at + 4 + length));
  at += 4 + length;
}
await level.destroy();
