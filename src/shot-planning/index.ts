export { type Coverage, coverageOf, type ScenePage, type ShotCover } from './coverage/coverageOf'
export { type FittedScene, fitShots, type StandingShot } from './coverage/fitShots'
export { suggestShots } from './suggestShots'
