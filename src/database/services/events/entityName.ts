const IRREGULAR: Readonly<Record<string, string>> = { media: 'media', 'prompts-executed': 'prompt-executed' }

/** What one document of a collection is called in the type of an event: `scenes` → `scene`. */
export const entityName = (slug: string): string => IRREGULAR[slug] ?? slug.replace(/s$/, '')
