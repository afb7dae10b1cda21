/** PostgreSQL's code for a row that refers to one that does not exist. */
const foreignKeyViolation = '23503'

/** Returns true if the data belongs to something deleted meanwhile, such as a feed that has lost its followers. */
export function isOfWhatIsGone(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === foreignKeyViolation
}
