import { defineConfig } from '@playwright/test';
import { findBrowser } from '../support/findBrowser.mjs';

const executablePath = findBrowser();

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  // Each worker serves the built app from a data folder of its own.
  workers: 2,
  fullyParallel: false,
  // A slow machine is no failure: these end what would never end.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  // Two cores stall now and then. What passes only at the second try is listed as flaky, to be mended.
  retries: 1,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    // Recording everything takes a quarter of the machine; what fails is done again, and recorded then.
    trace: 'on-first-retry',
    // Only the tests of working without a network need one; it fetches the whole page once more in every browser.
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});
