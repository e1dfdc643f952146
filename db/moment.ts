/** A moment as a parameter of a comparison: written as timestamptz, though rows give it as milliseconds. */
import { type RawBuilder, sql } from 'kysely';
import type { Millis } from '#domain/time.ts';

export const moment = (at: Millis): RawBuilder<Millis> => sql<Millis>`${new Date(at)}::timestamptz`;
