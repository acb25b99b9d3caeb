import type { CollectionBeforeOperationHook } from 'payload'

interface Asked {
  select?: { dialogueLines?: boolean | { speakers?: boolean; character?: boolean } }
}

/** Who alone says a line is stored as its character: whoever selects the speakers has that read with them. */
export const speakersWithCharacter: CollectionBeforeOperationHook = ({ args }) => {
  const { select } = args as Asked
  const lines = select?.dialogueLines
  if (typeof lines !== 'object' || lines.speakers !== true || lines.character) return args
  return { ...args, select: { ...select, dialogueLines: { ...lines, character: true } } } as typeof args
}
