/**
 * What a failed call means, in the classes of errors.ts. The originals are dropped on purpose: grammY's errors carry
 * the payload (people's words) and the network's carry the URL (our token).
 */
import { GrammyError, HttpError } from 'grammy';
import { NOT_CONNECTED } from '../connect.ts';
import { Ambiguous, Credentials, GiveUp, Moved, Retry, RetryAt } from '../errors.ts';

/** `getUpdates` while a webhook is in force, or while another process polls. */
export class Conflict extends Retry {
  readonly webhook: boolean;
  constructor(message: string, webhook: boolean) {
    super(message);
    this.webhook = webhook;
  }
}

/** Anything that is neither an answer of the platform nor a failure of the network is ours, and stays as it is. */
export const faultOf = (error: unknown): unknown => {
  if (error instanceof GrammyError) return refusal(error);
  if (error instanceof HttpError) return networkFault(error);
  return error;
};

const refusal = (error: GrammyError): Error => {
  const { error_code: code, description, parameters } = error;
  // A description may quote a piece of what was sent.
  const message = `${error.method}: ${code} ${description.replace(/".*"/gs, '"…"')}`;
  if (parameters.migrate_to_chat_id !== undefined) return new Moved(message, String(parameters.migrate_to_chat_id));
  if (code === 429) return new RetryAt(message, (parameters.retry_after ?? 1) * 1_000);
  if (code === 401 || code === 404) return new Credentials(message);
  if (code === 409) return new Conflict(message, description.includes('webhook'));
  if (code >= 500) return new Retry(message);
  if (GONE.test(description)) return new GiveUp(message, 'gone');
  return new GiveUp(message, code === 403 ? 'blocked' : 'refused');
};

const GONE = /chat not found|user not found|PEER_ID_INVALID|deactivated|was deleted|file_id or the file is temporarily/;

/** grammY's own message names the method and nothing else. */
const networkFault = ({ message, error }: HttpError): Error => {
  const { code, type } = Object(error) as { code?: unknown; type?: unknown };
  if (code === NOT_CONNECTED) return new Retry(`${message} Not connected.`);
  if (type === 'no-redirect') return new Retry(`${message} The API root redirects.`);
  // Cut off, timed out, or answered by a gateway in words that are not the platform's: the call may have worked.
  return new Ambiguous(message);
};
