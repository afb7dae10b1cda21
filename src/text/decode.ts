/**
 * The encoding used if no other fits; browsers read several other names as this one: https://encoding.spec.whatwg.org
 */
const fallback = 'windows-1252'
/** How many bytes at the start of a document are searched for its declared encoding. */
const declarationBytes = 2048

/**
 * Turns bytes into text, by the first encoding found: the byte order mark's, the HTTP header's, the document's own,
 * UTF-8 if the bytes are valid, or windows-1252. Never throws.
 */
export function decodeText(body: Uint8Array, contentType: string): string {
  const marked = markedEncoding(body)
  if (marked) return decodeAs(body, marked)
  const declared = [charsetOf(contentType), declaredEncoding(body)].find((name) => name && !isMisnamed(name, body))
  // A declaration of UTF-8 that the bytes contradict is more often wrong than right.
  if (declared && !/^utf-?8$/i.test(declared)) return decodeAs(body, declared)
  return decodeStrictly(body) ?? decodeDamaged(body)
}

/** Reads invalid UTF-8: as windows-1252 if broken characters outnumber the intact non-ASCII ones, else as damaged UTF-8. */
function decodeDamaged(body: Uint8Array): string {
  const text = decodeAs(body, 'utf-8')
  const broken = text.match(/\ufffd/g)?.length ?? 0
  const whole = text.match(/[\u0080-\ufffc]/g)?.length ?? 0
  return broken > whole ? decodeAs(body, fallback) : text
}

function charsetOf(contentType: string): string | undefined {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1]
}

function markedEncoding(body: Uint8Array): string | undefined {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8'
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le'
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be'
  return undefined
}

/** True for an encoding of two or four bytes a letter, named for bytes that begin with a letter each: <?xml, <html. */
function isMisnamed(encoding: string, body: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = body
  return /^(?:utf-?(?:16|32)|ucs-?[24])/i.test(encoding) && first > 0 && second > 0 && third > 0
}

function declaredEncoding(body: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1')
    .decode(body.subarray(0, declarationBytes))
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
  return (
    /^<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/i.exec(head.trimStart())?.[1] ??
    /<meta[^>]*charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1]
  )
}

function decodeStrictly(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return undefined
  }
}

function decodeAs(body: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(body)
  } catch {
    return new TextDecoder(fallback).decode(body)
  }
}
