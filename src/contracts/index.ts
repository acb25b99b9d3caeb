export * from './provider'
export * from './storyboard'
