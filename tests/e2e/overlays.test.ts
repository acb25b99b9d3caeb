import { afterAll, beforeAll, expect, it } from 'vitest'
import type { EpisodeBoard, RunStatus } from '@/contracts'
import { reportPage } from './support/browser'
import { type E2eStudio, openE2eStudio, picture, untilAlive } from './support/studio'

const SCRIPT = `INT. PUMP ROOM - NIGHT

Water runs down the wall. TESS holds a lamp. HUGO stands behind her.

TESS
It has come up since noon.

HUGO
Then we have until morning.
`

let studio: E2eStudio
let episodeId: string
let shotId: string
let projectId: string
const storyboard = () => `${studio.url}/admin/collections/episodes/${episodeId}/storyboard`

beforeAll(async () => {
  studio = await openE2eStudio()
  const form = new FormData()
  form.set('file', new Blob([SCRIPT]), 'pump-room.fountain')
  ;({ episodeId, projectId } = await studio.call<{ episodeId: string; projectId: string }>(
    '/api/v1/imports',
    form,
  ))
  let run = await studio.call<RunStatus>(`/api/v1/episodes/${episodeId}/runs`, {
    steps: ['suggest-shots', 'draw-panel'],
  })
  while (run.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 500))
    run = await studio.call<RunStatus>(`/api/v1/runs/${run.runId}`)
  }
  expect(run.state).toBe('done')
  const board = await studio.call<EpisodeBoard>(`/api/v1/episodes/${episodeId}/board`)
  shotId = board.scenes[0]?.shots[0]?.id ?? ''
  await studio.call(`/api/shots/${shotId}`, { movement: 'dolly-in', shotNumber: '9X' }, 'PATCH')
})
afterAll(() => studio?.stop())

it('arrows, slate and caption come and go over pictures that stay as they are', async () => {
  const { page } = studio
  try {
    await page.goto(storyboard())
    await untilAlive(page, '.sr-overlay-toggles button')
    const card = page.locator(`[data-shot-id="${shotId}"]`)
    const toggle = (name: string) =>
      page.locator('.sr-storyboard__view').getByRole('button', { name, exact: true })
    const shown = async () => ({
      arrows: await card.locator('.sr-overlay-marks').count(),
      slate: await card.locator('.sr-overlay-slate').allTextContents(),
      caption: await card.locator('.sr-card__description').count(),
    })
    expect(await shown()).toEqual({ arrows: 1, slate: [], caption: 1 })
    // Named under its picture in any case, by the number that it has now.
    expect(await card.locator('.sr-card__number').textContent()).toBe('9X')
    // What is said of it stands beside it: over it there are the camera's arrows alone.
    const inPicture = card.locator('.sr-card__frame').locator('.sr-badge, .sr-dot')
    expect(await inPicture.count()).toBe(0)
    expect(await card.locator('.sr-badge, .sr-dot').count()).toBeGreaterThan(0)
    const source = await card.locator('img').getAttribute('src')
    await picture(page, 'overlays-as-set')

    await toggle('Camera arrows').click()
    await toggle('Slate').click()
    await toggle('Caption').click()
    const other = await shown()
    expect(other).toMatchObject({ arrows: 0, caption: 0 })
    expect(other.slate[0]).toContain('1 / 9X')
    expect(await card.locator('img').getAttribute('src')).toBe(source)
    await picture(page, 'overlays-toggled')

    // Theirs for the next time, and nobody else's: the project is as it was.
    await page.reload()
    await card.locator('.sr-overlay-slate').waitFor()
    expect(await shown()).toEqual(other)
    const { project } = await studio.call<EpisodeBoard>(`/api/v1/episodes/${episodeId}/board`)
    expect(project.overlays.board).toEqual({ slate: false, arrows: true, caption: true })

    await untilAlive(page, '.sr-overlay-toggles button')
    for (const name of ['Camera arrows', 'Slate', 'Caption']) await toggle(name).click()
    expect(await shown()).toEqual({ arrows: 1, slate: [], caption: 1 })

    await card.getByRole('button', { name: 'Open Scene 1, shot 9X' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('.sr-overlay-marks').waitFor()
    await picture(page, 'overlays-close-up')
    await dialog.getByRole('button', { name: 'Camera arrows' }).click()
    expect(await dialog.locator('.sr-overlay-marks').count()).toBe(0)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('link', { name: 'Download picture' }).click(),
    ])
    const { default: sharp } = await import('sharp')
    // As large as the frame and no larger: nothing was set above or below it.
    expect(await sharp(await file.path()).metadata()).toMatchObject({ width: 960, height: 540 })
  } catch (error) {
    await reportPage(page, studio.calls)
    throw error
  }
})

it('a project says which there are at first', async () => {
  const { page } = studio
  await page.goto(`${studio.url}/admin/collections/projects/${projectId}`)
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  const arrows = page.locator('#field-settings__overlays__board__arrows')
  await arrows.waitFor()
  expect(await arrows.isChecked()).toBe(true)
  await arrows.scrollIntoViewIfNeeded()
  await picture(page, 'overlays-settings')
})

it('gave the browser nothing to complain of', () => {
  expect(studio.faults).toEqual([])
})
