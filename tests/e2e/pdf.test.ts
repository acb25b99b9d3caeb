import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { parseFountain } from '@/screenplay'
import { LAYOUTS, type Layout, typeset } from '@/script-files/pdf/typeset.testing'
import { launchBrowser, openPage, reportPage } from './support/browser'
import { PRODUCER, registerFirst, signIn } from './support/people'
import { type RunningServer, startServer } from './support/server'

const SAMPLE = path.resolve(import.meta.dirname, '../../samples/the-last-signal.fountain')

describe('a script that comes as PDF', () => {
  let server: RunningServer
  let browser: Browser
  let page: Page
  let faults: string[]
  let calls: () => string
  let file: { name: string; mimeType: string; buffer: Buffer }

  beforeAll(async () => {
    const script = parseFountain(fs.readFileSync(SAMPLE, 'utf8'))
    const bytes = await typeset(script, LAYOUTS[0] as Layout)
    file = { name: 'last-signal.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) }
    server = await startServer()
    browser = await launchBrowser()
    await registerFirst(server.url, PRODUCER)
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    ;({ page, faults, calls } = await openPage(context))
    await signIn(page, server.url, PRODUCER)
  })

  beforeEach(() => {
    onTestFailed(() => reportPage(page, calls))
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const current = () => page.locator('.sr-reading__line--current')
  const doubts = () => page.locator('[data-doubts]').getAttribute('data-doubts')

  it('shows the pages beside the reading, with the first doubt in sight', async () => {
    await page.getByRole('button', { name: 'Import your first script' }).click()
    const dialog = page.getByRole('dialog', { name: 'Import a script' })
    await dialog.getByLabel('Script').setInputFiles(file)
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByRole('dialog', { name: 'Confirm the reading of last-signal.pdf' }).waitFor()
    await page.locator('.sr-reading__paper[data-drawn="4"]').waitFor()
    expect(await doubts()).toBe('1')
    expect(await current().textContent()).toMatch(
      /Scene heading.*MONTAGE - THE LAST DAY.*does not open like one/,
    )
    // Drawn truly: there is ink on the canvas, and the mark lies over the line that is current.
    const ink = await page.locator('.sr-reading__paper canvas').evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      let dark = 0
      for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 100) dark += 1
      return dark
    })
    expect(ink).toBeGreaterThan(1_000)
    expect(await page.locator('.sr-reading__mark--current').getAttribute('aria-label')).toContain('MONTAGE')
  })

  it('is corrected by keys alone, and a step can be taken back', async () => {
    await page.keyboard.press('2')
    expect(await current().textContent()).toMatch(/Action.*MONTAGE/)
    expect(await doubts()).toBe('0')
    await page.keyboard.press('u')
    expect(await doubts()).toBe('1')
    await page.keyboard.press('a')
    await page.keyboard.press('e')
    await page.getByLabel('Text of the line').fill('MONTAGE - THE VERY LAST DAY')
    await page.keyboard.press('Enter')
    expect(await current().textContent()).toMatch(/Action.*THE VERY LAST DAY/)
    // From here the keys work on: the focus came back from the field.
    await page.keyboard.press('j')
    expect(await current().textContent()).not.toMatch(/MONTAGE/)
    await page.keyboard.press('k')
    expect(await current().textContent()).toMatch(/THE VERY LAST DAY/)
  })

  it('does not lose the corrections to a slip of Escape', async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Stay' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Stay' }).click()
    expect(await current().textContent()).toMatch(/THE VERY LAST DAY/)
  })

  it('goes to the line that is clicked on the page, and back', async () => {
    await page.locator('.sr-reading__mark[aria-label*="T. "][aria-label*=" - "]').first().click()
    expect(await current().textContent()).toMatch(/Scene heading.*(INT|EXT)\./)
    await page.locator('.sr-reading__line', { hasText: 'THE VERY LAST DAY' }).click()
    expect(await page.locator('.sr-reading__mark--current').getAttribute('aria-label')).toContain('VERY LAST')
  })

  it('is imported as it was corrected', async () => {
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/collections\/episodes\/[^/]+\/script\?imported=1$/)
    await page
      .getByText(/SENNHOLT VALLEY/)
      .first()
      .waitFor()
    const id = /episodes\/([^/]+)/.exec(page.url())?.[1]
    const board = await (await page.request.get(`${server.url}/api/v1/episodes/${id}/board`)).json()
    expect(board.scenes).toHaveLength(12)
    expect(JSON.stringify(board.scenes)).toContain('THE VERY LAST DAY')
    const episode = await (await page.request.get(`${server.url}/api/episodes/${id}?depth=0`)).json()
    expect(episode.script).toMatchObject({ sourceFormat: 'pdf', sourceFilename: 'last-signal.pdf' })
  })

  it('the next draft is read as it was decided before', async () => {
    await page.getByRole('button', { name: 'Import new draft' }).click()
    const dialog = page.getByRole('dialog', { name: 'Import a new draft' })
    await dialog.getByLabel('Script').setInputFiles(file)
    await dialog.getByRole('button', { name: /^(Import|Compare)$/ }).click()
    await page.getByText('1 line read as you decided before.').waitFor()
    expect(await doubts()).toBe('0')
    await page.getByRole('button', { name: 'Read them anew' }).click()
    expect(await doubts()).toBe('1')
  })

  it('gave the browser nothing to complain of', () => {
    expect(faults).toEqual([])
  })
})
