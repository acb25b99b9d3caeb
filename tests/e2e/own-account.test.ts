import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OUTSIDER, PRODUCER } from './support/people'
import { type E2eStudio, openE2eStudio, toast } from './support/studio'

const NEW = 'another-horse-22'

const shoot = async (page: Page, name: string) => {
  const folder = process.env.E2E_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

describe('who is signed in', () => {
  let studio: E2eStudio

  beforeAll(async () => {
    studio = await openE2eStudio()
  }, 120_000)
  afterAll(async () => {
    await studio?.stop()
  })

  it('needs no password of somebody else’s', async () => {
    const { page, url, call } = studio
    const { doc } = await call<{ doc: { id: string } }>('/api/users', { ...OUTSIDER, role: 'viewer' })
    await page.goto(`${url}/admin/collections/users/${doc.id}`)
    await page.locator('#change-password').click()
    await page.locator('input[name="password"]').fill(NEW)
    expect(await page.locator('input[name="currentPassword"]').count()).toBe(0)
  }, 60_000)

  // Last: it ends every other session of the producer.
  it('is asked for the current password where they choose another one', async () => {
    const { page, url } = studio
    await page.goto(`${url}/admin/account`)
    const current = page.locator('input[name="currentPassword"]')
    await page.locator('#change-password').click()
    await current.waitFor()
    await page.locator('input[name="password"]').fill(NEW)
    await page.locator('input[name="confirm-password"]').fill(NEW)
    await current.fill('not-this-one')
    // Payload looks at what was typed a moment later (useField, 150 ms), and saves nothing before.
    await page.waitForTimeout(1_000)
    await shoot(page, 'account-asked')
    await page.getByRole('button', { name: 'Save' }).click()
    await toast(page, /is not your current password/).waitFor()
    await shoot(page, 'account-refused')
    await current.fill(PRODUCER.password)
    await page.waitForTimeout(1_000)
    await page.getByRole('button', { name: 'Save' }).click()
    await toast(page, /success/i).waitFor()
    await shoot(page, 'account-saved')
    const tried = await fetch(`${url}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: PRODUCER.email, password: NEW }),
    })
    expect(tried.status).toBe(200)
  }, 90_000)
})
