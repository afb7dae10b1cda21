/** The part of Discord's interactions that we read; the same over the gateway and over HTTP. */
export interface Interaction {
  readonly id: string
  readonly token: string
  /** 1 ping, 2 command, 3 component, 4 autocomplete, 5 form. */
  readonly type: number
  readonly guild_id?: string
  readonly guild?: { readonly id: string }
  readonly channel_id?: string
  readonly member?: { readonly user: { readonly id: string }; readonly permissions: string }
  readonly user?: { readonly id: string }
  readonly data?: InteractionData
}

interface InteractionData {
  readonly name?: string
  /** The type of a command: 1 slash, 3 on a message. */
  readonly type?: number
  readonly options?: readonly InteractionOption[]
  readonly custom_id?: string
  readonly values?: readonly string[]
  readonly components?: readonly unknown[]
  readonly target_id?: string
  readonly resolved?: {
    readonly messages?: Readonly<
      Record<string, { readonly content?: string; readonly embeds?: readonly { readonly url?: string }[] }>
    >
    readonly attachments?: Readonly<Record<string, { readonly url: string; readonly size: number }>>
  }
}

export interface InteractionOption {
  readonly name: string
  readonly type?: number
  readonly value?: string | number | boolean
  readonly focused?: boolean
  readonly options?: readonly InteractionOption[]
}

/** Our immediate answer. */
export interface InteractionReply {
  /** 1 pong, 4 message, 5 message later, 6 update of the message later, 8 choices, 9 form. */
  readonly type: number
  readonly data?: object
}

export const onlyYou = 1 << 6

/** The verb of a command, and its options by name. */
export function optionsOf({ data }: Interaction): {
  readonly verb: string
  readonly options: ReadonlyMap<string, InteractionOption>
} {
  const [first] = data?.options ?? []
  const verb = first?.type === 1 ? first.name : ''
  const options = verb === '' ? (data?.options ?? []) : (first?.options ?? [])
  return { verb, options: new Map(options.map((option) => [option.name, option])) }
}

/** The values of a form's fields by field id, however deeply they are nested. */
export function fieldsOf({ data }: Interaction): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { custom_id: id, value: text, values } = value as Record<string, unknown>
    if (typeof id === 'string' && typeof text === 'string') fields.set(id, text)
    if (typeof id === 'string' && Array.isArray(values) && typeof values[0] === 'string') fields.set(id, values[0])
    for (const inner of Object.values(value)) look(inner)
  }
  look(data?.components)
  return fields
}
