import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { writeWav } from '@/lib/audio/wav'
import { reportPage } from './support/browser'
import { type E2eStudio, openE2eStudio, picture, untilAlive } from './support/studio'

const SCRIPT = `Title: Low Tide

INT. BOATHOUSE - DAY

Ines sands the hull of a small boat. Dust hangs in the light.

INES
It will never float.

EXT. SLIPWAY - DUSK

Ines and Paul push the boat into the water.

PAUL
It floats.
`

const take = (seconds: number) => ({
  name: `take-${seconds}.wav`,
  mimeType: 'audio/wav',
  buffer: writeWav(new Float32Array(Math.round(8000 * seconds)).fill(0.1), 8000),
})

describe('a person’s own recording', () => {
  let studio: E2eStudio
  let episodeId: string
  let sceneId: string
  const boardPage = () => `${studio.url}/admin/collections/episodes/${episodeId}/storyboard`
  const scriptFacts = () => studio.page.locator('.sr-script__facts')

  beforeAll(async () => {
    studio = await openE2eStudio()
    const form = new FormData()
    form.set('file', new Blob([SCRIPT]), 'low-tide.fountain')
    form.set('title', 'Low Tide')
    episodeId = (await studio.call<{ episodeId: string }>('/api/v1/imports', form)).episodeId
  }, 180_000)

  beforeEach(() => {
    onTestFailed(() => reportPage(studio.page, studio.calls))
  })

  afterAll(async () => {
    await studio?.stop()
  })

  it('finds lengths that are those of the text, until there are shots', async () => {
    const { page, url } = studio
    await page.goto(`${url}/admin/collections/episodes/${episodeId}/script`)
    await scriptFacts()
      .getByText(/^about \d+:\d\d read$/)
      .waitFor()
    expect(await scriptFacts().getByText('on the board').count()).toBe(0)
    await page.goto(boardPage())
    await page
      .locator('.sr-board-header__facts')
      .getByText(/^about \d+:\d\d read$/)
      .waitFor()
    let run = await studio.call<{ runId: string; state: string }>(`/api/v1/episodes/${episodeId}/runs`, {
      steps: ['suggest-shots'],
    })
    while (run.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 500))
      run = await studio.call(`/api/v1/runs/${run.runId}`)
    }
    expect(run.state).toBe('done')
    await page
      .locator('.sr-board-header__facts')
      .getByText(/^\d+:\d\d on the board$/)
      .waitFor()
  }, 120_000)

  it('is put to its line in the shot’s dialog, replaced and taken away', async () => {
    const { page } = studio
    await page.goto(boardPage())
    await untilAlive(page, '.sr-pipeline button')
    await page
      .locator('.sr-card')
      .filter({ hasText: 'It will never float.' })
      .getByRole('button', { name: /^Open Scene 1, shot/ })
      .click()
    const line = page.getByRole('region', { name: 'Dialogue' })
    const file = line.getByLabel('Recording of Ines: It will never float.', { exact: true })
    await line.getByRole('button', { name: 'Upload recording' }).waitFor()
    expect(await line.getByRole('button', { name: /^Play/ }).count()).toBe(0)
    await picture(page, 'recording-none')

    await file.setInputFiles({
      name: 'notes.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Not a take.'),
    })
    await line
      .getByRole('alert')
      .getByText(/no sound file/)
      .waitFor()

    await file.setInputFiles(take(4.5))
    await line.getByText('Recording, 4.5 s').waitFor()
    await line.getByRole('button', { name: 'Play Ines: It will never float.' }).waitFor()
    expect(await line.getByRole('alert').count()).toBe(0)
    await picture(page, 'recording-own')

    await file.setInputFiles(take(2))
    await line.getByText('Recording, 2 s').waitFor()
    await line.getByRole('button', { name: /^Remove recording/ }).click()
    await line.getByRole('button', { name: 'Upload recording' }).waitFor()
    expect(await line.getByText(/Recording, /).count()).toBe(0)
    await file.setInputFiles(take(4.5))
    await line.getByText('Recording, 4.5 s').waitFor()

    const board = await studio.call<{
      scenes: Array<{ id: string; lines: Array<{ audioIsChosen: boolean; durationSeconds: number }> }>
    }>(`/api/v1/episodes/${episodeId}/board`)
    sceneId = board.scenes[0]?.id ?? ''
    expect(board.scenes[0]?.lines[0]).toMatchObject({ audioIsChosen: true, durationSeconds: 4.5 })
  })

  it('may also come in by the scene’s form, which knows the project', async () => {
    const { page, url } = studio
    await page.goto(`${url}/admin/collections/scenes/${sceneId}`)
    await page.getByText(/^\d+:\d\d on the board$/).waitFor()
    await picture(page, 'recording-scene-form')
    await page.getByRole('button', { name: 'Dialogue' }).click()
    const row = page.locator('#field-dialogueLines')
    await row.locator('.upload-relationship-details__remove').click()
    await row.getByRole('button', { name: 'Create new' }).click()
    const drawer = page.locator('.doc-drawer')
    await drawer.getByText('Low Tide').waitFor()
    await drawer.locator('input[type=file]').setInputFiles(take(3))
    await picture(page, 'recording-drawer')
    await drawer.getByRole('button', { name: 'Save' }).click()
    await drawer.waitFor({ state: 'detached' })
    await row
      .getByText(/take-3/)
      .first()
      .waitFor()
    expect(await page.getByText(/invalid/i).count()).toBe(0)
    await picture(page, 'recording-form-after')
    expect(studio.faults).toEqual([])
  })

  it('leaves the script saying both lengths', async () => {
    const { page, url } = studio
    page.once('dialog', (dialog) => void dialog.accept())
    await page.goto(`${url}/admin/collections/episodes/${episodeId}/script`)
    await scriptFacts()
      .getByText(/^\d+:\d\d on the board$/)
      .waitFor()
    await scriptFacts()
      .getByText(/^about \d+:\d\d read$/)
      .waitFor()
    await picture(page, 'recording-script')
  })
})
