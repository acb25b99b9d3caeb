/** What a user's choice of a project for all lists is kept under, among their preferences of the admin panel. */
export const CURRENT_PROJECT_KEY = 'current-project'

/** Its value: the project's id, or null for all of them. */
export interface CurrentProjectPreference {
  project: string | null
}
