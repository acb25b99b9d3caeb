/**
 * Takes the pictures of docs/images from the built product, with the sample script produced from end to end.
 *
 *   node scripts/run-ts.mjs tests/e2e/screenshots.ts
 */
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import type { RunStatus } from '@/contracts'
import { launchBrowser, openPage } from './support/browser'
import { PRODUCER, registerFirst, signIn } from './support/people'
import { startServer } from './support/server'

const root = process.cwd()
const SAMPLE = path.join(root, 'samples/the-last-signal.fountain')
const OUT = path.join(root, 'docs/images')
const RUN_LIMIT_MS = 20 * 60_000

/** Writes what the page shows as a PNG of few colours: drawings and interface need no more. */
async function shoot(page: Page, name: string): Promise<void> {
  // Pictures that are about to come in, and toasts that are about to go.
  await page.waitForTimeout(1_500)
  const file = path.join(OUT, `${name}.png`)
  await sharp(await page.screenshot())
    .png({ palette: true, quality: 85, effort: 10 })
    .toFile(file)
  const { size } = await fs.stat(file)
  console.log(`${path.relative(root, file)} ${Math.round(size / 1024)} KB`)
}

async function call<Result>(url: string, token: string, body?: FormData | object): Promise<Result> {
  const isForm = body instanceof FormData
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `JWT ${token}`,
      ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
    },
    body: isForm ? body : body ? JSON.stringify(body) : undefined,
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Result
}

async function importSample(url: string, token: string): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([await fs.readFile(SAMPLE)]), path.basename(SAMPLE))
  const { episodeId } = await call<{ episodeId: string }>(`${url}/api/v1/imports`, token, form)
  return episodeId
}

/** The sample as its writer might send it again: words changed, a scene gone, one moved. */
async function secondDraft(): Promise<Buffer> {
  const text = await fs.readFile(SAMPLE, 'utf8')
  const at = [...text.matchAll(/^(?:INT|EXT|INT\.\/EXT)\..*$/gm)].map(({ index }) => index)
  const [second = 0, third = 0, fourth = 0, fifth = 0] = at.slice(1)
  return Buffer.from(
    text.slice(0, second) +
      text.slice(second, third).replace('Mind your sleeve.', 'Mind your sleeve, and your tongue.') +
      text.slice(fourth, fifth) +
      text.slice(third, fourth) +
      text.slice(fifth).replace(/INT\. CABLE CAR - DUSK[\s\S]*?(?=^INT\. UPPER)/m, ''),
  )
}

async function untilDone(url: string, token: string, runId: string): Promise<void> {
  const deadline = Date.now() + RUN_LIMIT_MS
  for (;;) {
    const run = await call<RunStatus>(`${url}/api/v1/runs/${runId}`, token)
    if (run.state === 'done') return
    if (run.state !== 'running') throw new Error(`The run ended as ${run.state}.`)
    if (Date.now() > deadline) throw new Error('The run took too long.')
    await new Promise((resolve) => setTimeout(resolve, 2_000))
  }
}

async function newPage(browser: Browser, url: string, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme })
  const { page } = await openPage(context)
  await signIn(page, url, PRODUCER)
  return page
}

const server = await startServer()
const browser = await launchBrowser()
try {
  await fs.mkdir(OUT, { recursive: true })
  const token = await registerFirst(server.url, PRODUCER)
  const episodeId = await importSample(server.url, token)
  const storyboard = `${server.url}/admin/collections/episodes/${episodeId}/storyboard`
  const page = await newPage(browser, server.url, 'light')
  const { runId } = await call<RunStatus>(`${server.url}/api/v1/episodes/${episodeId}/runs`, token, {})
  await page.goto(storyboard)
  await page.locator('.sr-card__frame img').nth(24).waitFor({ timeout: RUN_LIMIT_MS })
  await shoot(page, 'storyboard-running')
  await untilDone(server.url, token, runId)
  await page.goto(storyboard)
  await page.getByRole('button', { name: 'Watch animatic' }).waitFor()
  await page.locator('#scene-2').evaluate((heading) => heading.scrollIntoView({ block: 'start' }))
  await shoot(page, 'storyboard')
  await page
    .getByRole('button', { name: /^Open Scene 2, shot/ })
    .nth(2)
    .click()
  await shoot(page, 'panel')
  await page.goto(`${storyboard.replace(/storyboard$/, 'script')}#script-2`)
  await shoot(page, 'script')
  await page.getByRole('button', { name: 'Edit script' }).click()
  await page.locator('.cm-content').waitFor()
  await shoot(page, 'script-editor')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Import new draft' }).click()
  await page
    .getByRole('dialog')
    .getByLabel('Script')
    .setInputFiles({ name: 'second-draft.fountain', mimeType: 'text/plain', buffer: await secondDraft() })
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByRole('button', { name: /^Apply/ }).waitFor()
  await shoot(page, 'script-difference')
  await page.goto(`${server.url}/admin/queue`)
  await shoot(page, 'queue')
  await page.goto(`${server.url}/admin`)
  await shoot(page, 'studio')
  const dark = await newPage(browser, server.url, 'dark')
  await dark.goto(storyboard)
  await shoot(dark, 'storyboard-dark')
} finally {
  await browser.close()
  await server.stop()
}
process.exit(0)
