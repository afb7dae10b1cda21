/** What `--workspace` is for, in help. */
export const workspaceHelp = 'of this Slack workspace or Discord server, by id or name; of this computer if left out'

/** One of our ids that begins with a dash, as one in 64 does: it is no option. */
const dashed = /^-[\w-]{15}$/
const mark = 'id:'

/** Marks an id that would be read as an option; everything else stays as it is. */
export function asOperand(argument: string): string {
  return dashed.test(argument) ? `${mark}${argument}` : argument
}

/** An id as it was typed, without the mark. */
export function idIn(argument: string): string {
  return argument.startsWith(`${mark}-`) ? argument.slice(mark.length) : argument
}
