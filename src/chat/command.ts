import type { Document } from './document.ts'

/** What a person can ask for, however they ask: on a command line, with a slash command, in a form. */
export type Command =
  | { readonly kind: 'add-feed'; readonly url: string }
  | { readonly kind: 'remove-feed'; readonly url: string }
  | { readonly kind: 'list-feeds' }
  | { readonly kind: 'import-feeds'; readonly opml: string }
  | { readonly kind: 'export-feeds' }
  /** Everything that is due is done, and a digest made of what is new. */
  | { readonly kind: 'digest-now' }
  | { readonly kind: 'list-editions' }
  /** One article, written up; all of its claims, or the most important. */
  | {
      readonly kind: 'summarize'
      readonly material: GivenMaterial
      readonly all: boolean
      readonly keepExchange?: boolean
    }
  /** What models have cost today. */
  | { readonly kind: 'show-usage' }

/** What somebody hands in: an address, words, or the bytes of a page or a text file as base64. */
export type GivenMaterial =
  | { readonly kind: 'given'; readonly text: string }
  | { readonly kind: 'html' | 'file'; readonly base64: string }

/** What comes back. */
export interface CommandAnswer {
  /** False when what was asked for could not be done. */
  readonly done: boolean
  readonly document: Document
  /** The same for programs: anything that JSON can hold. */
  readonly json: unknown
}
