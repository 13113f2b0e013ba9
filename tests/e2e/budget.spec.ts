import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

/** What a browser has to fetch before it can draw a map. */

test('the code until a map is drawn stays under 300 kB in a few files, and the map page asks for all of it at once', () => {
  const links = ['index.html', 'map-head.html'].map((name) => readFileSync(`dist/client/${name}`, 'utf8')).join('\n');
  const scripts = new Set([...links.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file ?? ''));
  const codeOf = (file: string) => readFileSync(`dist/client/${file}`);
  // Nothing is found out only when a part has been fetched.
  for (const file of scripts) {
    for (const [, name] of String(codeOf(file)).matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)) {
      expect(scripts).toContain(`assets/${name}`);
    }
  }
  const bytes = [...scripts].reduce((sum, file) => sum + gzipSync(codeOf(file), { level: 9 }).length, 0);
  // Each file costs browser and server as much time as a good part of its reading.
  expect(scripts.size).toBeLessThan(10);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThan(300_000);
});
