import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeDifference, withGroups } from './compose-difference'
import { readStored } from './read-stored'
import { compareScripts } from './script-difference'

const bar = `INT. BAR - DAY

Mara counts her coins on the wet counter and waits for the last bus.

MARA
One more, then I am gone for good.

A glass breaks behind the curtain. Somebody laughs about it, far too loud.

JO
We closed an hour ago, love. Go home to your mother.
`
const pier = 'EXT. PIER - NIGHT\n\nGulls fight over a single glove. The ferry sounds its horn twice.\n'
const room = 'INT. ROOM - DAY\n\nDust, an open trunk, letters bundled with green ribbon.\n\nMARA\nNothing.\n'
const hall = 'INT. HALL - DAY\n\nThe clock has stopped. Under it a child sleeps on three chairs.\n'

const script = (...scenes: string[]) => readStored(scenes.join('\n'))
const rowsOf = (before: string[], after: string[]) =>
  compareScripts(script(...before), script(...after)).rows.map(({ key, status }) => `${key} ${status}`)

const [barOne, barTwo] = bar.split(/(?=A glass breaks)/) as [string, string]
const split = [barOne, `INT. BAR - CONTINUOUS\n\n${barTwo}`]

describe('how much a draft did', () => {
  const countsOf = (before: string[], after: string[]) =>
    compareScripts(script(...before), script(...after)).counts

  it('counts all that stand elsewhere as moved, changed ones, too', () => {
    const changed = room.replace('Nothing.', 'Nothing at all.')
    expect(countsOf([bar, pier, room, hall], [changed, bar, pier, hall])).toMatchObject({
      moved: 1,
      changed: 1,
      unchanged: 3,
    })
    expect(countsOf([bar, pier, hall], [hall, bar, pier])).toMatchObject({
      moved: 1,
      changed: 0,
      unchanged: 2,
    })
  })

  it('counts a split and a join as one each', () => {
    expect(countsOf([bar, pier], [...split, pier])).toMatchObject({
      split: 1,
      added: 0,
      changed: 0,
      unchanged: 1,
    })
    expect(countsOf([...split, pier], [bar, pier])).toMatchObject({ joined: 1, removed: 0, changed: 0 })
  })
})

describe('what a draft did with scenes', () => {
  it('sees a scene that was split, and who keeps the id', () => {
    const { rows } = compareScripts(script(pier, bar, room), script(pier, ...split, room))
    expect(rows.map(({ status }) => status)).toEqual(['unchanged', 'split', 'split', 'unchanged'])
    const parts = rows.slice(1, 3)
    expect(parts.filter(({ oldIndex }) => oldIndex === 1)).toHaveLength(1)
    expect(parts.map(({ group }) => group)).toEqual([
      parts.map(({ key }) => key),
      parts.map(({ key }) => key),
    ])
  })

  it('sees scenes that were joined', () => {
    const { rows } = compareScripts(script(pier, ...split, room), script(pier, bar, room))
    expect(rows.map(({ status }) => status)).toEqual(['unchanged', 'joined', 'joined', 'unchanged'])
    expect(rows[1]?.group).toEqual(['s2', 's3'])
  })

  it('does not call a new scene beside a rewritten one a split', () => {
    expect(rowsOf([bar, room], [bar.replace('her coins', 'the days'), hall, room])).toEqual([
      's1 changed',
      'n2 added',
      's2 unchanged',
    ])
  })

  it('keeps the id with the larger part where both parts have other headings', () => {
    const { rows } = compareScripts(
      script(bar, room),
      script(
        `INT. TAVERN - DUSK\n\n${barOne.split('\n\n')[1]}\n`,
        `EXT. BACK DOOR - NIGHT\n\n${barTwo}`,
        room,
      ),
    )
    expect(rows.map(({ status, oldIndex }) => [status, oldIndex])).toEqual([
      ['split', null],
      ['split', 0],
      ['unchanged', 1],
    ])
  })

  it('tells a typed number that changed from one that was only counted', () => {
    const numbered = (scene: string, number: string) => scene.replace('\n', ` #${number}#\n`)
    expect(rowsOf([bar, pier], [hall, bar, pier])).toEqual(['n1 added', 's1 unchanged', 's2 unchanged'])
    expect(
      rowsOf([numbered(bar, '1'), numbered(pier, '2')], [numbered(bar, '1'), numbered(pier, '2A')]),
    ).toEqual(['s1 unchanged', 's2 renumbered'])
  })

  it('sees what moved, what went and what changed at the margin alone', () => {
    expect(rowsOf([bar, pier, room, hall], [hall, bar, room])).toEqual([
      's4 moved',
      's1 unchanged',
      's2 removed',
      's3 unchanged',
    ])
    const { rows } = compareScripts(script(bar, room), script(bar, `# ACT TWO\n\n${room}`))
    expect(rows[1]).toMatchObject({
      status: 'changed',
      isTextChanged: true,
      isHeadingChanged: false,
      isOnlyMarginal: true,
    })
    const inAction = compareScripts(script(bar), script(bar.replace(/\n\n/, '\n\nNight falls. ')))
    expect(inAction.rows[0]).toMatchObject({ status: 'changed', isOnlyMarginal: false })
    expect(compareScripts(script(bar), script(bar)).rows[0]).toMatchObject({ isOnlyMarginal: false })
  })

  it('knows a scene that a person added beside the script where the draft has it', () => {
    const own = {
      sceneNumber: '9',
      heading: 'INT. HALL - DAY',
      text: 'The clock has stopped. Under it a child sleeps on three chairs.',
    }
    const { rows } = compareScripts(script(bar), script(bar, hall), [own])
    expect(rows.map(({ key }) => key)).toEqual(['s1', 's2'])
    expect(compareScripts(script(bar), script(bar), [own]).rows).toHaveLength(1)
  })
})

