import { plainText } from '@/screenplay'
import { type StyledRun, sameStyle, styledLines } from '@/screenplay/fountain/styled-text'

/** One line of printed text as Fountain. */
export interface EmphasisedLine {
  text: string
  /** False where Fountain cannot write these styles side by side: then they are left out. */
  isStyled: boolean
}

/**
 * Writes a line of runs with Fountain's emphasis. What is literal in them and would be read as a mark is escaped,
 * and nothing else is. Runs hold no line breaks.
 */
export function emphasise(runs: readonly StyledRun[]): EmphasisedLine {
  const isPlain = runs.every((run) => !run.isBold && !run.isItalic && !run.isUnderlined)
  if (!isPlain) {
    for (const escaping of [asTyped, escapeAll]) {
      const text = writeRuns(runs, escaping)
      if (readsAs(text, runs)) return { text, isStyled: true }
    }
  }
  if (isPlain && !runs.some(({ text }) => /[*_\\[]/.test(text)))
    return { text: runs.map(({ text }) => text).join(''), isStyled: true }
  const plain = runs.map(({ text }) => ({ text, isBold: false, isItalic: false, isUnderlined: false }))
  const typed = writeRuns(plain, asTyped)
  return { text: readsAs(typed, plain) ? typed : writeRuns(plain, escapeAll), isStyled: isPlain }
}

/** What opens a note or a boneyard may find its end lines below, so it never stays. */
const asTyped = (text: string): string => text.replace(/\[(?=\[)|\/(?=\*)/g, '$&\\')

/** Every character that can be part of a mark in the middle of a line; with spaces at both sides none can. */
const escapeAll = (text: string): string =>
  text.replace(/\\(?=[*_\\~()#=[\]/!.@>])|(?<!\s)[*_]|[*_](?!\s)|(?<=\[)\[/g, '\\$&')

function writeRuns(runs: readonly StyledRun[], escaping: (text: string) => string): string {
  let line = ''
  for (let index = 0; index < runs.length; ) {
    const first = runs[index] as StyledRun
    let text = ''
    for (; index < runs.length && sameStyle(runs[index] as StyledRun, first); index += 1)
      text += (runs[index] as StyledRun).text
    // Marks hug letters: spaces at the ends of a styled stretch stand outside.
    const body = text.trim()
    const from = text.indexOf(body)
    const marks = body === '' ? '' : marksOf(first)
    line += `${text.slice(0, from)}${marks}${escaping(body)}${reversed(marks)}${text.slice(from + body.length)}`
  }
  return line
}

function marksOf({ isBold, isItalic, isUnderlined }: StyledRun): string {
  return `${isUnderlined ? '_' : ''}${'*'.repeat((isItalic ? 1 : 0) + (isBold ? 2 : 0))}`
}

const reversed = (marks: string): string => [...marks].reverse().join('')

function readsAs(text: string, runs: readonly StyledRun[]): boolean {
  const printed = runs.map((run) => run.text).join('')
  if (plainText(text) !== printed) return false
  const read = styledLines(text)
  return read.length === 1 && sameRuns(read[0] as StyledRun[], runs)
}

/** True where every letter has the same style; spaces may differ. */
function sameRuns(one: readonly StyledRun[], other: readonly StyledRun[]): boolean {
  const left = stylesOf(one)
  const right = stylesOf(other)
  return left.length === right.length && left.every((style, index) => style === right[index])
}

const stylesOf = (runs: readonly StyledRun[]): number[] =>
  runs.flatMap((run) => {
    const style = (run.isBold ? 1 : 0) + (run.isItalic ? 2 : 0) + (run.isUnderlined ? 4 : 0)
    return Array.from(run.text.replace(/\s/g, ''), () => style)
  })
