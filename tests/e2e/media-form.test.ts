import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { writeWav } from '@/lib/audio/wav'
import { reportPage } from './support/browser'
import { type E2eStudio, openE2eStudio, picture, toast } from './support/studio'

const SCRIPT = 'Title: Low Tide\n\nINT. BOATHOUSE - DAY\n\nInes sands the hull of a small boat.\n'
const NOT_TAKEN = 'Is of no kind that is taken: send a picture, a sound, a film, a PDF, CSV or text.'

describe('the form of a media file', () => {
  let studio: E2eStudio
  let project: string

  beforeAll(async () => {
    studio = await openE2eStudio()
    const form = new FormData()
    form.set('file', new Blob([SCRIPT]), 'low-tide.fountain')
    form.set('title', 'Low Tide')
    project = (await studio.call<{ projectId: string }>('/api/v1/imports', form)).projectId
  }, 180_000)

  beforeEach(() => {
    onTestFailed(() => reportPage(studio.page, studio.calls))
  })

  afterAll(async () => {
    await studio?.stop()
  })

  const choose = (name: string, mimeType: string, buffer: Buffer) =>
    studio.page.locator('.file-field input[type=file]').setInputFiles({ name, mimeType, buffer })
  const save = () => studio.page.locator('#action-save').click()

  it('offers what works, and no address to fetch a file from', async () => {
    const { page, url } = studio
    await page.goto(`${url}/admin/collections/media/create?project=${project}`)
    await page.getByText('Select a file').waitFor()
    expect(await page.getByText('Paste URL').count()).toBe(0)
    await picture(page, 'media-form-empty')
  })

  it('says at the field of the file that it is of no kind that is taken, and takes another one then', async () => {
    const { page } = studio
    const projectField = page.locator('#field-project')
    await projectField.locator('input').first().fill('Low')
    await page.getByRole('option', { name: 'Low Tide' }).click()
    await choose('low-tide.fountain', '', Buffer.from(SCRIPT))
    await save()
    await page.locator('.file-field').getByText(NOT_TAKEN).waitFor()
    await toast(page, 'The input is not usable: file is of no kind that is taken').waitFor()
    await picture(page, 'media-form-refused')
    await page.locator('.file-field__remove, .file-field button').first().click()
    const sound = writeWav(new Float32Array(8000).fill(0.1), 8000)
    await choose('take.wav', '', sound)
    await save()
    await page.waitForURL(/collections\/media\/(?!create)[^/]+$/)
    await page
      .getByText(/^take-[a-z]+\.wav$/)
      .first()
      .waitFor()
    await picture(page, 'media-form-taken')
  })
})
