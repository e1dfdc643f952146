/** The paths of the OpenAPI. What each refuses, and with which code, is documented. */
import type { Call, FakeChat } from '../zalo/world.ts';
import { OaError, type OaState, type Upload } from './state.ts';

type Payload = Call['payload'];
type Method = (state: OaState, payload: Payload) => unknown;

const HOUR = 3_600_000;
const OPEN_MS = 7 * 24 * HOUR;
const FREE_MS = 48 * HOUR;

const messageCs: Method = (state, payload) => {
  const chat = chatOf(state, payload, 'user_id');
  if (chat.isBlocked) throw new OaError(-213, 'User has not followed OA');
  const since = state.now() - chat.wroteAt;
  if (since > OPEN_MS) throw new OaError(-230, 'User has not interacted with the OA in the past 7 days');
  const sent = show(state, chat, payload.message);
  const isFree = since <= FREE_MS;
  return { ...sent, user_id: chat.id, quota: { quota_type: isFree ? 'reply' : 'purchase_quota' } };
};

const groupMessage: Method = (state, payload) => {
  const chat = chatOf(state, payload, 'group_id');
  return { ...show(state, chat, payload.message), group_id: chat.id };
};

const chatOf = ({ world }: OaState, payload: Payload, field: 'user_id' | 'group_id'): FakeChat => {
  const id = (Object(payload.recipient) as Record<string, unknown>)[field];
  if (typeof id !== 'string') throw new OaError(-201, `${field} is invalid`);
  const chat = world.chats.get(id);
  if (chat === undefined || chat.isGroup !== (field === 'group_id')) throw new OaError(-201, `${field} is invalid`);
  return chat;
};

type Button = { readonly title?: unknown; readonly type?: unknown; readonly payload?: unknown };
type Message = {
  readonly text?: unknown;
  readonly attachment?: {
    readonly type?: string;
    readonly payload?: {
      readonly token?: string;
      readonly buttons?: readonly Button[];
      readonly elements?: readonly { readonly media_type?: string; readonly attachment_id?: string }[];
    };
  };
};

