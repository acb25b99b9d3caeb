import { hasNoCase, isInCapitals, readsLikeBareHeading } from './capitals'
import type { Columns } from './findColumns'
import type { LineKind } from './kinds'
import { isMore, nameOnCue, numberedHeading, opensHeading } from './marks'
import type { Measure } from './measure'
import { bodyOf, type Placed, type PlacedPage, type PlacedRow, placed } from './placed'
import { joined } from './rows'

/** An item of the body with its row, as the classifier walks over them. */
interface Step {
  page: PlacedPage
  row: PlacedRow
  item: Placed
}

/** What was read so far. */
interface State {
  kind: LineKind | null
  /** The name over the speech that is going on. */
  name: string
  /** An aside whose parenthesis is still open. */
  isOpen: boolean
}

/**
 * Says of every item of the body what it is: by its column first, then by its neighbours, and by its words where
 * those leave a choice. What remains a guess has a doubt.
 */
export function classify(pages: readonly PlacedPage[], columns: Columns, measure: Measure): void {
  const steps = stepsOf(pages, measure)
  const look = headingLook(steps, columns, measure)
  const state: State = { kind: null, name: '', isOpen: false }
  for (let index = 0; index < steps.length; index += 1) {
    const { item } = steps[index] as Step
    const before = steps[index - 1]
    if (item.side !== null) {
      classifyBeside(item, before?.item)
      Object.assign(state, { kind: null, name: '', isOpen: false })
      continue
    }
    if (item.kind !== null) continue
    if (turnsPage(steps, index, state)) continue
    const found = kindOf(steps, index, state, columns, measure, look)
    item.kind = found.kind
    item.doubt = found.doubt ?? null
    item.isStart = found.isStart ?? !(item.isTight && found.kind === state.kind)
    if (found.kind === 'character') state.name = nameOnCue(item.segment.plain)
    state.isOpen = found.kind === 'parenthetical' && !/\)\s*$/.test(item.segment.plain)
    state.kind = found.kind
  }
}

/** In reading order: of a pair of speeches the left one first. */
function stepsOf(pages: readonly PlacedPage[], { pitch }: Measure): Step[] {
  const steps: Step[] = []
  for (const page of pages) {
    if (page.isTitle) continue
    let above: PlacedRow | null = null
    /** The right column of the pair that is going on. */
    let beside: Step[] = []
    for (const row of page.rows) {
      mergeBody(row)
      const body = bodyOf(row)
      const sided = row.items.filter(({ side }) => side !== null)
      if (body.length === 0 && sided.length === 0) continue
      const isTight = above !== null && row.y - above.y < pitch * 1.45
      if (sided.length === 0 || !isTight) {
        steps.push(...beside)
        beside = []
      }
      for (const item of sided.length > 0 ? sided : body) {
        item.isTight = isTight
        item.isFarBelow = above !== null && row.y - above.y > pitch * 2.6
        if (item.side === 'right') beside.push({ page, row, item })
        else steps.push({ page, row, item })
      }
      above = row
    }
    steps.push(...beside)
  }
  return steps
}

/** Gaps inside a row that is no pair mean nothing. */
function mergeBody(row: PlacedRow): void {
  const body = bodyOf(row).filter(({ side }) => side === null)
  if (body.length < 2) return
  const whole = placed(joined(body.map(({ segment }) => segment)))
  row.items = [...row.items.filter((item) => !body.includes(item)), whole]
}

function classifyBeside(item: Placed, before: Placed | undefined): void {
  if (item.kind === 'character') return
  const isGoingOn = before?.side === item.side
  const isAside =
    item.segment.plain.startsWith('(') ||
    (isGoingOn && before?.kind === 'parenthetical' && !before.segment.plain.endsWith(')'))
  item.kind = isAside ? 'parenthetical' : 'dialogue'
  item.isStart = !(isGoingOn && before?.kind === item.kind) || (isAside && item.segment.plain.startsWith('('))
}

/** `(MORE)` at the foot of a page and the name again at the head of the next: one speech goes on. */
function turnsPage(steps: readonly Step[], index: number, state: State): boolean {
  const { page, item } = steps[index] as Step
  const text = item.segment.plain
  const next = steps[index + 1]
  const before = steps[index - 1]
  const isSpeech = state.kind === 'dialogue' || state.kind === 'parenthetical'
  const isLastOnPage = next === undefined || next.page !== page
  if (isSpeech && isLastOnPage && /^\(.*\)$/.test(text)) {
    const isName = next !== undefined && nameOnCue(next.item.segment.plain) === state.name
    if (isMore(text) || (isName && state.name !== '' && item.isTight)) {
      item.kind = 'continued'
      return true
    }
  }
  const isFirstOnPage = before !== undefined && before.page !== page
  if (
    isFirstOnPage &&
    before.item.kind === 'continued' &&
    nameOnCue(text) === state.name &&
    state.name !== ''
  ) {
    item.kind = 'continued'
    return true
  }
  return false
}

