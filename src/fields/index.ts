export * from './options'
export * from './relations'
