export { type Coverage, coverageOf, type ScenePage, type ShotCover } from './fit/coverageOf'
export { type FittedScene, fitShots, type StandingShot } from './fit/fitShots'
export { movesOf, placedAmong, type SceneWithShots, type ShotMove } from './fit/movesOf'
export { suggestShots } from './suggestShots'
