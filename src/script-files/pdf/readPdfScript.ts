import { giveWay } from '@/lib/giveWay'
import { applyChoices, rulesToRemember } from '../printed/applyChoices'
import { toScript } from '../printed/toScript'
import type { ReadingChoices } from '../ReadingChoices'
import type { ScriptSource } from '../ScriptFormat'
import { readPdf } from './readPdf'

/** Reads a PDF as a script, corrected by what people decided; lines that are still doubtful are warnings. */
export async function readPdfScript(
  bytes: Uint8Array,
  choices?: ReadingChoices,
  onPage?: (fraction: number) => void,
): Promise<ScriptSource> {
  const reading = await readPdf(bytes, { onPage })
  // Other work gets its turn before the script is put together.
  await giveWay()
  if (!choices) return toScript(reading)
  return { ...toScript(applyChoices(reading, choices)), rules: rulesToRemember(reading, choices) }
}
