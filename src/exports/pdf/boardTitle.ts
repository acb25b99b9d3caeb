import type { StoryboardDocument } from '../storyboard-document'

type Titles = Pick<StoryboardDocument, 'projectTitle' | 'episodeTitle'>

/** The episode's own title; empty where it only repeats the project's, as for a film of one episode. */
export function ownEpisodeTitle({ projectTitle, episodeTitle }: Titles): string {
  const plain = (title: string) => title.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
  return plain(projectTitle) === plain(episodeTitle) ? '' : episodeTitle
}

/** Project and episode on one line, each once. */
export const boardTitle = (titles: Titles): string =>
  [titles.projectTitle, ownEpisodeTitle(titles)].filter(Boolean).join(' – ')
