import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import type { ScriptFormatId } from '@/contracts'
import { breakdown, parseFountain } from '@/screenplay'
import { readScript } from '@/script-files'
import { samplesOf } from '@/script-files/samples.testing'
import { reportPage } from './support/browser'
import { type E2eStudio, expectNoSidewaysScroll, openE2eStudio, picture, untilAlive } from './support/studio'

/** How the files of each format are called. */
const NAMES: Record<ScriptFormatId, string> = {
  fountain: 'script.fountain',
  fdx: 'script.fdx',
  pdf: 'script.pdf',
  docx: 'script.docx',
  rtf: 'script.rtf',
  fadein: 'script.fadein',
  production: 'script.txt',
  labelled: 'script.txt',
  text: 'script.txt',
  paged: 'script.txt',
}

interface Board {
  scenes: Array<{ heading: string }>
}

const SAMPLE = 'samples/the-last-signal.fountain'

describe('scripts of every format', () => {
  let studio: E2eStudio
  const headingsOf = async (episodeId: string) => {
    const { scenes } = await studio.call<Board>(`/api/v1/episodes/${episodeId}/board`)
    return scenes.map(({ heading }) => heading)
  }

  beforeAll(async () => {
    studio = await openE2eStudio()
  })

  beforeEach(() => {
    onTestFailed(() => reportPage(studio.page, studio.calls))
  })

  afterAll(() => studio?.stop())

  it.each(Object.entries(NAMES) as Array<[ScriptFormatId, string]>)(
    '%s is imported through the dialog',
    async (format, name) => {
      const { page } = studio
      const [bytes] = await samplesOf(format)
      if (!bytes) throw new Error(`There is no sample of ${format}.`)
      const read = await readScript(bytes, name)
      expect(read.format).toBe(format)
      const expected = breakdown(read.screenplay).scenes.map(({ heading }) => heading)
      expect(expected.length).toBeGreaterThan(0)

      await page.goto(`${studio.url}/admin`)
      await untilAlive(page, 'main button.sr-button--primary')
      await page.getByRole('button', { name: 'Import a script' }).click()
      const dialog = page.getByRole('dialog', { name: 'Import a script' })
      await dialog
        .getByLabel('Script', { exact: false })
        .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
      await dialog.getByLabel('Title').fill(`As ${format}`)
      await dialog.getByRole('button', { name: 'Import', exact: true }).click()
      if (format === 'pdf') {
        await page.getByRole('dialog', { name: /^Confirm the reading/ }).waitFor()
        await page.locator('[data-doubts]').waitFor()
        await picture(page, 'format-pdf-reading')
        await page.keyboard.press('Enter')
      }
      await page.waitForURL(/\/collections\/episodes\/[^/]+\/script\?imported=1$/)
      const episodeId = /episodes\/([^/]+)/.exec(page.url())?.[1] ?? ''
      expect(await headingsOf(episodeId)).toEqual(expected)
      const episode = await studio.call<{ script: object }>(`/api/episodes/${episodeId}?depth=0`)
      expect(episode.script).toMatchObject({ sourceFormat: format, sourceFilename: name })
      await page.locator('.sr-page__heading').first().waitFor()
      await picture(page, `format-${format}`)
    },
  )

  it('what is exported as Final Draft is the same script when it comes back', async () => {
    const { page } = studio
    const text = await readFile(SAMPLE, 'utf8')
    const { episodeId } = await studio.call<{ episodeId: string }>('/api/v1/imports', { text })
    await page.goto(`${studio.url}/admin/collections/episodes/${episodeId}/script`)
    await untilAlive(page)
    await page.getByRole('button', { name: 'Export' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Final Draft (FDX)' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.fdx$/)
    const bytes = await readFile(await download.path())
    const read = await readScript(new Uint8Array(bytes), download.suggestedFilename())
    expect(read.format).toBe('fdx')
    const told = (script: ReturnType<typeof breakdown>) => ({
      scenes: script.scenes.map(({ heading, sceneNumber, action }) => [heading, sceneNumber, action]),
      lines: script.scenes.flatMap(({ lines }) => lines.map((line) => [line.cue, line.text, line.isDual])),
    })
    expect(told(breakdown(read.screenplay))).toEqual(told(breakdown(parseFountain(text))))

    await page.getByRole('button', { name: 'Import new draft' }).click()
    await page
      .getByRole('dialog', { name: 'Import a new draft' })
      .getByLabel('Script', { exact: false })
      .setInputFiles({ name: download.suggestedFilename(), mimeType: 'text/xml', buffer: bytes })
    await page.getByRole('button', { name: 'Compare' }).click()
    // What the format has no form for, such as the mark of a forced transition, is layout.
    await page.getByText('No work that was done is touched.').waitFor()
    const changed = page.getByRole('article').filter({ hasNotText: 'notes and layout only' })
    expect(await changed.count()).toBe(0)
    await picture(page, 'fdx-came-back')
    await page
      .getByRole('button', { name: /^(Cancel|Close)$/ })
      .last()
      .click()
  })

  it('a difference is read on a telephone, too', async () => {
    const { page } = studio
    await page.setViewportSize({ width: 390, height: 844 })
    const text = (await readFile(SAMPLE, 'utf8')).replace(
      'Mind your sleeve.',
      'Mind your sleeves, both of them.',
    )
    await page.getByRole('button', { name: 'Import new draft' }).click()
    await page
      .getByRole('dialog', { name: 'Import a new draft' })
      .getByLabel('Script', { exact: false })
      .setInputFiles({ name: 'second.fountain', mimeType: 'text/plain', buffer: Buffer.from(text) })
    await page.getByRole('button', { name: 'Compare' }).click()
    const changed = page.getByRole('article', { name: /^Changed/ })
    await changed.locator('ins').first().waitFor()
    await expectNoSidewaysScroll(page)
    const sides = changed.locator('.sr-words')
    const [old, next] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()]
    expect(next?.y).toBeGreaterThanOrEqual((old?.y ?? 0) + (old?.height ?? 0))
    await picture(page, 'difference-narrow')
    await page.getByRole('button', { name: 'Cancel' }).click()
  })

  it('gave the browser nothing to complain of', () => {
    expect(studio.faults).toEqual([])
  })
})
