/** A job that a process has in hand. */
export interface HeldJob {
  /** As its queue knows it. */
  readonly job: string
  readonly queue: string
}
