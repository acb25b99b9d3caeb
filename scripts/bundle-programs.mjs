/** Part of the build: bundles the programs that run beside Next, so that none of them has to at its first start. */
import { bundle } from './bundle/bundle.mjs'

for (const entry of ['src/cli/main.ts', 'src/compute/process.ts', 'src/config/checkAtStart.ts'])
  await bundle(entry)
