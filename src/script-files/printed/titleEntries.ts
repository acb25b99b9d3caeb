import { plainText, type TitlePageEntry } from '@/screenplay'
import type { PageLine } from './PageReading'

/** `Written by`, and who did where that stands on the same line. */
const BY =
  /^((?:(?:written|screenplay|teleplay|adapted|created|directed|original screenplay|script)\b.{0,30}?\bby|(?:drehbuch|buch)(?: von)?|(?:scénario|guion|guión|sceneggiatura|roteiro)(?: de| di| por)?|автор(?: сценария)?|сценарий|by|von|par|di|por)):?(?:\s+(.+))?$/iu
const SOURCE =
  /^(?:story by|based (?:up)?on|from the|inspired by|nach |d[’']après|basad[oa] en|tratto da|по мотивам)/iu
const DRAFT =
  /\b(?:draft|fassung|version|revision|rev\.)\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b|^(?:\d{1,2}\.? )?(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\p{L}*\.? (?:\d{1,2},? )?\d{4}$/iu
const COPYRIGHT = /©|\(c\)|copyright|all rights/iu

/** Sorts a title page's lines into the entries that Fountain has; what fits nowhere is kept as notes or contact. */
export function titleEntries(lines: readonly PageLine[], pageHeight: number): TitlePageEntry[] {
  const entries = new Map<string, string[]>()
  const add = (key: string, value: string) => entries.set(key, [...(entries.get(key) ?? []), value])
  /** What a centred line is, by what stood above it. */
  let expects = 'Title'
  for (const [index, line] of lines.entries()) {
    const text = plainText(line.text).trim()
    if (text === '') continue
    const isTitle = expects === 'Title'
    // A title may begin with `By`; what says who wrote it stands below.
    const by = entries.has('Title') ? BY.exec(text) : null
    if (COPYRIGHT.test(text)) add('Copyright', text)
    else if (line.y > pageHeight * 0.66) add(DRAFT.test(text) ? 'Draft date' : 'Contact', text)
    else if (by) {
      expects = 'Author'
      add('Credit', by[1] as string)
      if (by[2]) add('Author', by[2])
    } else if (DRAFT.test(text) && !isTitle) add('Draft date', text)
    else {
      // Behind the lines of a title or a source something else begins, even where nothing says what.
      const isOther = line.isStart && index > 0 && entries.has(expects)
      if (SOURCE.test(text)) expects = 'Source'
      else if (isOther && (isTitle || expects === 'Source')) expects = 'Notes'
      add(expects, expects === 'Title' ? line.text.trim() : text)
    }
  }
  const loose = entries.get('Notes') ?? []
  // Nothing says who wrote it, as on `A short film / Mara Lind`: then the lines behind the title do.
  if (!entries.has('Author') && loose.length > 0 && loose.length <= 2) {
    entries.delete('Notes')
    if (loose.length === 2) entries.set('Credit', loose.slice(0, 1))
    entries.set('Author', loose.slice(-1))
  }
  return [...entries].map(([key, values]) => ({
    type: 'title-page-entry',
    key,
    values: key === 'Credit' ? [values.join(' ')] : values,
    range: { start: 1, end: 1 },
  }))
}