describe('a draft of which only some is accepted', () => {
  const before = script(`Title: Old\n\n${bar}`, pier, room, hall)
  const after = script(`Title: New\n\n${hall}`, bar.replace('her coins', 'the days'), room, pier.repeat(1))
  const compose = (keys: string[] | null) =>
    composeDifference(compareScripts(before, after), keys && new Set(keys)).text

  it('is the new script where all is, the old one where nothing is', () => {
    expect(compose(null)).toBe(after.text)
    expect(readStored(compose([])).screenplay).toEqual(before.screenplay)
  })

  it('takes a change and leaves the rest where it was', () => {
    const text = compose(['s1'])
    expect(readStored(text).breakdown.scenes.map(({ heading }) => heading)).toEqual([
      'INT. BAR - DAY',
      'EXT. PIER - NIGHT',
      'INT. ROOM - DAY',
      'INT. HALL - DAY',
    ])
    expect(text).toContain('the days')
    expect(text).toContain('Title: Old')
  })

  it('takes all parts of a split or none', () => {
    const difference = compareScripts(script(pier, bar), script(pier, ...split))
    const one = withGroups(difference.rows, ['n3'])
    expect(readStored(composeDifference(difference, one).text).breakdown.scenes).toHaveLength(3)
    expect(composeDifference(difference, new Set()).text).toBe(script(pier, bar).text)
  })

  it('has every scene that was not given up once, whatever is accepted', () => {
    const pool = Array.from(
      { length: 8 },
      (_, index) => `INT. PLACE ${index} - DAY\n\nWord${index} alpha${index} beta${index} gamma${index}.\n`,
    )
    const draft = fc.shuffledSubarray(pool, { minLength: 1 })
    fc.assert(
      fc.property(draft, draft, fc.infiniteStream(fc.boolean()), (from, to, coin) => {
        const difference = compareScripts(script(...from), script(...to))
        const accepted = withGroups(
          difference.rows,
          difference.rows.filter(() => coin.next().value).map(({ key }) => key),
        )
        const { text, parts, ranges } = composeDifference(difference, accepted)
        const expected = difference.rows.filter(({ key, oldIndex, newIndex }) =>
          accepted.has(key) ? newIndex !== null : oldIndex !== null,
        )
        expect(parts.map(({ row }) => row.key).sort()).toEqual(expected.map(({ key }) => key).sort())
        if (parts.length === 0) return
        const read = readStored(text)
        expect(read.breakdown.scenes).toHaveLength(parts.length)
        const lines = text.split('\n')
        parts.forEach((part, index) => {
          const { scenes } = part.side === 'old' ? difference.old : difference.new
          const scene = scenes[(part.side === 'old' ? part.row.oldIndex : part.row.newIndex) as number]
          expect(lines[(ranges[index + 1]?.start ?? 0) - 1]).toBe(scene?.heading)
        })
      }),
      { numRuns: 300 },
    )
  })
})
