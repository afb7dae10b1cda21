import type { Document } from '../document.ts'
import type { CommandKind, Commands } from './command.ts'
import type { OrderField } from './order.ts'

/** The result of a command: its answer, or the reason why it was not done. */
export type Reply<Kind extends CommandKind = CommandKind> = Answer<Commands[Kind]['data']> | Refusal

export interface Answer<Data> {
  readonly done: true
  readonly document: Document
  readonly data: Data
}

/** Why something was not done. Programs go by the code, people read the document. */
export interface Refusal {
  readonly done: false
  readonly code: RefusalCode
  /** The part of an order or of a story that is at fault, if the refusal concerns one. */
  readonly field?: FormField
  /** The reason in one line, for programs. */
  readonly text: string
  /** The reason with all its details. */
  readonly document: Document
  /** Further data for programs, next to `error` and `code`. */
  readonly data?: object
}

export type RefusalCode =
  /** The person may not do this. */
  | 'not-allowed'
  /** The request is ambiguous or impossible. */
  | 'unclear'
  /** The subject does not exist, or no longer does. */
  | 'not-found'
  /** The subject was withdrawn. */
  | 'taken-back'
  /** A site, a feed or a page could not be read. */
  | 'unreadable'
  /** A platform refused the post. */
  | 'not-posted'
  /** Too much at once, or too often. */
  | 'limit'
  /** Something else is in progress; it can be tried again later. */
  | 'busy'
  /** The fault is on our side. */
  | 'failed'

/** A refusal as programs get it, with more of it beside these two. */
export interface RefusalJson {
  readonly error: string
  readonly code: RefusalCode
}

/** A reply as programs get it: its data, or the reason under `error` with its code. */
export function jsonOf<Data>(reply: Answer<Data> | Refusal): Data | RefusalJson {
  return reply.done ? reply.data : { error: reply.text, code: reply.code, ...reply.data }
}

/** The fields of all forms that can be at fault. */
export type FormField = OrderField | 'headline' | 'summary'
