import { Pool } from 'pg'

/** Makes an empty database on a server, in the place of one of that name; returns its address. */
export async function freshDatabase(server: string, name: string): Promise<string> {
  const admin = new Pool({ connectionString: server, max: 1 })
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query(`create database ${name}`)
  await admin.end()
  return new URL(name, server).href
}
