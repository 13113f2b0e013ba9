import { startCompany } from '../support/companySignIn.ts';
import { serveApp } from '../support/serveApp.ts';
import { newGuest } from '../support/visitor.ts';
import { becomeVisitor, expect, expectSaved, test } from './support.ts';

/** The company's own sign-in, through the page and a real provider. */

const ada = { email: 'ada@company.example', name: 'Ada Lovelace', email_verified: true };

test('one button signs in with the company, and what the guest made comes along', async ({ browser }) => {
  const ended: (() => Promise<void>)[] = [];
  const app = await serveApp(async (url) => {
    const company = await startCompany(`${url}/api/auth/callback/company`, { ada }, () => 'ada');
    ended.push(company.close);
    return {
      PUBLIC_ORIGIN: url,
      OPENID_ISSUER: company.issuer,
      OPENID_CLIENT_ID: company.clientId,
      OPENID_CLIENT_SECRET: company.clientSecret,
      OPENID_NAME: 'Acme',
      SIGN_UP: 'closed',
    };
  });
  try {
    const guest = await newGuest(app.url);
    const map = await guest.createMap('Made as a guest');
    const context = await browser.newContext();
    await becomeVisitor(context, guest);
    const page = await context.newPage();
    await page.goto(`${app.url}/sign-in?next=/m/${map}`);
    await expect(page.getByText('The map you made here as a guest stays yours.')).toBeVisible();
    // Where new accounts are closed, none is offered.
    await expect(page.getByRole('link', { name: 'Create one' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Sign in with Acme' }).click();
    await page.waitForURL(`${app.url}/m/${map}`);
    await expectSaved(page);
    await page.goto(`${app.url}/account`);
    await expect(page.getByText(ada.email)).toBeVisible();
    await expect(page.getByLabel('Your name')).toHaveValue(ada.name);
    // The company knows the password, we do not.
    await expect(page.getByRole('heading', { name: 'Sign out' })).toBeVisible();
    await expect(page.getByLabel('Present password')).toHaveCount(0);

    await page.goto(`${app.url}/sign-in?failed`);
    // Who is signed in has nothing to do there.
    await page.waitForURL(`${app.url}/`);
  } finally {
    await app.dispose();
    for (const end of ended) await end();
  }
});
