export { findFfmpeg, hasFfmpeg } from './ffmpeg'
export { type ScheduledLine, scheduleLines } from './scheduleLines'
export * from './types'
export { type WriteAnimaticOptions, writeAnimatic } from './writeAnimatic'
