declare const importMap: Record<string, unknown>
export { importMap }
