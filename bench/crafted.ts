import { ScriptError } from '@/screenplay'
import { readScript } from '@/script-files'
import { craftedScripts } from '@/script-files/crafted.testing'
import { ms, printTable, spent } from './lib/table'

/** What does a file cost that was made to take long? Processor time of this process, after one small script. */
export async function benchCrafted(): Promise<void> {
  await readScript(new TextEncoder().encode('INT. BAR - DAY\n\nMara waits.\n'), 'small.fountain')
  const rows = []
  for (const { what, filename, text } of craftedScripts()) {
    const bytes = new TextEncoder().encode(text)
    let how = 'read'
    const { busy } = await spent(() =>
      readScript(bytes, filename).catch((error) => {
        if (!(error instanceof ScriptError)) throw error
        how = 'refused'
      }),
    )
    const megabytes = (bytes.length / 1e6).toFixed(1)
    rows.push({
      what: `${what}, ${megabytes} MB: ${how}`,
      value: ms(busy),
      aim: '< 2000 ms',
    })
  }
  printTable('Files that were made to take long', rows)
}
