import { ratio, type Share } from '../../evaluation/score.ts'

/** How the evaluation commands print figures. */

export function row(name: string, value: string): string {
  return `  ${name.padEnd(38)} ${value}`
}

export function share(value: Share): string {
  return `${percent(ratio(value))}   (${value.right} of ${value.of})`
}

export function percent(value: number): string {
  return (100 * value).toFixed(1)
}
