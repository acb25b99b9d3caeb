import { canonicalName } from '@/screenplay'

/** What goes by several names. Stored lists of an older version, or of another program, may hold anything. */
export interface Named {
  name?: string | null
  aliases?: readonly unknown[] | null
}

export const aliasesOf = ({ aliases }: Named): string[] =>
  (aliases ?? []).filter((alias): alias is string => typeof alias === 'string' && alias.trim() !== '')

/** Canonical name → whose it is. Where one's alias is another's name, the name counts. */
export function byName<Doc extends Named, Holder>(
  docs: readonly Doc[],
  holderOf: (doc: Doc, isAlias: boolean) => Holder,
): Map<string, Holder> {
  const holders = new Map<string, Holder>()
  for (const doc of docs)
    for (const alias of aliasesOf(doc)) holders.set(canonicalName(alias), holderOf(doc, true))
  for (const doc of docs) if (doc.name) holders.set(canonicalName(doc.name), holderOf(doc, false))
  return holders
}
