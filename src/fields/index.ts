export * from './oneLine'
export * from './options'
export * from './presentation'
export * from './relations'
