import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import type { Command } from '../../chat/commands/command.ts'

/** The file in a data folder that names the socket of the service using it. */
const nameFile = 'service.json'

/** The request for everything stored; any other request is a command, or a command for a workspace. */
export const dumpRequest = 'dump'

/** A command for a workspace: not as a field of the command, which an older service would carry out for its own. */
interface CommandFor {
  readonly workspace: string
  readonly command: Command
}

/** What is sent for a command, to be read by `commandIn`. */
export function requestOf(command: object, workspace: string | undefined): object {
  return workspace === undefined ? command : { workspace, command }
}

/** The command in a request, and the workspace that it is for; undefined for this computer's own. */
export function commandIn(request: Command | CommandFor): { command: Command; workspace?: string } {
  return 'workspace' in request ? request : { command: request }
}

/** A path short enough for a socket, different for each data folder and user. */
export function newSocketPath(folder: string): string {
  const hash = createHash('sha256')
    .update(`${userInfo().username}\u0000${resolve(folder)}`)
    .digest('hex')
    .slice(0, 16)
  return process.platform === 'win32' ? `\\\\.\\pipe\\onrecord-${hash}` : join(tmpdir(), `onrecord-${hash}.sock`)
}

export function nameFilePath(folder: string): string {
  return join(folder, nameFile)
}

/** The socket that a data folder names; undefined if no service has left one. */
export function namedSocket(folder: string): string | undefined {
  const file = nameFilePath(folder)
  if (!existsSync(file)) return undefined
  try {
    const named: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof named === 'object' && named !== null && 'socket' in named && typeof named.socket === 'string'
      ? named.socket
      : undefined
  } catch {
    return undefined
  }
}
