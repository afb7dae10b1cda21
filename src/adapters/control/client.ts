import { connect } from 'node:net'
import type { CommandAnswer } from '../../chat/command.ts'
import type { Desk } from '../../ports.ts'
import { namedSocket } from './address.ts'

/** How long an answer may take, in milliseconds: a digest may have to poll every feed first. */
const answerMs = 180_000

/** The desk of the service that holds a data folder; undefined when none can be reached. */
export async function connectControl(folder: string): Promise<Desk | undefined> {
  const path = namedSocket(folder)
  if (!path || !(await canConnect(path))) return undefined
  return { answer: (command) => exchange(path, JSON.stringify(command)) }
}

function canConnect(path: string): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(path)
    socket.once('connect', () => settle(socket.destroy() !== undefined))
    socket.once('error', () => settle(false))
  })
}

function exchange(path: string, request: string): Promise<CommandAnswer> {
  return new Promise((answer, fail) => {
    const socket = connect(path)
    let reply = ''
    socket.setEncoding('utf8').setTimeout(answerMs, () => socket.destroy(new Error('the service does not answer')))
    socket.on('data', (chunk: string) => {
      reply += chunk
    })
    socket.once('error', fail)
    socket.once('close', () => {
      try {
        answer(JSON.parse(reply) as CommandAnswer)
      } catch (cause) {
        fail(new Error('the service ended before it answered', { cause }))
      }
    })
    socket.end(request)
  })
}
