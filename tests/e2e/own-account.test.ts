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

  it('makes a worker without a password, and gives it a key', async () => {
    const { page, url } = studio
    await page.goto(`${url}/admin/collections/users/create`)
    await page.locator('#field-email').fill('robot@example.com')
    await page.locator('#field-name').fill('Robot')
    await page.locator('#field-role .rs__control').click()
    await page.locator('.rs__option', { hasText: 'Worker' }).click()
    await page.getByText('A worker needs no password').waitFor()
    expect(await page.locator('input[name="password"]').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Save' }).click()
    await toast(page, /success/i).waitFor()
    await page.locator('#generate-api-key').click()
    await page.locator('#confirm-action:visible').click()
    await toast(page, /Key Generated/).waitFor()
    await shoot(page, 'worker-key')
    // Payload's own box for it was drawn, unticked, as soon as there was a key.
    expect(await page.locator('[id*="enableAPIKey"]').count()).toBe(0)
    expect(await page.locator('.api-key__label').textContent()).toContain('API key')
  }, 90_000)

  // Last: it ends every other session of the producer.
  it('is asked for the current password where they choose another one', async () => {
    const { page, url } = studio
    await page.goto(`${url}/admin/account`)
    const current = page.locator('input[name="currentPassword"]')
    const password = page.locator('input[name="password"]')
    // Payload looks at what was typed a moment later (useField, 150 ms), and saves nothing before.
    const save = async () => {
      await page.waitForTimeout(1_000)
      await page.getByRole('button', { name: 'Save' }).click()
    }
    const choose = async (value: string) => {
      await password.fill(value)
      await page.locator('input[name="confirm-password"]').fill(value)
    }
    await page.locator('#field-email').waitFor()
    await page.waitForTimeout(500)
    expect(await current.count()).toBe(0)
    await page.locator('#change-password').click()
    await current.waitFor()
    await choose(NEW)
    await save()
    await page.getByText('Type the password that you sign in with now.').waitFor()
    await current.fill('not-this-one')
    await shoot(page, 'account-asked')
    await save()
    await toast(page, /is not your current password/).waitFor()
    await page.locator('.sr-current-password .field-error, .sr-current-password .tooltip').first().waitFor()
    await shoot(page, 'account-refused')
    // What was refused is there to be mended, and does not go unseen with the next save.
    expect(await password.inputValue()).toBe(NEW)
    await choose('short')
    await current.fill(PRODUCER.password)
    await save()
    // Payload looks at the form again once it has been refused.
    await page.waitForTimeout(1_500)
    expect(await page.getByText('Must have at least 8 characters.').isVisible()).toBe(true)
    await shoot(page, 'account-short')
    await choose(NEW)
    await save()
    await toast(page, /success/i).waitFor()
    await password.waitFor({ state: 'detached' })
    expect(await current.count()).toBe(0)
    await shoot(page, 'account-saved')
    const tried = await fetch(`${url}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: PRODUCER.email, password: NEW }),
    })
    expect(tried.status).toBe(200)
  }, 90_000)
})