interface Found {
  kind: LineKind
  doubt?: string
  isStart?: boolean
}

function kindOf(
  steps: readonly Step[],
  index: number,
  state: State,
  columns: Columns,
  measure: Measure,
  look: HeadingLook,
): Found {
  const { row, item, page } = steps[index] as Step
  const { plain, x, right } = item.segment
  const next = steps[index + 1]
  const under = next?.item.isTight && next.item.side === null ? next.item : null
  const isOverTight = under !== null
  const column = columnOf(x, columns, measure)
  const before = steps[index - 1]
  const goesOn = before?.page !== page && before?.item.kind === 'continued'
  const isUnder = item.isTight || goesOn
  const isSpeaking =
    isUnder && (state.kind === 'character' || state.kind === 'dialogue' || state.kind === 'parenthetical')

  const heading = headingOf(row, item, state, column, isOverTight, look)
  if (heading) return heading

  if (isSpeaking && column !== 'action' && column !== 'outside') {
    if (state.isOpen) return { kind: 'parenthetical', isStart: false }
    if (plain.startsWith('(') && (column === 'parenthetical' || /\)$/.test(plain)))
      return { kind: 'parenthetical', isStart: true }
    return { kind: 'dialogue', isStart: state.kind !== 'dialogue' }
  }
  if (
    isSpeaking &&
    column === 'outside' &&
    state.kind === 'character' &&
    x > columns.action + measure.cell * 2
  )
    return {
      kind: plain.startsWith('(') ? 'parenthetical' : 'dialogue',
      isStart: true,
      doubt: 'It stands under a name, but in no column of speech.',
    }

  const nextColumn = under ? columnOf(under.segment.x, columns, measure) : null
  const isName = isInCapitals(plain) || hasNoCase(plain)
  const speaksNext =
    nextColumn === 'dialogue' ||
    nextColumn === 'parenthetical' ||
    (under?.segment.plain.startsWith('(') ?? false)
  if (!item.isTight && isOverTight && x > columns.action + measure.cell * 3) {
    if (column === 'character' && speaksNext) {
      return isName || look.hasSmallNames
        ? { kind: 'character' }
        : { kind: 'character', doubt: 'It stands where names stand, but is not in capitals.' }
    }
    if (isName && speaksNext && plain.length < 40 && x > columns.dialogue)
      return {
        kind: 'character',
        ...(Math.abs((x + right) / 2 - middleOf(columns)) < 14
          ? {}
          : { doubt: 'Speech stands under it, but names begin elsewhere.' }),
      }
  }

  const isTransition = /(?:[:：]|\bOUT\.|\bBLACK\.|\bIN\.?)$/u.test(plain) && isInCapitals(plain)
  const isRight = x > columns.character + measure.cell * 3 && right > columns.right - measure.cell * 12
  if (isRight && plain.length < 40) {
    return isTransition || isInCapitals(plain) || hasNoCase(plain)
      ? { kind: 'transition', isStart: true }
      : {
          kind: 'transition',
          isStart: true,
          doubt: 'It stands at the right like a transition, but does not read like one.',
        }
  }
  if (isTransition && /TO:$/.test(plain) && !item.isTight && !isOverTight) return { kind: 'transition' }

  const isCentred = [middleOf(columns), page.width / 2].some(
    (middle) => Math.abs((x + right) / 2 - middle) < 8,
  )
  if (isCentred && x > columns.action + measure.cell * 4 && !isUnder)
    return column === 'dialogue' && !isInCapitals(plain)
      ? { kind: 'dialogue', doubt: NO_NAME }
      : { kind: 'centered', isStart: true }
  if (isCentred && state.kind === 'centered' && x > columns.action + measure.cell * 4)
    return { kind: 'centered', isStart: true }

  if (column === 'dialogue' && !isUnder) return { kind: 'dialogue', doubt: NO_NAME }
  if (column === 'character')
    return { kind: 'action', doubt: 'It stands where names stand, but nothing is said under it.' }
  if (column === 'parenthetical' && plain.startsWith('(')) return { kind: 'parenthetical', doubt: NO_NAME }

  if (x > columns.action + measure.cell * 8)
    return { kind: 'action', doubt: 'It stands where nothing else of the script does.' }
  if (x < columns.action - measure.cell * 2) return { kind: 'action', doubt: 'It stands in the left margin.' }
  if (speaksNext && isName && nextColumn === 'dialogue' && !item.isTight)
    return { kind: 'character', doubt: 'Speech stands under it, but it begins where action does.' }
  const isAlone = column === 'action' && !item.isTight && !isOverTight
  if (isAlone && !look.hasCapitalAction && readsLikeBareHeading(plain))
    return { kind: 'action', doubt: 'It stands alone in capitals, as some headings do.' }
  return { kind: 'action' }
}

const NO_NAME = 'It stands where speech stands, but no name is above it.'

const middleOf = ({ action, right }: Columns): number => (action + right) / 2

