import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type E2eStudio, openE2eStudio } from './support/studio'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

interface Sent {
  page: string
  status: number
  type: string
  body: string
}

describe('what the pages of the admin call on the server', () => {
  let studio: E2eStudio
  const sent: Sent[] = []

  beforeAll(async () => {
    studio = await openE2eStudio()
    studio.page.on('response', async (answer) => {
      const request = answer.request()
      const headers = await request.allHeaders()
      if (headers['next-action'] === undefined) return
      sent.push({
        page: new URL(request.url()).pathname,
        status: answer.status(),
        type: headers['content-type'] ?? '',
        body: (request.postData() ?? '').slice(0, 120),
      })
    })
  }, 120_000)
  afterAll(async () => {
    await studio?.stop()
  })

  it('passes the look at it: forms, lists, files and tables', async () => {
    const { page, url, call } = studio
    const { doc: project } = await call<{ doc: { id: string } }>('/api/projects', {
      title: 'Called',
      type: 'short',
      status: 'concept',
    })
    const { doc: person } = await call<{ doc: { id: string } }>('/api/characters', {
      project: project.id,
      name: 'Mara',
    })
    // A call waits until something was typed.
    const settled = () => page.waitForTimeout(1_500)

    await page.goto(`${url}/admin/collections/characters/${person.id}`)
    await page.locator('#field-name').fill('Mara Quince')
    await settled()
    await page.goto(`${url}/admin/collections/projects/${project.id}`)
    await page.locator('#field-title').fill('Called again')
    await settled()

    await page.goto(`${url}/admin/collections/media/create`)
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: 'still.png', mimeType: 'image/png', buffer: PNG })
    await settled()
    await page.locator('#field-alt').fill('A still')
    await settled()

    await page.goto(`${url}/admin/collections/media`)
    await page.getByRole('button', { name: 'Bulk Upload' }).first().click()
    const several = page.locator('.bulk-upload--drawer, [class*="bulk-upload"]').locator('input[type="file"]')
    await several.first().setInputFiles([
      { name: 'one.png', mimeType: 'image/png', buffer: PNG },
      { name: 'two.png', mimeType: 'image/png', buffer: PNG },
    ])
    await settled()
    await page.locator('[class*="bulk-upload"] #field-alt').last().fill('A still')
    await settled()

    await page.goto(`${url}/admin/account`)
    await page.locator('.payload-settings__language .rs__control, #language-select').first().click()
    await page.locator('.rs__option').first().click()
    await settled()

    expect(sent.filter(({ page: at }) => at.includes('/media/')).length).toBeGreaterThan(0)
    expect(sent.some(({ type }) => type.startsWith('multipart/form-data'))).toBe(true)
    expect(sent.filter(({ status }) => status !== 200)).toEqual([])
    expect(studio.faults).toEqual([])
  }, 120_000)
})
