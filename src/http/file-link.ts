/**
 * Links that open one stored file for some time: what a chat that takes no files gets in their place. Whoever has the
 * link has the file, so it ends soon, names nothing, and is signed: number, end and signature.
 */
import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { isSameSecret } from '#channels/secret.ts';
import { fileHeaders } from '#channels/web/file-headers.ts';
import type { Db } from '#db/client.ts';
import { readBytes, storedFile } from '#db/file.ts';
import { endingOf } from '#domain/document/file.ts';
import { DAY, type Millis, SECOND } from '#domain/time.ts';
import type { OutboundFile } from '#message/outbound.ts';
import { texts } from '#text/file-link.ts';

/** What is sent in the evening is opened in the morning. */
export const LINK_LIVES_MS = DAY;

const PATH = '/files';

/** @param secret the application's key. @returns the path of a link, to be put after the public address */
export const fileLinkPath = (secret: string, file: Pick<OutboundFile, 'fileId' | 'name'>, now: Millis): string => {
  const ends = Math.ceil((now + LINK_LIVES_MS) / SECOND).toString(36);
  const what = `${file.fileId}.${ends}`;
  // A name with an ending: some platforms fetch pictures only from such addresses.
  return `${PATH}/${what}.${signature(secret, what)}/tep.${endingOf(file.name) || 'bin'}`;
};

/** @returns the file's number, or why there is none */
export const readFileLink = (secret: string, token: string, now: Millis): number | 'wrong' | 'over' => {
  const [id = '', ends = '', mac = '', ...rest] = token.split('.');
  if (rest.length > 0 || !isSameSecret(mac, signature(secret, `${id}.${ends}`))) return 'wrong';
  return Number.parseInt(ends, 36) * SECOND < now ? 'over' : Number(id);
};

/** 128 bits of it: a link is read in a chat, and these are far beyond guessing. */
const signature = (secret: string, what: string): string =>
  createHmac('sha256', secret).update(`file-link:${what}`).digest('base64url').slice(0, 22);

export type FileLinkDeps = { readonly db: Db; readonly secret: string; readonly now: () => Millis };

export const fileLinkRoute = (app: FastifyInstance, { db, secret, now }: FileLinkDeps): void => {
  app.get<{ Params: { token: string; name: string } }>(`${PATH}/:token/:name`, async ({ params }, reply) => {
    const found = readFileLink(secret, params.token, now());
    const file = typeof found === 'number' ? await storedFile(db, found) : null;
    if (file === null) {
      return reply
        .code(found === 'over' ? 410 : 404)
        .type('text/plain; charset=utf-8')
        .send(found === 'over' ? texts.over : texts.wrong);
    }
    // Not kept on the way, nor on a shared machine.
    const headers = { ...fileHeaders(file), 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' };
    return reply.headers(headers).send(Buffer.from(await readBytes(db, file.id)));
  });
};
