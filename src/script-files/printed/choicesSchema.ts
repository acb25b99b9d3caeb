import { z } from 'zod'
import { MAX_RULES } from './applyChoices'
import { LINE_KINDS } from './kinds'

const text = z.string().max(5_000)
const kind = z.enum(LINE_KINDS)

const ruleSchema = z.strictObject({
  when: z.strictObject({
    kind,
    words: text.nullable(),
    x: z.number().min(-5_000).max(20_000).nullable(),
    zone: z.enum(['top', 'middle', 'bottom']).nullable(),
    after: text.nullable(),
    capitals: z.literal(true).optional(),
  }),
  make: z.strictObject({ kind: kind.optional(), text: text.optional() }),
})

/** The shape of `ReadingChoices`. */
export const choicesSchema = z.strictObject({
  rules: z.array(ruleSchema).max(MAX_RULES).default([]),
  lines: z
    .array(z.strictObject({ id: z.string().max(20), kind: kind.optional(), text: text.optional() }))
    .max(100_000)
    .default([]),
})

/** Rules as they were remembered; what is none, because another version wrote it, is left out. */
export function rememberedRules(stored: unknown) {
  const rules = (stored as { rules?: unknown } | null)?.rules
  if (!Array.isArray(rules)) return []
  return rules.flatMap((rule) => {
    const parsed = ruleSchema.safeParse(rule)
    return parsed.success ? [parsed.data] : []
  })
}
