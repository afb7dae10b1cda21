import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'

/** Encrypts texts with the secret in the settings, so that a stolen database reveals none of them. */
export interface Vault {
  seal(text: string): string
  /** Undefined if the text was not sealed with this secret. */
  open(sealed: string): string | undefined
}

/** Makes a vault that only the holder of the secret can open. */
export function createVault(secret: string): Vault {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'onrecord tokens', 32))
  return {
    seal(text) {
      const start = randomBytes(12)
      const cipher = createCipheriv(algorithm, key, start)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return [start, cipher.getAuthTag(), body].map((part) => part.toString('base64url')).join('.')
    },
    open(sealed) {
      const [start, tag, body] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'))
      if (!start || !tag || !body) return undefined
      try {
        const decipher = createDecipheriv(algorithm, key, start)
        decipher.setAuthTag(tag)
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
