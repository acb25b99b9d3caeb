import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { launchBrowser, openPage, reportPage } from './support/browser'
import { addViewer, OUTSIDER, type Person, PRODUCER, registerFirst, signIn } from './support/people'
import { type RunningServer, startServer } from './support/server'

const EDITOR: Person = { name: 'Edda Editor', email: 'edda@example.com', password: 'trombone-lake-3' }
const TYPED = 'A lighthouse that answers'

describe('two at one document', () => {
  let server: RunningServer
  let browser: Browser
  let projectUrl: string
  const pages: Page[] = []
  let producer: Page
  let editor: Page
  let viewer: Page

  const field = (page: Page, name: string) => page.locator(`#field-${name}`)
  const notice = (page: Page) => page.getByRole('region', { name: 'Not saved' })

  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    const token = await registerFirst(server.url, PRODUCER)
    const headers = { authorization: `JWT ${token}`, 'content-type': 'application/json' }
    const post = async (path: string, body: object) => {
      const answer = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
      return (await answer.json()).doc as { id: string }
    }
    await addViewer(server.url, token, OUTSIDER)
    const edda = await post('/api/users', { ...EDITOR, role: 'editor' })
    const { docs } = await (await fetch(`${server.url}/api/users`, { headers })).json()
    const otto = docs.find(({ email }: Person) => email === OUTSIDER.email)
    const project = await post('/api/projects', {
      title: 'The Last Signal',
      type: 'short',
      status: 'concept',
      members: [
        { user: edda.id, role: 'editor' },
        { user: otto.id, role: 'viewer' },
      ],
    })
    projectUrl = `${server.url}/admin/collections/projects/${project.id}`
    for (const person of [PRODUCER, EDITOR, OUTSIDER]) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
      const { page } = await openPage(context)
      await signIn(page, server.url, person)
      pages.push(page)
    }
    ;[producer, editor, viewer] = pages as [Page, Page, Page]
  })

  beforeEach(() => {
    onTestFailed(async () => {
      for (const page of pages) await reportPage(page, () => '')
    })
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it('shows it to who may only look, and offers no lock to take over', async () => {
    await producer.goto(projectUrl)
    await field(producer, 'logline').fill(TYPED)
    // Payload locks on the first change, which it tells the server after a moment.
    await expect.poll(async () => (await lockOf(producer)).length, { timeout: 10_000 }).toBe(1)
    await viewer.goto(projectUrl)
    await field(viewer, 'title').waitFor()
    expect(await field(viewer, 'title').isDisabled()).toBe(true)
    await viewer.waitForTimeout(1_000)
    expect(await viewer.getByRole('button', { name: 'Take over' }).count()).toBe(0)
    expect(await viewer.locator('#action-save').count()).toBe(0)
  })

  it('warns who takes over of what that does', async () => {
    await editor.goto(projectUrl)
    await editor.getByRole('heading', { name: 'Somebody is editing this' }).waitFor()
    const words = await editor.locator('.document-locked__content').textContent()
    expect(words).toMatch(/Ask them first.*cannot go on.*not saved is not in what you will see/)
    // Payload puts a new form in place of the one that was locked, a moment after the dialog is gone. What is typed
    // before that is kept and offered, as everything unsaved is, but it is not in the form any more.
    const locked = await field(editor, 'title').elementHandle()
    await editor.getByRole('button', { name: 'Take over' }).click()
    await locked?.waitForElementState('hidden')
    await field(editor, 'title').fill('The Last Signal, again')
  })

  it('keeps the words of who is taken over, and shows them', async () => {
    await field(producer, 'logline').press('End')
    await field(producer, 'logline').pressSequentially('.')
    await producer.getByRole('heading', { name: 'Somebody else has taken over' }).waitFor()
    await producer.getByRole('button', { name: 'View read-only' }).click()
    await notice(producer).getByText(`${TYPED}.`).waitFor()
    expect(await notice(producer).getByRole('button', { name: 'Put it back' }).count()).toBe(0)
    expect(await notice(producer).textContent()).toMatch(/when you may edit here again; you can copy it now/)
  })

  it('has them put back into what the other one saved', async () => {
    await editor.locator('#action-save').click()
    await editor.getByText('Updated successfully').waitFor()
    await producer.goto(projectUrl)
    await notice(producer).getByText('Somebody has saved other changes since').waitFor()
    await notice(producer).getByRole('button', { name: 'Put it back' }).click()
    await notice(producer).waitFor({ state: 'detached' })
    // Fields hear of it a moment after the notice does.
    await expect.poll(() => field(producer, 'logline').inputValue()).toBe(`${TYPED}.`)
    expect(await field(producer, 'title').inputValue()).toBe('The Last Signal, again')
    // Not saved yet: a tab that is closed now loses nothing either.
    // Left as soon as the server has it, before the form has heard.
    const saved = producer.waitForResponse((response) => response.request().method() === 'PATCH')
    await producer.locator('#action-save').click()
    expect((await saved).status()).toBe(200)
    await producer.goto(projectUrl)
    await field(producer, 'title').waitFor()
    expect(await field(producer, 'logline').inputValue()).toBe(`${TYPED}.`)
    await producer.waitForTimeout(500)
    expect(await notice(producer).count()).toBe(0)
  })

  it('offers what was typed in a tab that was closed, until it is discarded', async () => {
    await field(producer, 'logline').fill('Another line')
    await producer.waitForTimeout(1_000)
    producer.once('dialog', (dialog) => dialog.accept())
    await producer.reload()
    await notice(producer).getByText('Another line').waitFor()
    await notice(producer).getByRole('button', { name: 'Discard it' }).click()
    await producer.reload()
    await field(producer, 'title').waitFor()
    await producer.waitForTimeout(500)
    expect(await notice(producer).count()).toBe(0)
  })

  it('says at the door that no mail can be sent, and who can help', async () => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${server.url}/admin/login`)
    await page.getByRole('link', { name: /forgot/i }).click()
    await page.getByRole('heading', { name: 'No mail can be sent from here' }).waitFor()
    expect(await page.locator('.sr-no-mail').textContent()).toMatch(/an admin of the studio/)
    expect(await page.getByRole('button', { name: 'Submit' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Back to login' }).click()
    await page.locator('#field-password').waitFor()
  })

  it('does not send who may not open a page to the login', async () => {
    await viewer.goto(`${server.url}/admin/collections/projects/create`)
    await viewer.getByRole('heading', { name: 'This is not for you' }).waitFor()
    expect(await viewer.getByText('Log out', { exact: true }).filter({ visible: true }).count()).toBe(0)
    expect(
      await viewer
        .getByText(/log in|logged in/i)
        .filter({ visible: true })
        .count(),
    ).toBe(0)
  })

  async function lockOf(page: Page): Promise<unknown[]> {
    const answer = await page.request.get(`${server.url}/api/payload-locked-documents`)
    return (await answer.json()).docs
  }
})
