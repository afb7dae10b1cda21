/** Reads answers in lines, which models without a schema find easier to write, into the shape of any other answer. */

const topics: Readonly<Record<string, string>> = {
  HAPPENED: 'happened',
  UNKNOWN: 'unknown',
  SILENCE: 'silences',
  CONTEXT: 'context',
  WHY: 'why',
  NEXT: 'next',
}

/** Turns “CHECK …”, “HEADLINE …”, “SPEAKER name | standing | answers 3” and “- …” lines into the object described. */
export function linesToAnswer(text: string): unknown {
  const answer: Record<string, unknown> = {
    speakers: [],
    ...Object.fromEntries(Object.values(topics).map((key) => [key, []])),
  }
  let speaker: { says: string[] } | undefined
  for (const line of text.split(/\n+/).map((each) => each.trim())) {
    const [, word = '', rest = ''] = /^[#*\s]*([A-Z]{3,8}?)S?:?\**:?\s+(.*)$/.exec(line) ?? []
    if (word === 'CHECK' || word === 'HEADLINE') answer[word.toLowerCase()] = rest
    else if (word === 'SPEAKER') {
      speaker = speakerIn(rest)
      listAt(answer, 'speakers').push(speaker)
    } else if (topics[word]) listAt(answer, topics[word]).push(rest)
    else if (/^[-*•]\s*/.test(line)) speaker?.says.push(line.replace(/^[-*•]\s*/, ''))
  }
  return answer
}

function listAt(answer: Record<string, unknown>, key: string): unknown[] {
  const list = answer[key]
  return Array.isArray(list) ? list : []
}

function speakerIn(text: string) {
  const [name = '', ...rest] = text.split('|').map((part) => part.trim())
  const answers = rest.find((part) => /^answers?\b/i.test(part))
  const standing = rest.find((part) => part !== answers) ?? ''
  return { name, standing, says: [] as string[], answers: answers?.replace(/^answers?:?\s*/i, '') ?? null }
}

/** Turns “CHECK …” and “3 name | denied … [9]” lines into the object that they describe. */
export function linesToMended(text: string): unknown {
  const lines = text.split(/\n+/).map((each) => each.trim())
  const check = /^CHECK:?\s+(\S+)/m.exec(text)?.[1] ?? ''
  const mended = lines.flatMap((line) => {
    const [, fault, rest = ''] = /^(\d{1,2})[.):]?(?:\s+(.*))?$/.exec(line) ?? []
    if (fault === undefined) return []
    const parts = rest.split('|').map((part) => part.trim())
    const [name = '', said = ''] = parts.length > 1 ? parts : ['', rest]
    return [{ fault: Number(fault), name, text: said }]
  })
  return { check, mended }
}
