import { existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** How long one step in the browser may take. */
export const STEP_MS = 20_000

/** Starts the system's Chromium without a window. CHROMIUM_PATH names another one. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? CANDIDATES.find((candidate) => existsSync(candidate))
  return chromium.launch({
    executablePath,
    timeout: STEP_MS,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** The last calls to the server, with how they were answered: what a test that failed has to tell. */
function listenIn(page: Page): () => string {
  const calls: string[] = []
  const note = (text: string) => {
    calls.push(`${new Date().toISOString().slice(11, 23)} ${text}`)
    if (calls.length > 40) calls.shift()
  }
  const isCall = (url: string) => url.includes('/api/')
  page.on('request', (request) => {
    if (isCall(request.url())) note(`→ ${request.method()} ${request.url()} ${request.postData() ?? ''}`)
  })
  page.on('response', (response) => {
    if (isCall(response.url()))
      note(`← ${response.status()} ${response.request().method()} ${response.url()}`)
  })
  page.on('requestfailed', (request) => note(`✗ ${request.url()} ${request.failure()?.errorText}`))
  return () => calls.join('\n')
}

/** Writes down what a page shows, where its picture lies, and what it asked the server last. */
export async function reportPage(page: Page, calls: () => string): Promise<void> {
  const picture = path.join(os.tmpdir(), `showrunner-e2e-${Date.now()}.png`)
  await page.screenshot({ path: picture, timeout: STEP_MS }).catch(() => undefined)
  const toasts = await page.locator('[data-sonner-toast]').allTextContents()
  console.error(
    [`At ${page.url()}, pictured in ${picture}`, `Toasts: ${JSON.stringify(toasts)}`, calls()].join('\n'),
  )
}

/**
 * Has a page that was opened by its address wait until its program is there: what the server drew can be clicked before,
 * and such a click now and then does nothing. People see when a page answers; a test is faster than that.
 */
function openAlive(page: Page): void {
  const open = page.goto.bind(page)
  page.goto = async (url, options) => {
    const answer = await open(url, options)
    await page
      .waitForFunction(
        () =>
          [...document.querySelectorAll('main button, main a[href], main select')].every((each) =>
            Object.keys(each).some((key) => key.startsWith('__reactProps')),
          ),
        undefined,
        { timeout: 3_000 },
      )
      // A page of another kind, or one that leads on by itself: what it has to show is looked for by the test.
      .catch(() => undefined)
    return answer
  }
}

/** A page whose faults are collected: a journey during which the browser complained has failed. */
export async function openPage(
  context: BrowserContext,
): Promise<{ page: Page; faults: string[]; calls: () => string }> {
  const page = await context.newPage()
  page.setDefaultTimeout(STEP_MS)
  openAlive(page)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`.trim())
  })
  return { page, faults, calls: listenIn(page) }
}
