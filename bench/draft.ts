import { wordChanges } from '@/database/services/drafts/words'
import { compareScripts, readStored } from '@/screenplay'
import { makeScript } from './lib/script'
import { median, ms, printTable, timed } from './lib/table'

/** A second draft: every fifth scene has another line, every tenth is gone, ten pages stand elsewhere. */
function redraft(text: string): string {
  const [front, ...scenes] = text.split(/(?=^(?:INT|EXT)\. )/m)
  const kept = scenes
    .filter((_, index) => index % 10 !== 3)
    .map((scene, index) => (index % 5 === 0 ? scene.replace('a long time', 'a very short time') : scene))
  kept.push(...kept.splice(20, 10))
  return [front, ...kept].join('')
}

/** How long does the difference of two drafts take: read, compared, and marked by word? */
export async function benchDraft(): Promise<void> {
  const measure = async (pages: number) => {
    const text = makeScript(pages)
    const next = redraft(text)
    const once = () =>
      timed(() => {
        const difference = compareScripts(readStored(text), readStored(next))
        for (const { status, oldIndex, newIndex } of difference.rows) {
          if (status === 'unchanged') continue
          const side = (which: 'old' | 'new', index: number | null) =>
            index === null ? '' : (difference[which].blocks.scenes[index]?.lines.join('\n') ?? '')
          wordChanges(side('old', oldIndex), side('new', newIndex))
        }
      })
    await once()
    return median([await once(), await once(), await once()])
  }
  printTable('Two drafts: read, compared, marked by word', [
    { what: '120 pages', value: ms(await measure(120)), aim: '< 300 ms' },
    { what: '1,000 pages', value: ms(await measure(1_000)), aim: '< 3000 ms' },
  ])
}
