import { expect, it } from 'vitest'
import { launchBrowser } from './support/browser'
import { startServer } from './support/server'

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
  } finally {
    await browser.close()
    await server.stop()
  }
}, 120_000)
