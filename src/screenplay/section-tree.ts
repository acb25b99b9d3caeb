import { plainText } from './fountain/plain-text'
import type { BreakdownSection, Section, Synopsis } from './types'

/** Keeps track of which act, sequence, … the script is in. */
export class SectionTree {
  readonly list: BreakdownSection[] = []
  /** Sections that are open now, outermost first; their depths increase. */
  private path: BreakdownSection[] = []
  /** True from a section until the next heading: a synopsis there describes the section. */
  isAwaitingScene = false

  /** A section closes those of its own depth and deeper. Depths may be skipped: `#` then `###`. */
  open(section: Section): void {
    const title = plainText(section.text).trim()
    this.path = this.path.filter(({ depth }) => depth < section.depth)
    const opened: BreakdownSection = {
      title,
      depth: section.depth,
      path: [...this.path.map((enclosing) => enclosing.title), title],
      synopsis: '',
      range: section.range,
    }
    this.path.push(opened)
    this.list.push(opened)
    this.isAwaitingScene = true
  }

  addSynopsis({ text }: Synopsis): void {
    const section = this.path.at(-1)
    if (section) section.synopsis = [section.synopsis, plainText(text).trim()].filter(Boolean).join('\n')
  }

  /** @returns the titles that enclose the scene which begins here, outermost first. */
  openScene(): string[] {
    this.isAwaitingScene = false
    return this.path.map(({ title }) => title)
  }
}
