/** PostgreSQL's code for a row that points to one that is not there. */
const foreignKeyViolation = '23503'

/** Whether what was to be kept belongs to something that was erased meanwhile, as a feed that nobody follows any more. */
export function isOfWhatIsGone(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === foreignKeyViolation
}
