import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import type { Command, CommandKind } from '../../chat/commands/command.ts'
import type { Reply } from '../../chat/commands/reply.ts'
import type { Operator } from '../../ports.ts'
import { dumpRequest, namedSocket, requestOf } from './address.ts'

/** How long an answer may take, in milliseconds: a digest may have to poll every feed first. */
const answerMs = 180_000

/** What the running service does for the command line. */
export interface Control extends Operator {
  /** Everything stored, line by line. */
  dump(): AsyncIterable<string>
}

/** Connects to the service that holds a data folder; undefined if none can be reached. */
export async function connectControl(folder: string): Promise<Control | undefined> {
  const path = namedSocket(folder)
  if (!path || !(await canConnect(path))) return undefined
  return {
    answer: (command, workspace) => exchange(path, command, workspace),
    dump: () => {
      const socket = connect(path)
      socket.end(dumpRequest)
      return createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })
    },
  }
}

function canConnect(path: string): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(path)
    socket.once('connect', () => settle(socket.destroy() !== undefined))
    socket.once('error', () => settle(false))
  })
}

function exchange<Kind extends CommandKind>(
  path: string,
  command: Command<Kind>,
  workspace: string | undefined,
): Promise<Reply<Kind>> {
  return new Promise((answer, fail) => {
    const socket = connect(path)
    let reply = ''
    socket.setEncoding('utf8').setTimeout(answerMs, () => socket.destroy(new Error('the service isn’t answering')))
    socket.on('data', (chunk: string) => {
      reply += chunk
    })
    socket.once('error', fail)
    socket.once('close', () => {
      try {
        answer(asReply<Kind>(JSON.parse(reply)))
      } catch (cause) {
        const isSyntax = cause instanceof SyntaxError
        fail(isSyntax ? new Error('the service stopped before it answered', { cause }) : cause)
      }
    })
    socket.end(JSON.stringify(requestOf(command, workspace)))
  })
}

/** A reply as this version makes it: while Onrecord is updated, the service that is running may be an older one. */
function asReply<Kind extends CommandKind>(reply: unknown): Reply<Kind> {
  const isOurs = typeof reply === 'object' && reply !== null && ('data' in reply || 'code' in reply)
  if (!isOurs) throw new Error('the running service is of another version; restart it')
  return reply as Reply<Kind>
}
