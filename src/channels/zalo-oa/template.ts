/**
 * ZBS: an approved template, to an account of ours or to a phone number. The way that stays when somebody has not written
 * for a week; it is paid for, and says only what the template says.
 */
import { z } from 'zod';
import type { Address } from '#message/inbound.ts';
import type { TemplateData } from '../channel.ts';
import type { Client } from './client.ts';

const id = z.union([z.string(), z.number()]).transform(String);
const sent = z
  .object({ message_id: id.optional(), msg_id: id.optional() })
  .transform(({ message_id, msg_id }) => message_id ?? msg_id ?? null);

type Notifying = {
  readonly client: Client;
  readonly address: Address;
  readonly template: string;
  readonly data: TemplateData;
  readonly options: { readonly key: string; readonly signal: AbortSignal };
};

export const notify = ({ client, address, template, data, options }: Notifying): Promise<string | null> => {
  const { config } = client;
  const to = config.forms.includes('nested-user-id') ? { recipient: { user_id: address } } : { user_id: address };
  return client.call({
    name: 'message/template',
    url: `${config.apiRoot}/v3.0/oa/message/template`,
    body: { ...to, template_id: template, template_data: data },
    ...{ schema: sent, table: 'template', signal: options.signal, isSeen: true },
  });
};

type ByPhone = Omit<Notifying, 'address'> & { readonly phone: string };

/** Its answer, and the word that it arrived, carry the key: the platform tells nothing else of ours there. */
export const notifyPhone = ({ client, phone, template, data, options }: ByPhone): Promise<string | null> =>
  client.call({
    name: 'message/template by phone',
    url: `${client.config.templateApiRoot}/message/template`,
    body: { phone, template_id: template, template_data: data, tracking_id: options.key },
    ...{ schema: sent, table: 'template', signal: options.signal, isSeen: true },
  });
