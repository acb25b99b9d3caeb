export * from './engine'
export * from './provider'
export * from './storyboard'
export * from './task'
