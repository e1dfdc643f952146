/** What the account can be asked: who it is, who a person is, what it may still send, its groups. */
import { z } from 'zod';
import { type Client, queryOf } from './client.ts';

const id = z.union([z.string(), z.number()]).transform(String);

const oa = z.object({
  oaid: id.optional(),
  oa_id: id.optional(),
  name: z.string().default(''),
  is_verified: z.boolean().optional(),
  package_name: z.string().optional(),
  package_valid_through_date: z.string().optional(),
});

const user = z.object({
  user_id: id,
  display_name: z.string().default(''),
  user_is_follower: z.boolean().optional(),
  user_last_interaction_date: z.string().optional(),
});

const amount = z.object({ remain: z.coerce.number().optional(), total: z.coerce.number().optional() });
const template = z.object({
  status: z.string().default(''),
  listParams: z.array(z.object({ name: z.string(), require: z.boolean().optional() })).default([]),
});
const asset = z.object({ asset_id: id, valid_through: z.string().optional(), status: z.string().optional() });
const group = z.object({
  group_id: id.optional(),
  group_link: z.string().optional(),
  group_info: z.object({ status: z.string().optional(), total_member: z.coerce.number().optional() }).optional(),
});

export type Account = ReturnType<typeof createAccount>;

export const createAccount = (client: Client) => {
  const { apiRoot, templateApiRoot, forms } = client.config;
  const at = (path: string): string => `${apiRoot}${path}`;
  const groupQuery = (group_id: string): string =>
    forms.includes('data-group-query') ? queryOf({ group_id }) : `?group_id=${encodeURIComponent(group_id)}`;
  return {
    self: () => client.call({ name: 'getoa', url: at('/v2.0/oa/getoa'), schema: oa }),
    user: (user_id: string) =>
      client.call({ name: 'user/detail', url: at(`/v3.0/oa/user/detail${queryOf({ user_id })}`), schema: user }),
    /** What the account as a whole may send beyond the free window. */
    quota: () =>
      client.call({
        name: 'quota/message',
        url: at('/v3.0/oa/quota/message'),
        body: { quota_owner: 'OA', product_type: 'cs', quota_type: 'sub_quota' },
        schema: z.union([amount, z.array(amount)]).transform((found) => (Array.isArray(found) ? found : [found])),
      }),
    /** Whether it may be sent, and what it wants to be filled with. */
    template: (template_id: string) =>
      client.call({
        name: 'template/info',
        url: `${templateApiRoot}/template/info/v2?template_id=${encodeURIComponent(template_id)}`,
        ...{ schema: template, table: 'template' },
      }),
    /** Places for groups, bought by the account: each holds one group. */
    groupPlaces: (product_type: string) =>
      client.call({
        name: 'quota/group',
        url: at('/v3.0/oa/quota/group'),
        body: { quota_owner: 'OA', product_type, quota_type: 'sub_quota' },
        schema: z.array(asset),
      }),
    createGroup: (group_name: string, asset_id: string, member_user_ids: readonly string[]) =>
      client.call({
        name: 'group/creategroupwithoa',
        url: at('/v3.0/oa/group/creategroupwithoa'),
        body: { group_name, asset_id, member_user_ids },
        ...{ schema: group, isSeen: true },
      }),
    group: (groupId: string) =>
      client.call({
        name: 'group/getgroup',
        url: at(`/v3.0/oa/group/getgroup${groupQuery(groupId)}`),
        schema: group,
      }),
  };
};
