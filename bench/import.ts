import { ProjectService } from '@/database/services/ProjectService'
import { ScriptService } from '@/database/services/ScriptService'
import { parseFountain } from '@/screenplay'
import { makeScript } from './lib/script'
import { benchStudio } from './lib/studio'
import { median, ms, printTable, timed, times } from './lib/table'

/** How long does a script take to parse and to import, and does it grow with its length alone? */
export async function benchImport(): Promise<void> {
  const { payload } = await benchStudio()
  const project = await new ProjectService({ payload }).create({ title: 'Bench import' })
  const scripts = new ScriptService({ payload })
  const measure = async (pages: number) => {
    const text = makeScript(pages)
    parseFountain(text)
    const parse = median(await Promise.all([1, 2, 3, 4, 5].map(() => timed(() => parseFountain(text)))))
    const bytes = new TextEncoder().encode(text)
    let scenes = 0
    const whole = await timed(async () => {
      const result = await scripts.import({
        projectId: project.id,
        bytes,
        filename: `bench-${pages}.fountain`,
      })
      scenes = result.scenes
    })
    return { pages, lines: text.split('\n').length, parse, whole, scenes }
  }
  await measure(10)
  const feature = await measure(120)
  const long = await measure(1_000)
  // As many as ten thousand scenes.
  const longest = await measure(6_400)
  const growth = long.whole / long.pages / (feature.whole / feature.pages)
  printTable('A script: parse and import (SQLite)', [
    { what: `parse 120 pages (${feature.lines} lines)`, value: ms(feature.parse), aim: '< 100 ms' },
    {
      what: `import 120 pages (${feature.scenes} scenes)`,
      value: ms(feature.whole),
      ratio: `${times(feature.whole / feature.parse)} the parse`,
      aim: '< 3000 ms',
    },
    { what: `parse 1,000 pages (${long.lines} lines)`, value: ms(long.parse) },
    {
      what: `import 1,000 pages (${long.scenes} scenes)`,
      value: ms(long.whole),
      ratio: `${times(growth)} per page, to 120 pages`,
      aim: 'linear: about 1×',
    },
    {
      what: `import 6,400 pages (${longest.scenes} scenes)`,
      value: ms(longest.whole),
      ratio: `${times(longest.whole / longest.pages / (feature.whole / feature.pages))} per page, to 120 pages`,
      aim: '< 30000 ms',
    },
  ])
}
