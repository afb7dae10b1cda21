import { Pool } from 'pg'

/** Creates an empty database on a server, replacing any of the same name; returns its URL. */
export async function freshDatabase(server: string, name: string): Promise<string> {
  const admin = new Pool({ connectionString: server, max: 1 })
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query(`create database ${name}`)
  await admin.end()
  return new URL(name, server).href
}
