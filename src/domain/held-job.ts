/** A job that a process is working on. */
export interface HeldJob {
  /** The queue's id of it. */
  readonly job: string
  readonly queue: string
}
