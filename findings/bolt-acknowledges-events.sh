#!/bin/sh
# @slack/bolt 5.1.0 (npm): when an event of the Events API is acknowledged.
#
# Slack sends an event again if it is not acknowledged, so one would acknowledge it when it is stored, and Bolt's option
# processBeforeResponse (“true if listeners must have finished before the response”) sounds as if it did that. It is passed on only to the
# receivers that Bolt makes by itself. With a receiver that is given to the App, Socket Mode's own among them, the app calls ack() for an
# event before its first listener has run, with the option and without it. Commands wait for the listener's own ack(). A process that dies
# between the two has lost what Slack will not send again; where the listener writes to a database, that is every deployment now and then.
#
# What this means: hand the app an ack of your own that does nothing for events, and call the real one when processEvent has resolved,
# which it does when the listeners are done.
#
# Source: dist/App.js of the package; https://docs.slack.dev/apis/events-api/ on retries.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @slack/bolt@5.1.0 >/dev/null
cat >look.mjs <<'JS'
import assert from 'node:assert/strict'
import bolt from '@slack/bolt'

const seen = {}
for (const processBeforeResponse of [false, true]) {
  let app
  const receiver = { init: (given) => (app = given), start: async () => undefined, stop: async () => undefined }
  const steps = []
  const built = new bolt.App({
    receiver,
    processBeforeResponse,
    authorize: async () => ({ botToken: 'xoxb-none', botId: 'B1', botUserId: 'U0' }),
  })
  const later = () => new Promise((done) => setTimeout(done, 100))
  built.event('app_mention', async () => {
    await later()
    steps.push('event stored')
  })
  built.command('/note', async ({ ack }) => {
    await later()
    steps.push('command stored')
    await ack()
  })
  const event = { type: 'app_mention', user: 'U1', channel: 'C1', text: 'hello', ts: '1.1' }
  await app.processEvent({
    body: { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event },
    ack: async () => void steps.push('event acknowledged'),
  })
  await app.processEvent({
    body: { command: '/note', text: '', team_id: 'T1', user_id: 'U1', channel_id: 'C1', response_url: '' },
    ack: async () => void steps.push('command acknowledged'),
  })
  console.log(`processBeforeResponse ${processBeforeResponse}: ${steps.join(', ')}`)
  seen[processBeforeResponse] = steps
}
const steps = ['event acknowledged', 'event stored', 'command stored', 'command acknowledged']
assert.deepEqual(seen, { false: steps, true: steps })
JS
node look.mjs
# Seen:
# processBeforeResponse false: event acknowledged, event stored, command stored, command acknowledged
# processBeforeResponse true: event acknowledged, event stored, command stored, command acknowledged
