/** `cli clock`: tells the product's time, and moves a test clock: by the server when one runs, else in the database. */
import { z } from 'zod';
import { clockSource, writeMapping } from '#db/clock.ts';
import type { Millis } from '#domain/time.ts';
import { clockMove, spanOf } from '#src/http/test-clock.ts';
import { texts } from '#text/cli.ts';
import { type Context, defineCommand, done, type Outcome, refuse } from './command.ts';
import { type Data, withData } from './database.ts';

type Move = z.output<typeof clockMove>;

export const clockCommand = defineCommand(
  '[--to ISO | --advance 2d|3h|90s]',
  { to: z.string().optional(), advance: z.string().optional() },
  async (context, { to, advance }) => {
    if (to === undefined && advance === undefined) return withData(context, async ({ clock }) => tell(clock.now()));
    if (to !== undefined && advance !== undefined) return { kind: 'usage' };
    const move = clockMove.safeParse(to === undefined ? { advance } : { to });
    if (!move.success) return refuse(texts.moveUnreadable(to ?? advance ?? ''));
    return withData(context, (data) => moveClock(context, data, move.data));
  },
);

const moveClock = async (context: Context, { db, clock, server }: Data, move: Move): Promise<Outcome> => {
  const mapping = await clockSource(db).readMapping();
  if (mapping === null) return refuse(texts.noTestClock);
  const now = clock.now();
  const to = 'to' in move ? Date.parse(move.to) : now + spanOf(move.advance);
  if (to < now) return refuse(texts.onlyForward(now));
  const moved = server.isShared ? await moveByServer(context, move) : null;
  if (moved !== null) return moved;
  // An embedded database is shared by a server that must ring what becomes due, so it has to be found.
  if (server.isShared && context.config.database.kind === 'embedded') return refuse(texts.noServer(rootOf(context)));
  await writeMapping(db, { realAt: clock.realNow(), productAt: to, speed: mapping.speed });
  return tell(to);
};

const Answer = z.object({ now: z.string() });

/** The server answers when all that became due has been done. @returns null when there is none at its address */
const moveByServer = async (context: Context, move: Move): Promise<Outcome | null> => {
  const response = await post(`${rootOf(context)}/test/clock`, move);
  if (response === null || response.status === 404) return null;
  const answer = Answer.safeParse(await response.json().catch(() => null));
  return answer.success ? tell(Date.parse(answer.data.now)) : refuse(texts.notMoved(response.status));
};

const post = async (url: string, body: object): Promise<Response | null> => {
  const headers = { 'content-type': 'application/json' };
  try {
    return await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  } catch (error) {
    if (error instanceof TypeError) return null; // what fetch throws when nobody listens
    throw error;
  }
};

/** Where the server of this configuration listens; one that listens everywhere is reached on this machine. */
const rootOf = ({ config }: Context): string => {
  const host = { '0.0.0.0': '127.0.0.1', '::': '::1' }[config.host] ?? config.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${config.port}`;
};

const tell = (now: Millis): Outcome => done({ now: new Date(now).toISOString() }, texts.now(now));