type Column = 'action' | 'dialogue' | 'parenthetical' | 'character' | 'outside'

function columnOf(x: number, columns: Columns, { cell }: Measure): Column {
  const near = cell * 0.85
  if (x <= columns.action + near) return 'action'
  for (const name of ['dialogue', 'character', 'parenthetical'] as const)
    if (Math.abs(x - columns[name]) <= near) return name
  // The second line of an aside stands one character in.
  if (Math.abs(x - columns.parenthetical - cell) <= near) return 'parenthetical'
  // Names that are centred, or pushed in by their length, still begin about there.
  if (Math.abs(x - columns.character) <= cell * 3 && x > columns.parenthetical + near) return 'character'
  if (x > columns.dialogue && x < columns.character) return 'dialogue'
  return 'outside'
}

function headingOf(
  row: PlacedRow,
  item: Placed,
  state: State,
  column: Column,
  isOverTight: boolean,
  look: HeadingLook,
): Found | null {
  const { plain } = item.segment
  const isAtLeft = column === 'action'
  const opens = opensHeading(plain) || numberedHeading(plain) !== null
  if (row.sceneNumber !== null && isAtLeft && (opens || !/\p{Ll}{2}/u.test(plain))) {
    return { kind: 'heading', isStart: true }
  }
  if (opens && isAtLeft) {
    if (!item.isTight) {
      // `Int` and `Est` open sentences, too.
      return isInCapitals(plain) || !isOverTight
        ? { kind: 'heading', isStart: true }
        : { kind: 'heading', isStart: true, doubt: 'It opens like a heading, but goes on like action.' }
    }
    if (isInCapitals(plain) && state.kind !== 'heading')
      return {
        kind: 'heading',
        isStart: true,
        doubt: 'It reads like a heading, but no empty line is above it.',
      }
  }
  if (isAtLeft && !item.isTight && !isOverTight && isBare(plain)) {
    if (looksLike(item, look) && isInCapitals(plain)) return { kind: 'heading', isStart: true }
    if (look.isApart && item.isFarBelow && !plain.endsWith(':'))
      return {
        kind: 'heading',
        isStart: true,
        doubt: 'It stands apart as headings do here, but does not open like one.',
      }
  }
  // A heading that is longer than its line.
  if (state.kind === 'heading' && item.isTight && isInCapitals(plain) && column !== 'character')
    return { kind: 'heading', isStart: false }
  return null
}

/** What may be a heading that nothing opens. */
const isBare = (text: string): boolean => isInCapitals(text) || hasNoCase(text)

/** How a document sets its headings apart, beside their words. */
interface HeadingLook {
  isBold: boolean
  isUnderlined: boolean
  /** More room above than anything else has. */
  isApart: boolean
  /** Names over speech are not in capitals here. */
  hasSmallNames: boolean
  /** Action is in capitals here, so capitals say nothing. */
  hasCapitalAction: boolean
}

/** What nearly all headings share and hardly any other line at the left has. */
function headingLook(steps: readonly Step[], columns: Columns, measure: Measure): HeadingLook {
  const atLeft = steps.filter(
    ({ item }) => item.side === null && columnOf(item.segment.x, columns, measure) === 'action',
  )
  const headings = atLeft.filter(({ item }) => opensHeading(item.segment.plain) && !item.isTight)
  const others = atLeft.filter(({ item }) => !opensHeading(item.segment.plain))
  const isLook = (has: (item: Placed) => boolean, share = 0.9, least = 3, unlike = others) =>
    headings.length >= least &&
    headings.filter(({ item }) => has(item)).length >= headings.length * share &&
    unlike.filter(({ item }) => has(item)).length <= unlike.length * 0.2
  // What is asked for may itself be among the others.
  const sentences = others.filter(({ item: { segment } }) => !isBare(segment.plain))
  const names = steps.filter(
    ({ item }, index) =>
      !item.isTight &&
      steps[index + 1]?.item.isTight === true &&
      columnOf(item.segment.x, columns, measure) === 'character',
  )
  const small = names.filter(({ item }) => !isInCapitals(item.segment.plain))
  return {
    isBold: isLook(isAllBold),
    isUnderlined: isLook(isAllUnderlined),
    // The first of a page have nothing above them.
    isApart: isLook(({ isFarBelow }) => isFarBelow, 0.6, 1, sentences),
    hasSmallNames: small.length > names.length * 0.3,
    hasCapitalAction:
      others.filter(({ item }) => isInCapitals(item.segment.plain)).length > others.length * 0.5,
  }
}

const looksLike = (item: Placed, look: HeadingLook): boolean =>
  (look.isBold && isAllBold(item)) || (look.isUnderlined && isAllUnderlined(item))

const isAllBold = ({ segment }: Placed): boolean => segment.runs.every((run) => run.isBold)
const isAllUnderlined = ({ segment }: Placed): boolean =>
  segment.runs.every((run) => run.isUnderlined || !/[\p{L}\p{N}]/u.test(run.text))
