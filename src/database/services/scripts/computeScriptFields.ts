import { measureScriptApart } from './readApart'

interface ScriptFields {
  text?: string | null
  version?: number | null
  wordCount?: number | null
  pageCount?: number | null
  estimatedDuration?: number | null
  [key: string]: unknown
}

/** Word count, pages, duration and version, computed from the text whenever it changed. */
export async function computeScriptFields(
  script: ScriptFields,
  before?: ScriptFields,
): Promise<ScriptFields> {
  if (script.text === undefined || (before && script.text === before.text)) {
    return {
      ...script,
      version: before?.version ?? script.version ?? 0,
      wordCount: before?.wordCount ?? 0,
      pageCount: before?.pageCount ?? 0,
      estimatedDuration: before?.estimatedDuration ?? 0,
    }
  }
  const text = script.text ?? ''
  const measure = await measureScriptApart(text)
  return {
    ...script,
    version: text.trim() === '' && !before?.text ? 0 : (before?.version ?? 0) + 1,
    wordCount: measure.wordCount,
    pageCount: measure.pageCount,
    estimatedDuration: measure.durationSeconds,
  }
}
