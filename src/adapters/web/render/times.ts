import { html } from 'hono/html'
import type { Html } from '../pages/frame.ts'

/** Beyond this, an exact time says more, in hours. */
const longestAgo = 24
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** How long before an instant something was published: "25 min", "5 h", "Fri 27 Nov"; the exact time on pointing at it. */
export function timeBefore(published: string, at: string): Html {
  const exact = `${published.slice(0, 16).replace('T', ' ')} UTC`
  return html`<time datetime="${published}" title="${exact}">${agoIn(published, at)}</time>`
}

function agoIn(published: string, at: string): string {
  const minutes = Math.floor((Date.parse(at) - Date.parse(published)) / 60_000)
  if (minutes >= 0 && minutes < 60) return `${Math.max(1, minutes)} min`
  if (minutes >= 0 && minutes < longestAgo * 60) return `${Math.floor(minutes / 60)} h`
  const date = new Date(published)
  return `${weekdays[date.getUTCDay()]} ${date.getUTCDate()} ${months[date.getUTCMonth()]}`
}
