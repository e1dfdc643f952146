/**
 * ZBS: an approved template, to an account of ours or to a phone number. The way that stays when somebody has not written
 * for a week; it is paid for, and says only what the template says.
 */
import { z } from 'zod';
import type { NotifyTo, TemplateData } from '../channel.ts';
import { GiveUp } from '../errors.ts';
import type { Client } from './client.ts';

const id = z.union([z.string(), z.number()]).transform(String);
const sent = z
  .object({ message_id: id.optional(), msg_id: id.optional() })
  .transform(({ message_id, msg_id }) => message_id ?? msg_id ?? null);

/** The platform's own limit. */
const TRACKING_LIMIT = 48;

type Notifying = {
  readonly client: Client;
  readonly to: NotifyTo;
  readonly template: string;
  readonly data: TemplateData;
  readonly options: { readonly key: string; readonly signal: AbortSignal };
};

export const notify = async ({ client, to, template, data, options }: Notifying): Promise<string | null> => {
  const { config } = client;
  const common = { template_id: template, template_data: data };
  const how = { schema: sent, table: 'template' as const, signal: options.signal, isSeen: true };
  if ('address' in to) {
    const user = config.forms.includes('nested-user-id')
      ? { recipient: { user_id: to.address } }
      : { user_id: to.address };
    const url = `${config.apiRoot}/v3.0/oa/message/template`;
    return client.call({ name: 'message/template by account', url, body: { ...user, ...common }, ...how });
  }
  const body = { phone: internationalOf(to.phone), ...common, tracking_id: options.key.slice(0, TRACKING_LIMIT) };
  const url = `${config.templateApiRoot}/message/template`;
  return client.call({ name: 'message/template by phone', url, body, ...how });
};

/** `84…`, however it was written down. */
const internationalOf = (phone: string): string => {
  const digits = phone.replaceAll(/[^\d]/g, '');
  const number = digits.startsWith('0') ? `84${digits.slice(1)}` : digits;
  const whole = number.startsWith('84') ? number : `84${number}`;
  if (!/^84\d{8,10}$/.test(whole)) throw new GiveUp('message/template: no phone number', 'refused');
  return whole;
};
