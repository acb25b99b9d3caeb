import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { launchBrowser, openPage, STEP_MS } from './browser'
import { PRODUCER, registerFirst, signIn } from './people'
import { startServer } from './server'

type Call = <Result>(path: string, body?: object | FormData, method?: string) => Promise<Result>

export interface E2eStudio {
  url: string
  page: Page
  context: BrowserContext
  /** What the browser complained of. */
  faults: string[]
  /** For {@link reportPage}. */
  calls: () => string
  /** Calls the product's HTTP interfaces as the producer; fails where they answer anything but yes. */
  call: Call
  /** The text of the script that an episode has now. */
  scriptOf: (episodeId: string) => Promise<string>
  stop: () => Promise<void>
}

/** The built product with a database of its own, and its producer signed in to a browser. */
export async function openE2eStudio(): Promise<E2eStudio> {
  const server = await startServer()
  let browser: Browser | undefined
  const stop = async () => {
    await browser?.close()
    await server.stop()
  }
  try {
    browser = await launchBrowser()
    const token = await registerFirst(server.url, PRODUCER)
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const opened = await openPage(context)
    await signIn(opened.page, server.url, PRODUCER)
    const call = callerOf(server.url, token)
    const scriptOf = async (episodeId: string) => {
      const versions = `/api/v1/episodes/${episodeId}/script/versions`
      const listed = await call<Array<{ version: number; isCurrent: boolean }>>(versions)
      const current = listed.find(({ isCurrent }) => isCurrent)?.version
      return (await call<{ text: string }>(`${versions}/${current}`)).text
    }
    return { url: server.url, context, ...opened, call, scriptOf, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const callerOf =
  (url: string, token: string): Call =>
  async (route, body, method = body ? 'POST' : 'GET') => {
    const isForm = body instanceof FormData
    const response = await fetch(`${url}${route}`, {
      method,
      headers: {
        authorization: `JWT ${token}`,
        ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
      },
      body: isForm ? body : body ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(STEP_MS),
    })
    if (!response.ok) throw new Error(`${route} answered ${response.status}: ${await response.text()}`)
    return await response.json()
  }

/** Buttons that the server drew do something once the page has come to life. */
export async function untilAlive(page: Page, button = '.sr-script__bar button'): Promise<void> {
  await page.waitForFunction((selector) => {
    const found = document.querySelector(selector)
    return found && Object.keys(found).some((key) => key.startsWith('__reactProps'))
  }, button)
}

export const toast = (page: Page, text: string | RegExp) =>
  page.locator('[data-sonner-toast]').filter({ hasText: text }).first()

/** Nothing makes the page as a whole scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return { scrollWidth, clientWidth }
  })
  expect(scrollWidth).toBe(clientWidth)
}

/** Pictures to look at, where E2E_PICTURES names a folder for them. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.E2E_PICTURES
  if (folder) await page.screenshot({ path: path.join(folder, `${name}.png`) })
}
