import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type E2eStudio, openE2eStudio, picture, toast } from './support/studio'

/** More than one request changes. */
const MANY = 105

describe('a list of more than a hundred', () => {
  let studio: E2eStudio

  beforeAll(async () => {
    studio = await openE2eStudio()
    const { doc } = await studio.call<{ doc: { id: string } }>('/api/projects', { title: 'North' })
    for (let n = 0; n < MANY; n += 1)
      await studio.call('/api/characters', { name: `Person ${n}`, project: doc.id })
  }, 180_000)
  afterAll(async () => {
    await studio?.stop()
  })

  const count = async (query = '') =>
    (await studio.call<{ totalDocs: number }>(`/api/characters?limit=1${query}`)).totalDocs

  /** Selects all there are, on every page. */
  async function selectAll(path: string): Promise<void> {
    const { page, url } = studio
    await page.goto(`${url}${path}?limit=10`)
    await page.locator('thead input[type="checkbox"]').first().click()
    await page.getByRole('button', { name: /Select all/ }).click()
    await page.getByText(`${MANY} selected`).waitFor()
  }

  const confirm = () => studio.page.locator('#confirm-action:visible').click()
  const done = async (text: RegExp) => {
    await toast(studio.page, text).waitFor({ timeout: 60_000 })
    await picture(studio.page, `many-${text.source.replace(/\W+/g, '-')}`)
  }

  it('is changed, thrown away, restored and deleted as a whole', async () => {
    const { page, url } = studio
    await selectAll('/admin/collections/characters')
    await page.locator('.edit-many__toggle').click()
    await page.locator('.field-select .rs__control').click()
    const offered = await page.locator('.rs__option').allTextContents()
    expect(offered).toContain('Age')
    for (const shownOnly of ['Line Count', 'Canonical Name', 'Appearances'])
      expect(offered).not.toContain(shownOnly)
    await page.locator('.rs__option', { hasText: /^Age$/ }).click()
    await page.locator('input[name="age"]').last().fill('33')
    await page.waitForTimeout(500)
    await page.locator('.edit-many__save').last().click()
    await done(/All 105 are done/)
    expect(await count('&where[age][equals]=33')).toBe(MANY)

    await selectAll('/admin/collections/characters')
    await page.locator('.delete-documents__toggle').click()
    await confirm()
    await done(/105 Characters moved to trash/)
    expect(await count()).toBe(0)

    await selectAll('/admin/collections/characters/trash')
    await page.locator('.restore-documents__toggle').click()
    await confirm()
    await done(/105 Characters/)
    expect(await count()).toBe(MANY)

    await selectAll('/admin/collections/characters')
    await page.locator('.delete-documents__toggle').click()
    await confirm()
    await done(/105 Characters moved to trash/)
    await page.goto(`${url}/admin/collections/characters/trash`)
    await page.locator('button', { hasText: /Empty trash/i }).click()
    await confirm()
    await done(/105 Characters/)
    expect(await count('&trash=true')).toBe(0)
  }, 240_000)
})
