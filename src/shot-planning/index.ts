export { suggestShots } from './suggestShots'
