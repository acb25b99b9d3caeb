import type { TitlePageEntry } from '../types'
import { findTitlePage } from './title-page'

/** @returns the lines of the title page; empty where there is none or nothing in it can be written. */
export function writeTitlePage(entries: readonly TitlePageEntry[]): string {
  return entries
    .map(({ key, values }) => {
      const name = key
        .replace(/[\r\n]+/g, ' ')
        .replace(/[:：]/g, ' ')
        .trim()
      const lines = values.flatMap((value) => value.split(/\r\n|\r|\n/)).map((value) => value.trim())
      const filled = lines.filter(Boolean)
      if (name === '') return ''
      if (filled.length === 0) return `${name}:`
      return filled.length === 1
        ? `${name}: ${filled[0]}`
        : `${name}:\n${filled.map((line) => `\t${line}`).join('\n')}`
    })
    .filter(Boolean)
    .join('\n')
}

/** True where these blocks, the first of them the title page if there is one, would be read as more of one. */
export function opensTitlePage(blocks: readonly string[], title: string): boolean {
  const page = findTitlePage(blocks.join('\n\n').split('\n'))
  return page !== null && page.to > (title ? title.split('\n').length : 0)
}
