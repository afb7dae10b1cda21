import type { Context, MiddlewareHandler } from 'hono'

const policy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Headers by which a page loads nothing but its style, cannot be framed, and hides its address from other sites. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  context.header('content-security-policy', policy)
  context.header('x-content-type-options', 'nosniff')
  // “no-referrer” would make browsers hide the origin of our own forms, by which we recognise them.
  context.header('referrer-policy', 'same-origin')
  context.header('cache-control', 'no-store')
}

/**
 * Lets in only requests that name this computer as their host, since others could point a name here, and rejects forms
 * and scripts of other sites.
 */
export const localOnly: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? ''
  if (!/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host))
    return context.text('This page can only be opened on this computer.', 421)
  if (
    context.req.method !== 'GET' &&
    context.req.method !== 'HEAD' &&
    !isOfProgram(context) &&
    !isSameSite(context.req.header('origin'), context.req.header('sec-fetch-site'), host)
  ) {
    return context.text('This form can only be sent from its own page.', 403)
  }
  return await next()
}

/** True for a request of an assistant's program: browsers say where theirs come from, and cannot leave that out. */
function isOfProgram({ req }: Context): boolean {
  return req.path === '/mcp' && req.header('origin') === undefined && req.header('sec-fetch-site') === undefined
}

/** Rejects forms of other sites. Behind a proxy the scheme is not known, so only hosts are compared. */
export const sameOrigin: MiddlewareHandler = async (context, next) => {
  if (context.req.method === 'GET' || context.req.method === 'HEAD') return await next()
  const fetchSite = context.req.header('sec-fetch-site')
  const origin = context.req.header('origin') ?? ''
  const isOurs = URL.canParse(origin) && new URL(origin).host === context.req.header('host')
  if (fetchSite === 'same-origin' || (fetchSite === undefined && isOurs)) return await next()
  return context.text('This form can only be sent from its own page.', 403)
}

function isSameSite(origin: string | undefined, fetchSite: string | undefined, host: string): boolean {
  if (fetchSite !== undefined && fetchSite !== 'same-origin') return false
  return origin === `http://${host}` || (origin === undefined && fetchSite === 'same-origin')
}
