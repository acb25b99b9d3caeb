export { cameraMarks } from './cameraMarks'
export type { Area, Mark } from './marks'
export { HALO_SHARE } from './marks'
export { marksToSvg } from './marksToSvg'
