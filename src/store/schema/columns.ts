import type { ColumnType } from 'kysely'

/** Read as a Date, written as text. */
export type Instant = ColumnType<Date, string, string>
export type NullableInstant = ColumnType<Date | null, string | null, string | null>
/** jsonb: read as its value, written as text. */
export type Json<T> = ColumnType<T, string, string>
export type NullableJson<T> = ColumnType<T | null, string | null, string | null>
