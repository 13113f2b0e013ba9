// Finds a browser for the tests, or installs one: Playwright's own, or the system's where that cannot be downloaded.
import { spawnSync } from 'node:child_process';
import { findBrowser } from './findBrowser.mjs';

const run = (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0;

if (!findBrowser()) {
  console.log('No browser found: installing Chromium for the tests.');
  const isRoot = process.getuid?.() === 0;
  const installed =
    run('npx', ['playwright', 'install', 'chromium', ...(isRoot ? ['--with-deps'] : [])]) ||
    (isRoot && run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium']));
  if (!installed || !findBrowser()) {
    console.error('No browser could be installed. Install Chromium or Chrome, or name one with CHROMIUM_PATH.');
    process.exit(1);
  }
}
console.log(`Browser for the tests: ${findBrowser()}`);
