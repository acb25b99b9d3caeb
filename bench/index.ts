import { benchStudio } from './lib/studio'

/**
 * Each question is one script. `npm run bench` asks all but the longest (damage), `npm run bench -- queue damage`
 * some.
 */
const benches: Record<string, () => Promise<void>> = {
  import: async () => (await import('./import')).benchImport(),
  pdf: async () => (await import('./pdf')).benchPdf(),
  draft: async () => (await import('./draft')).benchDraft(),
  drafts: async () => (await import('./draftApply')).benchDraftApply(),
  queue: async () => (await import('./queue')).benchQueue(),
  panels: async () => (await import('./panels')).benchPanels(),
  pipeline: async () => (await import('./pipeline')).benchPipeline(),
  responsiveness: async () => (await import('./responsiveness')).benchResponsiveness(),
  heavy: async () => (await import('./heavy')).benchHeavy(),
  server: async () => (await import('./server')).benchServer(),
  crafted: async () => (await import('./crafted')).benchCrafted(),
  damage: async () => (await import('./damage')).benchDamage(),
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
try {
  const asked = wanted.length > 0 ? wanted : Object.keys(benches).filter((name) => name !== 'damage')
  // The settings of the run must stand before anything reads them; damaged files need no studio.
  if (asked.some((name) => name !== 'damage' && name !== 'crafted')) await benchStudio()
  for (const name of asked) await benches[name]?.()
  process.exit(0)
} catch (error) {
  console.error(error)
  process.exit(1)
}
