import { ScriptError } from '@/screenplay'
import { readScript } from '@/script-files'
import { craftedScripts } from '@/script-files/crafted.testing'
import { printTable } from './lib/table'

/** What does a file cost that was made to take long? Processor time of this process, after one small script. */
export async function benchCrafted(): Promise<void> {
  await readScript(new TextEncoder().encode('INT. BAR - DAY\n\nMara waits.\n'), 'small.fountain')
  const rows = []
  for (const { what, filename, text } of craftedScripts()) {
    const bytes = new TextEncoder().encode(text)
    const before = process.cpuUsage()
    const how = await readScript(bytes, filename).then(
      () => 'read',
      (error) => {
        if (error instanceof ScriptError) return 'refused'
        throw error
      },
    )
    const { user, system } = process.cpuUsage(before)
    const megabytes = (bytes.length / 1e6).toFixed(1)
    rows.push({
      what: `${what}, ${megabytes} MB: ${how}`,
      value: `${((user + system) / 1000).toFixed(0)} ms`,
      aim: '< 2000 ms',
    })
  }
  printTable('Files that were made to take long', rows)
}
