import { expect, it } from 'vitest'
import { launchBrowser } from './support/browser'
import { startServer } from './support/server'
import { picture } from './support/studio'

it('the first user of a studio is asked for a name, an address and a password alone', async () => {
  const server = await startServer()
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`${server.url}/admin/create-first-user`)
    await page.locator('input[name="password"]').waitFor()
    const names = await page
      .locator('input')
      .evaluateAll((all) => all.map((each) => each.getAttribute('name')))
    expect(names.toSorted()).toEqual(['confirm-password', 'email', 'name', 'password'])
    expect(await page.getByText(/API key|Producer/i).count()).toBe(0)
    await page.locator('input[name="name"]').fill('Ada')
    await page.locator('input[name="email"]').fill('ada@example.com')
    for (const name of ['password', 'confirm-password'])
      await page.locator(`input[name="${name}"]`).fill('short')
    await page.waitForTimeout(1_000)
    await page.getByRole('button', { name: 'Create' }).click()
    // At the field, not above the form alone.
    await page.locator('.password').getByText('Must have at least 8 characters.').waitFor()
    await picture(page, 'first-user-short')
  } finally {
    await browser.close()
    await server.stop()
  }
}, 120_000)
