#!/bin/sh
# web-bot-auth 0.1.3 (npm): what it signs of a Signature-Agent that is a dictionary.
#
# One would guess that the reference library of Web Bot Auth signs requests that any implementation of RFC 9421 verifies. For the
# header's old form, a string, it does. The drafts since 2025 make it a dictionary, of which one member is signed:
# "signature-agent";key="sig1". The parameter then stands in Signature-Input, but what is signed is the whole header in place of the
# member (RFC 9421, section 2.1.2, asks for the member's value alone). Its own verify makes the same mistake and says yes;
# http-message-signatures says no, and so does http-message-sig from 0.3.0 on, the newer version of the library beneath it. Signing with
# one and verifying with the same one shows nothing.
#
# What this means: sign with http-message-sig 0.3.0 or newer directly, and let a second implementation verify it in a test.
#
# Source: the packages themselves; RFC 9421, section 2.1.2.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund web-bot-auth@0.1.3 http-message-sig@0.3.0 http-message-signatures@1.0.6 >/dev/null
cat >look.mjs <<'JS'
import assert from 'node:assert/strict'
import { generateKeyPairSync, sign } from 'node:crypto'
import { component, createSignature } from 'http-message-sig'
import { createVerifier, httpbis } from 'http-message-signatures'
import { signatureHeaders, verify } from 'web-bot-auth'
import { signerFromJWK, verifierFromJWK } from 'web-bot-auth/crypto'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const jwk = { ...privateKey.export({ format: 'jwk' }), kid: 'a-key' }
const url = 'https://news.example/'
const created = new Date()
const times = { created, expires: new Date(created.getTime() + 60_000) }

async function signed(agent, components) {
  const request = new Request(url, { headers: { 'signature-agent': agent } })
  const made = await signatureHeaders(request, await signerFromJWK(jwk), { ...times, ...(components ? { components } : {}) })
  return { 'signature-agent': agent, signature: made['Signature'], 'signature-input': made['Signature-Input'] }
}

async function verified(headers) {
  const own = await verify(new Request(url, { headers }), await verifierFromJWK(publicKey.export({ format: 'jwk' }))).then(
    () => true,
    () => false,
  )
  const keyLookup = async ({ keyid }) => ({ id: keyid, algs: ['ed25519'], verify: createVerifier(publicKey, 'ed25519') })
  const other = await httpbis.verifyMessage({ keyLookup }, { method: 'GET', url, headers: { host: 'news.example', ...headers } })
  return { own, other }
}

const text = await verified(await signed('"https://bot.example"'))
console.log('a string:               web-bot-auth', text.own, '· http-message-signatures', text.other)
assert.deepEqual(text, { own: true, other: true })

const member = { name: 'signature-agent', parameters: new Map([['key', 'sig1']]) }
const dictionary = await verified(await signed('sig1="https://bot.example"', ['@authority', member]))
console.log('a dictionary:           web-bot-auth', dictionary.own, '· http-message-signatures', dictionary.other)
assert.deepEqual(dictionary, { own: true, other: false })

const fields = await createSignature(
  { kind: 'request', method: 'GET', targetUri: url, fields: [{ name: 'signature-agent', value: 'sig1="https://bot.example"' }] },
  {
    label: 'sig1',
    components: ['@authority', component('signature-agent', { key: 'sig1' })],
    parameters: {
      created: Math.floor(created.getTime() / 1_000),
      expires: Math.floor(times.expires.getTime() / 1_000),
      keyid: 'a-key',
      alg: 'ed25519',
      tag: 'web-bot-auth',
    },
    signer: { algorithm: 'ed25519', sign: (data) => sign(null, data, privateKey) },
  },
)
const newer = await verified({
  'signature-agent': 'sig1="https://bot.example"',
  signature: fields.signature,
  'signature-input': fields.signatureInput,
})
console.log('http-message-sig 0.3.0: http-message-signatures', newer.other)
assert.equal(newer.other, true)
JS
node look.mjs
# Seen:
# a string:               web-bot-auth true · http-message-signatures true
# a dictionary:           web-bot-auth true · http-message-signatures false
# http-message-sig 0.3.0: http-message-signatures true
