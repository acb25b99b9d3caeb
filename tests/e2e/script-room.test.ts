import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { launchBrowser, openPage, reportPage } from './support/browser'
import { addViewer, OUTSIDER, PRODUCER, registerFirst, signIn } from './support/people'
import { type RunningServer, startServer } from './support/server'
import { picture } from './support/studio'

const SCRIPT = `Title: Salt
Author: Nobody

INT. HARBOUR OFFICE - DAY

INES (40) counts the tide tables.

INES
Not yet.

TOMAS
Then when?

EXT. QUAY - NIGHT

Nets dry in the wind.

INES
Listen.

INT. FERRY - ENGINE ROOM - DAWN

The engine turns over. Once. Dies.

TOMAS
She will not start.

EXT. OPEN SEA - MORNING

Nothing but water.
`

const NEW_DRAFT = SCRIPT.replace('Nets dry in the wind.', 'Nets freeze in the wind.')
  .replace('EXT. OPEN SEA - MORNING\n\nNothing but water.\n', '')
  .replace(
    'EXT. QUAY - NIGHT',
    'INT. HARBOUR OFFICE - STORE ROOM - LATER\n\nRope, and more rope. A lamp nobody has lit for years.\n\nEXT. QUAY - NIGHT',
  )

describe('the script room', () => {
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let faults: string[]
  let calls: () => string
  let token: string
  let episodeId: string
  let scriptUrl: string

  async function call<Result>(path: string, body?: object | FormData, method = body ? 'POST' : 'GET') {
    const isForm = body instanceof FormData
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: {
        authorization: `JWT ${token}`,
        ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
      },
      body: isForm ? body : body ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(20_000),
    })
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as Result
  }

  const pages = () => page.locator('.sr-script__pages').textContent()
  const toast = (text: string | RegExp) =>
    page.locator('[data-sonner-toast]').filter({ hasText: text }).first()

  /** Buttons that the server drew do something once the page has come to life. */
  async function untilAlive() {
    await page.waitForFunction(() => {
      const button = document.querySelector('.sr-script__bar button')
      return button && Object.keys(button).some((key) => key.startsWith('__reactProps'))
    })
  }

  async function openEditor() {
    await untilAlive()
    await page.getByRole('button', { name: 'Edit script' }).click()
    await page.locator('.cm-content').waitFor()
  }

  async function currentText(): Promise<string> {
    const versions = await call<Array<{ version: number; isCurrent: boolean }>>(
      `/api/v1/episodes/${episodeId}/script/versions`,
    )
    const current = versions.find(({ isCurrent }) => isCurrent)?.version
    const found = await call<{ text: string }>(`/api/v1/episodes/${episodeId}/script/versions/${current}`)
    return found.text
  }

  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    token = await registerFirst(server.url, PRODUCER)
    await addViewer(server.url, token, OUTSIDER)
    const form = new FormData()
    form.set('file', new Blob([SCRIPT]), 'salt.fountain')
    ;({ episodeId } = await call<{ episodeId: string }>('/api/v1/imports', form))
    scriptUrl = `${server.url}/admin/collections/episodes/${episodeId}/script`
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
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

  it('shows the pages, and an editor beside them that completes places, times and names', async () => {
    await page.goto(scriptUrl)
    await page.getByText('4 scenes').waitFor()
    await openEditor()
    await page.locator('.cm-content').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('\n\nINT. har')
    const offers = page.locator('.cm-tooltip-autocomplete')
    await offers.getByText('HARBOUR OFFICE', { exact: true }).waitFor()
    // What is offered is taken only when it has been there long enough to be read.
    await page.waitForTimeout(200)
    await page.keyboard.press('Enter')
    await page.keyboard.type(' - NI')
    await offers.getByText('NIGHT', { exact: true }).waitFor()
    await page.waitForTimeout(200)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('The lamp is lit.')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await offers.getByText('TOMAS', { exact: true }).waitFor()
    await page.keyboard.type('TO')
    await page.waitForTimeout(200)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('You came back.')
    await page.locator('.sr-edit__pages').getByText('You came back.').waitFor()
    await page.locator('.sr-edit__status').getByText('5 scenes').waitFor()
  })

  it('saves it as a version, takes it back where told to, and saves it again', async () => {
    await page.keyboard.press('Control+s')
    await toast('Saved as version 2').waitFor()
    expect(await currentText()).toMatch(
      /Nothing but water\.\n+INT\. HARBOUR OFFICE - NIGHT\n\nThe lamp is lit\.\n\nTOMAS\nYou came back\.\n*$/,
    )
    await toast('Saved as version 2').getByRole('button', { name: 'Undo' }).click()
    await toast('Undone').waitFor()
    expect(await currentText()).not.toContain('You came back.')
    await page.locator('.sr-edit__status').getByText('4 scenes').waitFor()
    // The editor followed; its own history still has the words.
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+z')
    await page.locator('.sr-edit__pages').getByText('You came back.').waitFor()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await toast(/Saved as version [34]/).waitFor()
    expect(await currentText()).toContain('You came back.')
  })

  it('goes to a line that is clicked on the pages', async () => {
    await page.locator('.sr-edit__pages').getByText('She will not start.').click()
    await expect.poll(() => page.locator('.cm-activeLine').textContent()).toBe('She will not start.')
  })

  it('keeps in the browser what was not saved, and offers it again', async () => {
    await page.keyboard.type(' Ever.')
    await page.getByText('Unsaved, kept in this browser').waitFor()
    await page.waitForTimeout(800)
    await page.reload()
    await page.getByText('5 scenes').waitFor()
    expect(await pages()).not.toContain('Ever.')
    await openEditor()
    await page.getByRole('button', { name: 'Restore them' }).click()
    await page.locator('.sr-edit__pages').getByText('She will not start. Ever.').waitFor()
  })

  it('loses nothing where somebody else saved meanwhile', async () => {
    const text = await currentText()
    const versions = await call<Array<{ version: number }>>(`/api/v1/episodes/${episodeId}/script/versions`)
    await call(`/api/v1/episodes/${episodeId}/script`, {
      text: text.replace('Listen.', 'Listen to it.'),
      baseVersion: versions[0]?.version,
    })
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+s')
    const dialog = page.getByRole('dialog', { name: 'Somebody changed the script meanwhile' })
    await dialog.getByText('Listen to it.').waitFor()
    await dialog.getByRole('button', { name: 'Take both changes' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await toast(/Saved as version/).waitFor()
    const saved = await currentText()
    expect(saved).toContain('Listen to it.')
    expect(saved).toContain('She will not start. Ever.')
    await page.getByRole('button', { name: 'Done' }).click()
    // The browser logs the refusal, which was wanted.
    faults.splice(0)
  })

  it('corrects a line, and a cue by the keyboard, where they stand', async () => {
    await page.reload()
    await untilAlive()
    await page.getByText('Then when?').dblclick()
    const speech = page.getByRole('textbox', { name: 'Speech' })
    await speech.fill('Then tell me when.')
    await speech.press('Enter')
    await toast(/Saved as version/).waitFor()
    await speech.waitFor({ state: 'detached' })
    expect(await pages()).toContain('Then tell me when.')
    // The cue above it.
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    const cue = page.getByRole('textbox', { name: 'Who speaks' })
    expect(await cue.inputValue()).toBe('TOMAS')
    await cue.fill('TOMAS (V.O.)')
    await cue.press('Enter')
    await cue.waitFor({ state: 'detached' })
    expect(await currentText()).toContain('TOMAS (V.O.)\nThen tell me when.')
    // Esc leaves everything as it is.
    await page.getByText('Nets dry in the wind.').dblclick()
    await page.getByRole('textbox', { name: 'Action' }).fill('Nothing.')
    await page.keyboard.press('Escape')
    expect(await pages()).toContain('Nets dry in the wind.')
  })

  it('shows a new draft as a difference, applies the half that is wanted, and takes it back', async () => {
    const before = await currentText()
    await page.getByRole('button', { name: 'Import new draft' }).click()
    const chooser = page.getByRole('dialog', { name: 'Import a new draft' })
    await chooser
      .getByLabel('Script')
      .setInputFiles({ name: 'salt-2.fountain', mimeType: 'text/plain', buffer: Buffer.from(NEW_DRAFT) })
    await chooser.getByRole('button', { name: 'Compare' }).click()
    const dialog = page.getByRole('dialog', { name: 'New draft: salt-2.fountain' })
    await dialog.getByText(/1 added, 2 removed/).waitFor()
    expect(await currentText()).toBe(before)
    const quay = dialog.getByRole('article', { name: /Changed: scene .*QUAY/ })
    expect(await quay.locator('del').allTextContents()).toContain('dry')
    expect(await quay.locator('ins').allTextContents()).toContain('freeze')
    // Nothing but what is added and what changed on the quay.
    await page.keyboard.press('a')
    await dialog.getByRole('button', { name: 'Apply 0 of' }).waitFor()
    await quay.getByRole('checkbox').check()
    await dialog.getByRole('article', { name: /Added: scene .*STORE ROOM/ }).focus()
    await page.keyboard.press(' ')
    await dialog.getByRole('button', { name: /Apply 2 of/ }).click()
    await dialog.getByRole('button', { name: 'Undo this draft' }).waitFor()
    const applied = await currentText()
    expect(applied).toContain('Nets freeze in the wind.')
    expect(applied).toContain('STORE ROOM')
    expect(applied).toContain('Nothing but water.')
    expect(applied).toContain('TOMAS (V.O.)')
    await dialog.getByRole('button', { name: 'Undo this draft' }).click()
    await dialog.getByText(/^Undone by .+, \d+ \w+, .*: the script is as it was before\.$/).waitFor()
    await picture(page, 'names-undone')
    await dialog.getByRole('button', { name: 'Done', exact: true }).click()
    expect(await currentText()).toBe(before)
    await page.getByText('5 scenes').waitFor()
    expect(await pages()).toContain('Nets dry in the wind.')
  })

  it('asks who and which place has another name, keeps them where told so, and takes that back', async () => {
    const names = async (kind: 'characters' | 'locations') => {
      const { docs } = await call<{ docs: Array<{ id: string; name: string; aliases?: string[] }> }>(
        `/api/${kind}?depth=0&limit=50&sort=name`,
      )
      return docs.map(({ id, name, aliases }) => ({ id, name, aliases: aliases ?? [] }))
    }
    const [people, places] = [await names('characters'), await names('locations')]
    const renamed = (await currentText()).replaceAll('INES', 'IRIS').replace('EXT. QUAY', 'EXT. OLD PIER')
    await page.getByRole('button', { name: 'Import new draft' }).click()
    const chooser = page.getByRole('dialog', { name: 'Import a new draft' })
    await chooser
      .getByLabel('Script')
      .setInputFiles({ name: 'salt-3.fountain', mimeType: 'text/plain', buffer: Buffer.from(renamed) })
    await chooser.getByRole('button', { name: 'Compare' }).click()
    const dialog = page.getByRole('dialog', { name: 'New draft: salt-3.fountain' })
    // All her lines are another's now: the likely answer is given already.
    expect(await dialog.getByRole('checkbox', { name: 'Is IRIS the old INES?' }).isChecked()).toBe(true)
    await picture(page, 'names-likely')
    await dialog.getByRole('checkbox', { name: 'QUAY is now OLD PIER: the same place?' }).check()
    await dialog.getByRole('button', { name: /^Apply/ }).click()
    await dialog.getByRole('button', { name: 'Undo this draft' }).waitFor()
    const renaming = (before: typeof people, name: string, change: object) =>
      before.map((each) => (each.name === name ? { ...each, ...change } : each))
    const byName = (list: typeof people) => [...list].sort((a, b) => a.name.localeCompare(b.name))
    expect(byName(await names('characters'))).toEqual(
      byName(renaming(people, 'Ines', { name: 'Iris', aliases: ['Ines'] })),
    )
    expect(await names('locations')).toEqual(renaming(places, 'Quay', { aliases: ['Old Pier'] }))
    await dialog.getByRole('button', { name: 'Undo this draft' }).click()
    await dialog.getByText(/^Undone by .+, \d+ \w+, .*: the script is as it was before\.$/).waitFor()
    await dialog.getByRole('button', { name: 'Done', exact: true }).click()
    expect(await names('characters')).toEqual(people)
    expect(await names('locations')).toEqual(places)
  })

  it('compares versions and restores the first', async () => {
    await page.getByRole('button', { name: 'Script versions' }).click()
    const dialog = page.getByRole('dialog', { name: 'Versions of the script' })
    await dialog.getByRole('button', { name: /^Version 1\b/ }).click()
    await dialog.getByRole('button', { name: 'Pages', exact: true }).click()
    await dialog.getByText('Then when?').waitFor()
    await dialog.getByRole('button', { name: 'Restore version 1' }).click()
    const restoring = page.getByRole('dialog', { name: 'Restore version 1' })
    await restoring.getByText(/1 removed/).waitFor()
    await restoring.getByRole('button', { name: /^Apply/ }).click()
    await restoring.getByRole('button', { name: 'Done', exact: true }).click()
    await dialog.getByText('Restored an earlier version').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('4 scenes').waitFor()
    expect((await currentText()).trim()).toBe(SCRIPT.trim())
    expect(await pages()).toContain('Then when?')
  })

  it('asks before an edit takes work that was done, and brings it back where told to', async () => {
    const { docs } = await call<{ docs: Array<{ id: string; heading: string }> }>(
      `/api/scenes?where[episode][equals]=${episodeId}&depth=0&limit=20`,
    )
    const sea = docs.find(({ heading }) => heading.includes('OPEN SEA'))?.id
    await call('/api/shots', { scene: sea, shotNumber: '1', order: 1, description: 'Nothing but water.' })
    // What was offered before is gone with the page.
    await page.reload()
    await openEditor()
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(SCRIPT.slice(0, SCRIPT.indexOf('EXT. OPEN SEA')))
    await page.locator('.sr-edit__status').getByText('3 scenes').waitFor()
    await page.keyboard.press('Control+s')
    const dialog = page.getByRole('dialog', { name: 'What this edit means' })
    await dialog.getByText(/to the trash with one shot/).waitFor()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    expect(await currentText()).toContain('OPEN SEA')
    // What was typed is still there to save.
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await dialog.getByRole('button', { name: 'Apply 1 change' }).click()
    await dialog.waitFor({ state: 'detached' })
    await toast(/Saved as version/).waitFor()
    expect(await currentText()).not.toContain('OPEN SEA')
    await toast(/Saved as version/)
      .getByRole('button', { name: 'Undo' })
      .click()
    await toast('Undone').waitFor()
    expect(await currentText()).toContain('OPEN SEA')
    const { totalDocs } = await call<{ totalDocs: number }>(`/api/shots?where[scene][equals]=${sea}`)
    expect(totalDocs).toBe(1)
    await page.getByRole('button', { name: 'Done', exact: true }).click()
  })

  it('exports in the formats that others open', async () => {
    await page.getByRole('button', { name: 'Export' }).click()
    const entries = page.getByRole('menuitem')
    expect(await entries.allTextContents()).toEqual([
      'Fountain',
      'Final Draft (FDX)',
      'PDF, A4',
      'PDF, US Letter',
      'Plain text',
    ])
    await page.keyboard.press('Escape')
    expect(await entries.count()).toBe(0)
  })

  it('heard no complaint from the browser', () => {
    expect(faults).toEqual([])
  })

  it('lets a viewer read, and nothing else', async () => {
    const { docs } = await call<{ docs: Array<{ id: string; email: string }> }>('/api/users?limit=100')
    const viewer = docs.find(({ email }) => email === OUTSIDER.email)
    const episode = await call<{ project: string | { id: string } }>(`/api/episodes/${episodeId}?depth=0`)
    const projectId = typeof episode.project === 'string' ? episode.project : episode.project.id
    const project = await call<Record<string, unknown>>(`/api/projects/${projectId}?depth=0`)
    const field = 'members' in project ? 'members' : 'collaborators'
    await call(`/api/projects/${projectId}`, { [field]: [{ user: viewer?.id, role: 'viewer' }] }, 'PATCH')

    const other = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const outsider = await openPage(other)
    await signIn(outsider.page, server.url, OUTSIDER)
    await outsider.page.goto(scriptUrl)
    await outsider.page.getByText('Then when?').waitFor()
    await outsider.page.getByRole('button', { name: 'Script versions' }).waitFor()
    for (const name of ['Edit script', 'Import new draft']) {
      expect(await outsider.page.getByRole('button', { name }).count()).toBe(0)
    }
    await outsider.page.getByText('Then when?').dblclick()
    expect(await outsider.page.locator('.sr-correction').count()).toBe(0)
    const refused = await outsider.page.request.post(`${server.url}/api/v1/episodes/${episodeId}/script`, {
      data: { text: `${SCRIPT}\nMore.\n`, baseVersion: 1 },
    })
    expect(refused.status()).toBe(403)

    // Machines and accounts are not theirs: neither in the menu nor by address, and nobody tells them to sign in.
    const { page: theirs } = outsider
    await theirs.goto(`${server.url}/admin`)
    const menu = theirs.locator('.nav')
    await menu.locator('a[href$="/collections/projects"]').waitFor({ state: 'attached' })
    for (const path of ['queue', 'collections/tasks', 'collections/users'])
      expect(await menu.locator(`a[href$="/${path}"]`).count()).toBe(0)
    await theirs.goto(`${server.url}/admin/queue`)
    await theirs.getByRole('heading', { name: 'The queue is not for you' }).waitFor()
    for (const path of ['tasks', 'users']) {
      await theirs.goto(`${server.url}/admin/collections/${path}`)
      await theirs.getByText('There is nothing here, or it is not for you.').waitFor()
    }
    const who = theirs.locator('.app-header').getByText(OUTSIDER.name)
    await who.waitFor()
    await theirs.goto(`${server.url}/admin/collections/episodes/create`)
    await who.waitFor()
    await theirs.getByRole('heading', { name: 'This is not for you' }).waitFor()
    await theirs.goto(`${server.url}/admin/account`)
    await theirs.locator('#field-name').waitFor()
    expect(await theirs.locator('#field-name').inputValue()).toBe(OUTSIDER.name)
    await other.close()
  })
})
