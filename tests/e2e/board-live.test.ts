import fs from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it, onTestFailed } from 'vitest'
import type { EpisodeBoard, RunStatus } from '@/contracts'
import { reportPage } from './support/browser'
import { type E2eStudio, openE2eStudio, picture, toast, untilAlive } from './support/studio'

const SAMPLE = path.resolve(import.meta.dirname, '../../samples/the-last-signal.fountain')
const RUN_LIMIT_MS = 180_000
/** What a colleague did is here within one look, and a slow machine's moment. */
const SEEN_MS = 12_000
/** As long as a page may take to come to rest. */
const SETTLED_MS = 5_000

let studio: E2eStudio
let page: Page
let episodeId: string
let boardUrl: string

const board = () => studio.call<EpisodeBoard>(`/api/v1/episodes/${episodeId}/board`)
const panelsThere = async () =>
  (await board()).scenes.flatMap(({ shots }) => shots).filter(({ panel }) => panel).length
const latest = () => studio.call<RunStatus>(`/api/v1/episodes/${episodeId}/runs/latest`)
const openBoard = async (hash = '') => {
  // From elsewhere: another hash alone would not be a new page.
  await page.goto('about:blank')
  await page.goto(boardUrl + hash)
  await untilAlive(page, '.sr-pipeline button')
}

beforeAll(async () => {
  studio = await openE2eStudio()
  page = studio.page
  const text = await fs.readFile(SAMPLE, 'utf8')
  ;({ episodeId } = await studio.call<{ episodeId: string }>('/api/v1/imports', {
    text,
    title: 'The Last Signal',
    type: 'short',
  }))
  boardUrl = `${studio.url}/admin/collections/episodes/${episodeId}/storyboard`
})
beforeEach(() => {
  onTestFailed(() => reportPage(page, studio.calls))
})
afterAll(async () => {
  await studio?.stop()
})

it(
  'shows a run that a colleague starts, and cancels it while a panel is being drawn, in two seconds',
  async () => {
    await openBoard()
    expect(await page.locator('[data-run-state]').getAttribute('data-run-state')).toBe('none')
    await studio.call(`/api/v1/episodes/${episodeId}/runs`, {})
    await page.locator('[data-run-state="running"]').waitFor({ timeout: SEEN_MS })
    // One is there, for what comes after this, and the next is being drawn.
    await expect.poll(panelsThere, { timeout: RUN_LIMIT_MS, interval: 500 }).toBeGreaterThan(0)
    await page
      .locator('[data-run-state]')
      .filter({ hasText: /Panel for scene/ })
      .waitFor({ timeout: RUN_LIMIT_MS })
    const at = Date.now()
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await page.locator('[data-run-state]').filter({ hasText: 'Cancelling…' }).waitFor()
    await picture(page, 'cancelling')
    await page.locator('[data-run-state="cancelled"]').waitFor()
    const took = Date.now() - at
    // Two seconds where the machine does nothing else.
    expect(took).toBeLessThan(5_000)
    const { state, failures } = await latest()
    expect([state, failures]).toEqual(['cancelled', []])
    const { counts } = await studio.call<{ counts: Record<string, number> }>('/api/v1/queue')
    expect([counts.running, counts.dead]).toEqual([0, 0])
  },
  RUN_LIMIT_MS + 60_000,
)

it('shows on a board at rest what a colleague approves, without asking for all of it each time', async () => {
  const [first] = (await board()).scenes.flatMap(({ shots }) => shots).filter(({ panel }) => panel)
  const answers: number[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('/board')) answers.push(response.status())
  })
  await studio.call(`/api/v1/panels/${first?.panel?.id}`, { status: 'approved' }, 'PATCH')
  await page.locator(`[data-shot-id="${first?.id}"]`).getByText('Approved').waitFor({ timeout: SEEN_MS })
  await expect.poll(() => answers.at(-1), { timeout: 30_000, interval: 500 }).toBe(304)
})

