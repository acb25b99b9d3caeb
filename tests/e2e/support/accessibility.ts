import type { Page } from 'playwright-core'

/** What people with a small screen, a keyboard or a screen reader trip over; empty where nothing is wrong. */
export interface Obstacles {
  /** Reaches beyond the window's edge and cannot be scrolled to. */
  tooWide: string[]
  /** Can be pressed or filled in, and nothing says what it is. */
  unnamed: string[]
  /** How many main landmarks there are; exactly one is right. */
  mains: number
  /** Text whose contrast is below WCAG 2.2’s 4.5 to 1, or 3 to 1 where it is large (1.4.3). */
  faint: string[]
}

/** Roles of what is operated: these need a name (WCAG 2.2, 4.1.2). */
const OPERATED = new Set([
  'button',
  'checkbox',
  'combobox',
  'link',
  'listbox',
  'menuitem',
  'radio',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'textbox',
])

interface AXNode {
  ignored: boolean
  role?: { value?: string }
  name?: { value?: string }
  backendDOMNodeId?: number
}

/** Names as the browser itself computes them for screen readers. */
async function readNames(page: Page): Promise<Pick<Obstacles, 'unnamed' | 'mains'>> {
  const session = await page.context().newCDPSession(page)
  try {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AXNode[] }
    const heard = nodes.filter(({ ignored }) => !ignored)
    const unnamed: string[] = []
    for (const { role, name, backendDOMNodeId } of heard) {
      if (!OPERATED.has(role?.value ?? '') || name?.value?.trim()) continue
      const { object } = await session.send('DOM.resolveNode', { backendNodeId: backendDOMNodeId })
      const { result } = await session.send('Runtime.callFunctionOn', {
        objectId: object.objectId,
        returnByValue: true,
        functionDeclaration: `function () {
          const field = this.closest?.('.field-type')
          return (field ? field.className + ' ⟩ ' : '') + (this.outerHTML ?? String(this)).slice(0, 220)
        }`,
      })
      unnamed.push(`${role?.value}: ${result.value}`)
    }
    return { unnamed, mains: heard.filter(({ role }) => role?.value === 'main').length }
  } finally {
    await session.detach()
  }
}

/** Runs in the page. */
function readLooks(): Pick<Obstacles, 'tooWide' | 'faint'> {
  type Colour = [number, number, number, number]
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const known = new Map<string, Colour>()
  /** Any CSS colour as red, green, blue (0 to 255) and opacity (0 to 1). */
  const read = (css: string): Colour => {
    const before = known.get(css)
    if (before || !canvas) return before ?? [0, 0, 0, 0]
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = css
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
    const colour: Colour = [red, green, blue, alpha / 255]
    known.set(css, colour)
    return colour
  }
  const over = ([r, g, b, a]: Colour, below: Colour): Colour => [
    r * a + below[0] * (1 - a),
    g * a + below[1] * (1 - a),
    b * a + below[2] * (1 - a),
    1,
  ]
  // WCAG 2.2: relative luminance.
  const luminance = ([r, g, b]: Colour) => {
    const [x = 0, y = 0, z = 0] = [r, g, b].map((part) => {
      const value = part / 255
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const describe = (element: Element) =>
    `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}.${[...element.classList].join('.')} “${(element.textContent ?? '').trim().slice(0, 40)}”`

  /** What lies behind an element; null where it is a picture, of which styles tell nothing. */
  const backdrop = (element: Element): Colour | null => {
    const layers: Colour[] = []
    for (let at: Element | null = element; at; at = at.parentElement) {
      const style = getComputedStyle(at)
      if (style.backgroundImage !== 'none') return null
      const colour = read(style.backgroundColor)
      if (colour[3] > 0) layers.push(colour)
      if (colour[3] === 1) break
    }
    return layers.reduceRight<Colour>((below, layer) => over(layer, below), [255, 255, 255, 1])
  }
  const opacityOf = (element: Element) => {
    let opacity = 1
    for (let at: Element | null = element; at; at = at.parentElement)
      opacity *= Number(getComputedStyle(at).opacity)
    return opacity
  }
  const isShown = (element: Element) =>
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true, contentVisibilityAuto: true })
  // What cannot be used need not be readable at that contrast (1.4.3, incidental).
  const isOff = (element: Element) =>
    element.closest(':disabled, [aria-disabled="true"], [aria-hidden="true"], [inert]') !== null

  const faint: string[] = []
  const check = (element: Element, css: string, what: string) => {
    const style = getComputedStyle(element)
    const back = backdrop(element)
    const opacity = opacityOf(element)
    if (!back || opacity < 0.05) return
    const [r, g, b, a] = read(css)
    if (a === 0) return
    const front = over([r, g, b, a * opacity], back)
    const [lighter = 0, darker = 0] = [luminance(front), luminance(back)].sort((x, y) => y - x)
    const ratio = (lighter + 0.05) / (darker + 0.05)
    const size = Number.parseFloat(style.fontSize)
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
    if (ratio < (isLarge ? 3 : 4.5)) faint.push(`${ratio.toFixed(2)} ${what}${describe(element)}`)
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const seen = new Set<Element>()
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (!element || seen.has(element) || !walker.currentNode.textContent?.trim()) continue
    seen.add(element)
    if (['SCRIPT', 'STYLE', 'NOSCRIPT', 'OPTION', 'TITLE'].includes(element.tagName)) continue
    if (isShown(element) && !isOff(element)) check(element, getComputedStyle(element).color, '')
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea')) {
    if (!isShown(field) || isOff(field)) continue
    if (field.value) check(field, getComputedStyle(field).color, 'value of ')
    else if (field.placeholder)
      check(field, getComputedStyle(field, '::placeholder').color, 'placeholder of ')
  }

  // Where somebody can scroll to it within the page, or it is cut with an ellipsis, it is not lost.
  const width = document.documentElement.clientWidth
  const tooWide: string[] = []
  if (document.documentElement.scrollWidth > width)
    tooWide.push(`the page: ${document.documentElement.scrollWidth}`)
  const isKept = (element: Element): boolean => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      const { overflowX, position } = getComputedStyle(at)
      const { left, right } = at.getBoundingClientRect()
      if (overflowX !== 'visible' && right <= width + 1 && left >= -1) return true
      if (position === 'fixed') return false
    }
    return false
  }
  for (const element of document.querySelectorAll('body *')) {
    if (!isShown(element) || element.closest('[aria-hidden="true"], [inert], .sr-visually-hidden')) continue
    const { left, right, width: own, height } = element.getBoundingClientRect()
    if (own < 2 || height < 2 || (right <= width + 1 && left >= -1) || right <= 0 || isKept(element)) continue
    tooWide.push(`${Math.round(left)}–${Math.round(right)} ${describe(element)}`)
  }
  return { tooWide, faint }
}

/** Looks over the page as it is. */
export async function obstaclesOf(page: Page): Promise<Obstacles> {
  return { ...(await page.evaluate(readLooks)), ...(await readNames(page)) }
}
