import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, openPage } from './support/browser'
import { PRODUCER, registerFirst } from './support/people'
import { type RunningServer, startServer } from './support/server'

const PICTURES = process.env.E2E_PICTURES
const SCRIPT =
  'INT. KITCHEN - DAY\n\nNORA looks at a letter.\n\nNORA\nHe wrote.\n\nEXT. STREET - NIGHT\n\nRain.\n'

let server: RunningServer
let browser: Awaited<ReturnType<typeof launchBrowser>>
let context: BrowserContext
let page: Page
let faults: string[]
let token: string
const violations: string[] = []
let episode: string
let worker: string

async function call(path: string, init: RequestInit = {}) {
  const response = await fetch(`${server.url}${path}`, {
    ...init,
    headers: { 'content-type': 'application/json', authorization: `JWT ${token}`, ...init.headers },
  })
  // biome-ignore lint/suspicious/noExplicitAny: whatever is answered
  return (await response.json()) as any
}
const post = (path: string, body: unknown) => call(path, { method: 'POST', body: JSON.stringify(body) })
const picture = async (name: string) => {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/policy-${name}.png`, fullPage: true })
}

beforeAll(async () => {
  server = await startServer()
  token = await registerFirst(server.url, PRODUCER)
  const project = (await post('/api/projects', { title: 'Night Ferry', type: 'short', status: 'concept' }))
    .doc.id
  episode = (await post(`/api/v1/projects/${project}/import`, { text: SCRIPT, filename: 'a.fountain' }))
    .episodeId
  const robot = { name: 'Robot', email: 'robot@example.com', password: 'long-enough-1', role: 'worker' }
  worker = (await post('/api/users', robot)).doc.id
  browser = await launchBrowser()
  context = await browser.newContext()
  await context.exposeFunction('tellViolation', (text: string) => void violations.push(text))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber, sample } = event
      const tell = (window as unknown as { tellViolation: (text: string) => void }).tellViolation
      tell(`${location.pathname}: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`)
    })
  })
  ;({ page, faults } = await openPage(context))
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('signs in, says in words that there were too many tries, and keeps the session to itself', async () => {
  await page.goto(`${server.url}/admin/login`)
  await page.locator('#field-email').fill(PRODUCER.email)
  await page.locator('#field-password').fill(PRODUCER.password)
  await page.locator('button[type="submit"]').click()
  await page.waitForURL((url) => !url.pathname.endsWith('/login'))
  await page.locator('nav').first().waitFor()
  const cookies = await context.cookies()
  for (const name of ['payload-token', /^showrunner-device-/]) {
    const cookie = cookies.find((each) =>
      typeof name === 'string' ? each.name === name : name.test(each.name),
    )
    expect(cookie, String(name)).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: false })
  }
  expect(await page.evaluate(() => document.cookie)).not.toMatch(/payload-token|showrunner-device/)
  expect(violations).toEqual([])
})

it('shows every kind of page under a policy that none of them breaks', async () => {
  const scenes = await call('/api/scenes?limit=1')
  const paths = [
    '/admin',
    '/admin/collections/projects',
    '/admin/collections/scenes',
    `/admin/collections/scenes/${scenes.docs[0].id}`,
    `/admin/collections/episodes/${episode}`,
    `/admin/collections/episodes/${episode}/storyboard`,
    `/admin/collections/episodes/${episode}/script`,
    '/admin/collections/media',
    '/admin/collections/media/create',
    '/admin/collections/users/create',
    '/admin/queue',
    '/admin/account',
    '/admin/collections/nothing',
  ]
  for (const path of paths) {
    const answer = await page.goto(`${server.url}${path}`, { waitUntil: 'load' })
    expect(answer?.headers()['content-security-policy'], path).toMatch(
      /script-src 'nonce-[^']+' 'strict-dynamic';/,
    )
    await page.waitForLoadState('networkidle')
    const inline = await page.locator('script:not([src])').count()
    expect(inline, `${path} has scripts in it, which run by their nonce`).toBeGreaterThan(0)
    await picture(
      path
        .split('/')
        .filter(Boolean)
        .slice(-2)
        .join('-')
        .replace(/[0-9a-f-]{24,}/, 'one'),
    )
  }
  expect(violations).toEqual([])
  expect(faults.filter((fault) => /Content Security|Refused to/i.test(fault))).toEqual([])
})

it('runs nothing that somebody else has put into a page', async () => {
  await page.goto(`${server.url}/admin`)
  await page.locator('nav').first().waitFor()
  const before = violations.length
  const ran = await page.evaluate(async () => {
    const holder = document.createElement('div')
    holder.innerHTML =
      '<img src="x:" onerror="window.ran = true"><a href="javascript:window.ran = true">x</a>'
    document.body.append(holder)
    holder.querySelector('a')?.click()
    await new Promise((resolve) => setTimeout(resolve, 500))
    holder.remove()
    return (window as unknown as { ran?: boolean }).ran === true
  })
  expect(ran).toBe(false)
  expect(violations.length).toBeGreaterThan(before)
  violations.length = 0
})

it('shows a worker’s key once, to an admin, and takes it away', async () => {
  await page.goto(`${server.url}/admin/account`)
  await page.locator('#field-name').waitFor()
  expect(await page.locator('#generate-api-key, input[name="apiKey"]').count()).toBe(0)
  await page.goto(`${server.url}/admin/collections/users/${worker}`)
  await page.locator('#generate-api-key').click()
  await page.locator('[id^="confirm-"], dialog button, .confirmation-modal button').last().click()
  const key = page.locator('input[name="apiKey"]')
  await page.waitForFunction(() =>
    /^[0-9a-f-]{36}$/.test(document.querySelector<HTMLInputElement>('#apiKey')?.value ?? ''),
  )
  const value = await key.inputValue()
  await picture('key-once')
  const whose = async () =>
    (await call('/api/users/me', { headers: { authorization: `users API-Key ${value}` } })).user?.id ?? null
  expect(await whose()).toBe(worker)
  await page.reload()
  await page.locator('#revoke-api-key').waitFor()
  expect(await page.content()).not.toContain(value)
  await picture('key-later')
  await page.locator('#revoke-api-key').click()
  await page.locator('.confirmation-modal button, dialog button').last().click()
  await page.locator('#generate-api-key').waitFor()
  expect(await whose()).toBeNull()
  expect(violations).toEqual([])
})
