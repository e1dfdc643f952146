/** Who we are. The bot's id is the first half of its token; its names are asked for once, and their lack harms little. */
import { z } from 'zod';
import type { Client } from './client.ts';

const me = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  account_name: z.string().optional(),
  display_name: z.string().optional(),
  can_join_groups: z.boolean().optional(),
});

export type Me = z.infer<typeof me>;

export const askWhoWeAre = (client: Client): Promise<Me> => client.call('getMe', {}, me);

export const botIdOf = (token: string): string => token.split(':')[0] ?? '';
