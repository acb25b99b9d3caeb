import type { FileTally, TaskHandler } from '@/contracts'
import { MediaService } from '@/database/services/MediaService'
import { counted } from '@/lib/counted'

/** The result is shown with the task: the counts are whole, the lists are cut. */
const SHOWN = 200

const cut = ({ names, ...counts }: FileTally) => ({ ...counts, names: names.slice(0, SHOWN) })

/** Names files without a record and records without a file, and removes those of the former that are a day old. */
export const sweepMedia: TaskHandler = {
  type: 'sweep-media',
  label: 'Sweep the media storage',
  async run(ports) {
    ports.progress(1, 'Looking at files')
    const report = await new MediaService({ payload: ports.payload }).sweep({
      signal: ports.signal,
      onProgress: (files, records) =>
        records === 0
          ? ports.progress(25, `Looked at ${counted(files, 'file')}`)
          : ports.progress(75, `Looked at ${counted(files, 'file')} and ${counted(records, 'record')}`),
    })
    const { orphans, young, missing, listed: _, ...rest } = report
    return {
      result: {
        ...rest,
        orphans: cut(orphans),
        young: cut(young),
        missing: { count: missing.count, files: missing.files.slice(0, SHOWN) },
      },
    }
  },
}