const show = (state: OaState, chat: FakeChat, value: unknown): { message_id: string } => {
  const { text = '', attachment } = Object(value) as Message;
  if (typeof text !== 'string' || !text.isWellFormed() || text.length > 2_000)
    throw new OaError(-201, 'text is invalid');
  const { buttons = [], token, elements = [] } = attachment?.payload ?? {};
  if (chat.isGroup && buttons.length > 0) throw new OaError(-201, 'buttons are invalid in a group');
  if (chat.isGroup && /\[@/.test(text)) throw new OaError(-201, 'a mention that nobody meant');
  const file = fileOf(state, token ?? elements[0]?.attachment_id, token === undefined ? 'image' : 'file');
  if (text.trim() === '' && file === null) throw new OaError(-201, 'text is invalid');
  if (buttons.length > 5) throw new OaError(-201, 'buttons exceed 5');
  const shown = buttons.map(({ title, type, payload }) => {
    const isFit =
      typeof title === 'string' &&
      title.trim() !== '' &&
      title.length <= 100 &&
      typeof payload === 'string' &&
      payload.length <= 1_000;
    if (!isFit || type !== 'oa.query.hide') throw new OaError(-201, 'button is invalid');
    return { label: title, payload };
  });
  return { message_id: state.world.show(chat, { text, buttons: shown, file }).id };
};

const fileOf = ({ uploads }: OaState, id: string | undefined, kind: Upload['kind']): Upload | null => {
  if (id === undefined) return null;
  const found = uploads.get(id);
  if (found === undefined || found.kind !== kind) throw new OaError(-100, 'attachment expired');
  return found;
};

const upload =
  (kind: Upload['kind'], mimes: RegExp, limit: number): Method =>
  ({ uploads, world }, { name, mime, bytes }) => {
    if (!(bytes instanceof Buffer) || typeof mime !== 'string' || !mimes.test(mime) || bytes.length > limit) {
      throw new OaError(-201, 'file is invalid');
    }
    const id = `${kind}-${world.next()}`;
    uploads.set(id, { kind, name: String(name), bytes });
    return kind === 'image' ? { attachment_id: id } : { token: id };
  };

const byAccount: Method = (state, payload) => {
  const { user_id, template_id, template_data } = payload;
  if (typeof user_id !== 'string' || !state.world.chats.has(user_id)) throw new OaError(-201, 'user_id is invalid');
  return keepTemplate(state, { to: user_id, template_id, template_data });
};

type Given = { to: string; template_id: unknown; template_data: unknown };

const keepTemplate = ({ templates }: OaState, { to, template_id, template_data }: Given) => {
  if (typeof template_id !== 'string' || template_id === '') throw new OaError(-109, 'Template id invalid');
  const data = Object(template_data) as Record<string, string>;
  if (Object.keys(data).length === 0) throw new OaError(-111, 'Template data empty');
  templates.push({ to, template: template_id, data });
  return { message_id: `t${templates.length}`, user_id: to };
};

/** `84…` only: other forms are documented as taken, and not by all sources. */
const byPhone: Method = (state, { phone, template_id, template_data, tracking_id }) => {
  const { zbs } = state;
  if (typeof phone !== 'string' || !/^84\d{9}$/.test(phone)) throw new OaError(-108, 'Phone number is invalid');
  if (typeof tracking_id !== 'string' || tracking_id === '' || tracking_id.length > 48) {
    throw new OaError(-1122, 'tracking_id is invalid');
  }
  if (!zbs.approved.has(String(template_id))) throw new OaError(-109, 'Template id invalid');
  if (zbs.remainingToday === 0) throw new OaError(-144, 'Daily quota exceeded');
  if (!zbs.phones.has(phone)) throw new OaError(-118, 'Zalo account not existed');
  const { message_id } = keepTemplate(state, { to: phone, template_id, template_data });
  zbs.remainingToday -= 1;
  const quota = { dailyQuota: '500', remainingQuota: String(zbs.remainingToday) };
  return { msg_id: message_id, sent_time: String(state.now()), sending_mode: '1', quota };
};

const DOCUMENTS =
  /^(application\/pdf|application\/msword|application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document|text\/csv)$/;

export const METHODS: Readonly<Record<string, Method>> = {
  '/v3.0/oa/message/cs': messageCs,
  '/v3.0/oa/group/message': groupMessage,
  '/v2.0/oa/upload/image': upload('image', /^image\/(jpeg|png)$/, 1_000_000),
  '/v2.0/oa/upload/file': upload('file', DOCUMENTS, 5_000_000),
  '/v3.0/oa/message/template': byAccount,
  '/message/template': byPhone,
  '/template/info/v2': ({ zbs }, { template_id }) => {
    if (!zbs.approved.has(String(template_id))) throw new OaError(-109, 'Template id invalid');
    return { templateId: template_id, status: 'ENABLE', listParams: [{ name: 'noi_dung', require: true }] };
  },
  '/v2.0/oa/getoa': ({ oaId }) => ({
    oaid: oaId,
    name: 'Trợ lý Phối hợp',
    is_verified: true,
    package_name: 'Nâng cao',
  }),
  '/v3.0/oa/user/detail': ({ world }, { user_id }) => {
    const chat = world.chats.get(String(user_id));
    if (chat === undefined) throw new OaError(-213, 'User has not followed OA');
    return { user_id: chat.id, display_name: chat.title, user_is_follower: !chat.isBlocked };
  },
  '/v3.0/oa/quota/message': () => [{ quota_type: 'sub_quota', remain: 480, total: 500 }],
  '/v3.0/oa/quota/group': () => [{ asset_id: 'g1', valid_through: '31/12/2026', status: 'available' }],
  '/v3.0/oa/group/creategroupwithoa': ({ world }, { group_name, asset_id, member_user_ids }) => {
    if (!Array.isArray(member_user_ids) || member_user_ids.length < 1) throw new OaError(-201, 'members are invalid');
    if (asset_id !== 'g1') throw new OaError(-238, 'asset used');
    const group = world.addChat(`g${world.next()}`, String(group_name), true);
    return { group_id: group.id, group_link: `https://zalo.me/g/${group.id}` };
  },
  '/v3.0/oa/group/getgroup': ({ world }, { group_id }) => {
    const group = world.chats.get(String(group_id));
    if (group === undefined) throw new OaError(-403, 'OA is not in the group');
    return { group_id: group.id, group_info: { status: 'enabled', total_member: 3 } };
  },
};
