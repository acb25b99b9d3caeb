import fs from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { launchBrowser, openPage, reportPage } from './support/browser'
import { addViewer, OUTSIDER, PRODUCER, registerFirst, signIn } from './support/people'
import { type RunningServer, startServer } from './support/server'

const SAMPLE = path.resolve(import.meta.dirname, '../../samples/the-last-signal.fountain')
/** The run of two scenes takes about half a minute on two slow cores. */
const RUN_LIMIT_MS = 180_000

/** The sample's title page and first two scenes: all kinds of work, in a time that a test may take. */
async function shortScript(): Promise<Buffer> {
  const text = await fs.readFile(SAMPLE, 'utf8')
  const headings = [...text.matchAll(/^(?:INT|EXT)\..*$/gm)]
  return Buffer.from(text.slice(0, headings[2]?.index ?? text.length))
}

describe('a producer’s day', () => {
  let server: RunningServer
  let browser: Browser
  let page: Page
  let faults: string[]
  let calls: () => string
  let storyboardUrl: string

  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    const token = await registerFirst(server.url, PRODUCER)
    await addViewer(server.url, token, OUTSIDER)
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    ;({ page, faults, calls } = await openPage(context))
  })

  beforeEach(() => {
    onTestFailed(() => reportPage(page, calls))
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it('signs in to an empty studio that says what to do', async () => {
    await signIn(page, server.url, PRODUCER)
    await page.getByRole('heading', { name: 'From a script to a storyboard' }).waitFor()
  })

  it('is told in plain words, with the line, why a file is no script', async () => {
    await page.getByRole('button', { name: 'Import your first script' }).click()
    const dialog = page.getByRole('dialog', { name: 'Import a script' })
    await dialog
      .getByLabel('Script')
      .setInputFiles({ name: 'photo.txt', mimeType: 'text/plain', buffer: Buffer.from([72, 105, 0, 1, 2]) })
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    const alert = dialog.getByRole('alert')
    await alert.waitFor()
    expect(await alert.textContent()).toMatch(/Line 1:/)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('heading', { name: 'From a script to a storyboard' }).waitFor()
    // The browser logs the refusal, which was wanted.
    faults.splice(0)
  })

  it('imports a script, reads what was read, and goes on to its storyboard', async () => {
    await page.getByRole('button', { name: 'Import your first script' }).click()
    const dialog = page.getByRole('dialog', { name: 'Import a script' })
    await dialog
      .getByLabel('Script')
      .setInputFiles({ name: 'signal.fountain', mimeType: 'text/plain', buffer: await shortScript() })
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    await page.waitForURL(/\/collections\/episodes\/[^/]+\/script\?imported=1$/)
    await page
      .getByRole('status')
      .filter({ hasText: /Imported: .* scenes?, / })
      .waitFor()
    await page.getByRole('link', { name: 'Open storyboard' }).click()
    await page.waitForURL(/\/collections\/episodes\/[^/]+\/storyboard$/)
    storyboardUrl = page.url()
    await page.getByRole('heading', { name: /SENNHOLT VALLEY/ }).waitFor()
  })

  it(
    'runs the pipeline and watches it end without reloading',
    async () => {
      await page.evaluate(() => {
        ;(window as unknown as { isSamePage: boolean }).isSamePage = true
      })
      await page.getByRole('button', { name: 'Run all' }).click()
      const state = page.locator('[data-run-state]')
      await page.locator('[data-run-state="running"]').waitFor()
      await page.locator('.sr-card__frame img').first().waitFor({ timeout: RUN_LIMIT_MS })
      await page.locator('[data-run-state="done"]').waitFor({ timeout: RUN_LIMIT_MS })
      expect(await state.textContent()).toMatch(/done/i)
      expect(await page.evaluate(() => (window as unknown as { isSamePage?: boolean }).isSamePage)).toBe(true)
      const cards = await page.locator('.sr-card').count()
      expect(cards).toBeGreaterThan(3)
      expect(await page.locator('.sr-card__frame img').count()).toBe(cards)
      expect(await page.getByRole('link', { name: 'Storyboard PDF' }).getAttribute('href')).toMatch(/\.pdf$/)
      await page.getByRole('button', { name: 'Watch animatic' }).waitFor()
    },
    RUN_LIMIT_MS + 60_000,
  )

  it('hears a line', async () => {
    const line = page.locator('.sr-line', { has: page.locator('audio') }).first()
    const src = await line.locator('audio').getAttribute('src')
    expect(src).toBeTruthy()
    const file = await page.request.get(new URL(src ?? '', server.url).href)
    expect(file.status()).toBe(200)
    expect(file.headers()['content-type']).toMatch(/^audio\//)
    await line.getByRole('button', { name: /^Play / }).click()
    await line.getByRole('button', { name: /^Stop / }).waitFor()
  })

  it('keeps a panel’s buttons in their place while its picture arrives', async () => {
    let arrive = () => {}
    const held = new Promise<void>((resolve) => {
      arrive = resolve
    })
    const isPicture = (url: URL) => /\/api\/media\/file\/(?!.*-\d+x\d+\.).*\.png$/.test(url.pathname)
    await page.route(isPicture, async (route) => {
      await held
      await route.continue()
    })
    await page.getByRole('button', { name: 'Open Scene 2, shot 1', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: /^Scene 2, shot 1:/ })
    const approve = dialog.getByRole('button', { name: 'Approve' })
    const picture = dialog.getByRole('img', { name: /^Version 1:/ })
    const width = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)
    const before = [await approve.boundingBox(), await picture.boundingBox(), await width()]
    arrive()
    await expect.poll(width).toBeGreaterThan(0)
    expect(before).toEqual([await approve.boundingBox(), await picture.boundingBox(), 0])
    await page.unroute(isPicture)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it('opens a panel, approves it, and finds it approved after a reload', async () => {
    await page.getByRole('button', { name: 'Open Scene 2, shot 1', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: /^Scene 2, shot 1:/ })
    await dialog.getByRole('button', { name: 'Approve' }).click()
    await dialog.getByRole('button', { name: 'Withdraw approval' }).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.reload()
    const card = page.locator('.sr-card[aria-label="Scene 2, shot 1"]')
    await card.getByText('Approved').waitFor()
    // Above the board, and at the step that draws.
    expect(await page.getByText('1 approved').count()).toBe(2)
  })

  it('moves a shot with the keyboard, and it stays', async () => {
    const names = () =>
      page
        .getByRole('region', { name: /SENNHOLT VALLEY/ })
        .locator('.sr-card')
        .evaluateAll((cards) => cards.map((card) => card.getAttribute('aria-label')))
    const before = await names()
    await page.getByRole('button', { name: /^Move Scene 1, shot 1\./ }).focus()
    await page.keyboard.press('Space')
    await page.waitForTimeout(300)
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(400)
    const saved = page.waitForResponse((response) => response.url().endsWith('/shots/reorder'))
    await page.keyboard.press('Space')
    expect((await saved).status()).toBe(200)
    await page.reload()
    await page.locator('.sr-card').first().waitFor()
    expect(await names()).toEqual([before[1], before[0], ...before.slice(2)])
    await page.getByText('These shots were moved and keep their numbers').waitFor()
  })

  it('reads the script as pages and sees the queue', async () => {
    await page.getByRole('link', { name: 'Script', exact: true }).click()
    await page.getByRole('navigation', { name: 'Scenes' }).getByText('EXT. SENNHOLT VALLEY - DAWN').waitFor()
    await page.goto(`${server.url}/admin/queue`)
    await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()
    await page
      .getByText(/^Assemble: /)
      .first()
      .waitFor()
  })

  it('gave the browser nothing to complain of', () => {
    expect(faults).toEqual([])
  })

  it('is not to be seen by who is not on the project', async () => {
    const context = await browser.newContext()
    const outsider = await openPage(context)
    await signIn(outsider.page, server.url, OUTSIDER)
    await outsider.page.getByText('No projects yet').waitFor()
    await outsider.page.goto(storyboardUrl)
    expect(await outsider.page.getByText('SENNHOLT VALLEY').count()).toBe(0)
    const episodeId = /episodes\/([^/]+)/.exec(storyboardUrl)?.[1]
    const board = await outsider.page.request.get(`${server.url}/api/v1/episodes/${episodeId}/board`)
    expect(board.status()).toBe(404)
    await context.close()
  })
})
