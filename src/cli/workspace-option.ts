/** What `--workspace` is for, in help. */
export const workspaceHelp = 'of this Slack workspace or Discord server, by id or name; of this computer if left out'