it('asks before it makes anything anew, and does nothing where the answer is no', async () => {
  const { scenes } = await board()
  const scene = scenes.find(({ shots }) => shots.some(({ panel }) => panel?.status === 'approved'))
  const before = await latest()
  await page.getByRole('button', { name: `Redo scene ${scene?.sceneNumber}`, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `Redo scene ${scene?.sceneNumber}?` })
  await dialog.getByText(/drew, chose or approved, which stays/).waitFor()
  await dialog.getByText(/tasks for the queue/).waitFor()
  await picture(page, 'redo')
  await dialog.getByRole('button', { name: 'Leave as it is' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect((await latest()).runId).toBe(before.runId)
})

it('offers no other version of a locked panel, and says why', async () => {
  const { scenes } = await board()
  const shot = scenes.flatMap(({ shots }) => shots).find(({ panel }) => panel?.status === 'approved')
  await page.locator(`[data-shot-id="${shot?.id}"] .sr-card__frame`).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Lock', exact: true }).click()
  await dialog.getByRole('button', { name: 'Unlock' }).waitFor()
  const regenerate = dialog.getByRole('button', { name: 'Regenerate' })
  expect(await regenerate.isDisabled()).toBe(true)
  expect(await regenerate.getAttribute('title')).toMatch(/locked: unlock it/)
})

it('tells above an open dialog what went wrong', async () => {
  const dialog = page.getByRole('dialog')
  const faultsBefore = studio.faults.length
  await page.route('**/api/v1/panels/*', (route) => route.abort())
  await dialog.getByRole('button', { name: 'Unlock' }).click()
  const told = toast(page, 'cannot be reached')
  await told.waitFor()
  await page.unroute('**/api/v1/panels/*')
  // Only what this test brought about, and whether or not it goes on well.
  studio.faults.splice(faultsBefore)
  const isOnTop = () =>
    told.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const top = document.elementFromPoint(x + width / 2, y + height / 2)
      return element.contains(top)
    })
  // It slides in from above the window's edge, where nothing can be found yet.
  await expect.poll(isOnTop, { timeout: 2_000 }).toBe(true)
  await picture(page, 'toast')
})

it('comes back from a shot’s form to that shot, where one was', async () => {
  const { scenes } = await board()
  const far = scenes.flatMap(({ shots }) => shots).at(-1)
  await openBoard(`#shot-${far?.id}`)
  const dialog = page.getByRole('dialog')
  const name = await dialog.getAttribute('aria-labelledby')
  expect(name).toBeTruthy()
  await dialog.getByRole('link', { name: 'Edit shot' }).click()
  await page.waitForURL(/\/collections\/shots\//)
  await page.goBack()
  await page.waitForURL(/\/storyboard#shot-/)
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(new URL(page.url()).hash).toBe('')
  const card = page.locator(`[data-shot-id="${far?.id}"]`)
  const isInView = await card.evaluate((each) => {
    const { top, bottom } = each.getBoundingClientRect()
    return top >= 0 && bottom <= window.innerHeight
  })
  await picture(page, 'back-at-shot')
  expect(isInView).toBe(true)
})

it('lands on the scene that the script links to, also while what is above it grows', async () => {
  const scenes = (await board()).scenes
  const scene = scenes.at(-2)?.sceneNumber
  await page.goto(boardUrl.replace(/storyboard$/, 'script'))
  await page.locator(`a[href$="#scene-${scene}"]`).first().click()
  await page.waitForURL(new RegExp(`storyboard#scene-${scene}$`))
  const heading = page.locator(`[id="scene-${scene}"]`)
  const top = () => heading.evaluate((each) => Math.round(each.getBoundingClientRect().top))
  await untilAlive(page, '.sr-pipeline button')
  const isInPlace = async () => (await top()) > 0 && (await top()) < 200
  await expect.poll(isInPlace, { timeout: SETTLED_MS }).toBe(true)
  await page.evaluate(() => {
    const grown = document.createElement('div')
    grown.style.height = '900px'
    document.querySelector('.sr-storyboard')?.prepend(grown)
  })
  await expect.poll(isInPlace, { timeout: SETTLED_MS }).toBe(true)
})

it('gave the browser nothing to complain of', () => {
  expect(studio.faults).toEqual([])
})
