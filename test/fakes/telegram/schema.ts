/**
 * Which fields a method has and what values they take, as data; the names of types are those of the published method
 * list, so that `spec.ts` can put the whole list in place of this table. Stricter than the platform in one thing: it
 * ignores unknown fields, and we must not send any.
 */
import { badRequest } from './api-error.ts';

export type Field = { readonly name: string; readonly types: readonly string[]; readonly required: boolean };
export type TypeShape = { readonly fields: readonly Field[]; readonly subtypes: readonly string[] };
export type Schema = {
  readonly methods: ReadonlyMap<string, readonly Field[]>;
  readonly types: ReadonlyMap<string, TypeShape>;
};

/** A file of a multipart body. */
export class Upload {
  readonly name: string;
  readonly bytes: Buffer;
  constructor(name: string, bytes: Buffer) {
    this.name = name;
    this.bytes = bytes;
  }
}

export type Payload = Readonly<Record<string, unknown>>;

/** `!` marks what is required, `[]` an array, `|` alternatives. */
const fields = (line: string): Field[] =>
  line
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [name = '', types = ''] = word.split(':');
      return {
        name: name.replace('!', ''),
        required: name.endsWith('!'),
        types: types
          .split('|')
          .map((type) => type.replace(/^(.*)\[\]\[\]$/, 'Array of Array of $1').replace(/^(.*)\[\]$/, 'Array of $1')),
      };
    });

const PLACE = 'chat_id!:Integer|String message_thread_id:Integer reply_parameters:ReplyParameters';
const WORDS = 'parse_mode:String link_preview_options:LinkPreviewOptions';
const MARKUP = 'reply_markup:InlineKeyboardMarkup|ForceReply';

const METHODS = {
  getMe: '',
  getChatMember: 'chat_id!:Integer|String user_id!:Integer',
  getUpdates: 'offset:Integer limit:Integer timeout:Integer allowed_updates:String[]',
  setWebhook:
    'url!:String secret_token:String max_connections:Integer allowed_updates:String[] drop_pending_updates:Boolean',
  deleteWebhook: 'drop_pending_updates:Boolean',
  getWebhookInfo: '',
  setMyCommands: 'commands!:BotCommand[] scope:BotCommandScope',
  getMyCommands: 'scope:BotCommandScope',
  sendMessage: `${PLACE} text!:String ${WORDS} ${MARKUP}`,
  sendPhoto: `${PLACE} photo!:InputFile|String caption:String parse_mode:String ${MARKUP}`,
  sendDocument: `${PLACE} document!:InputFile|String caption:String parse_mode:String ${MARKUP}`,
  editMessageText: `chat_id:Integer|String message_id:Integer text!:String ${WORDS} reply_markup:InlineKeyboardMarkup`,
  answerCallbackQuery: 'callback_query_id!:String text:String show_alert:Boolean',
  getFile: 'file_id!:String',
};

const TYPES = {
  ReplyParameters: 'message_id!:Integer allow_sending_without_reply:Boolean',
  LinkPreviewOptions: 'is_disabled:Boolean',
  InlineKeyboardMarkup: 'inline_keyboard!:InlineKeyboardButton[][]',
  InlineKeyboardButton: 'text!:String callback_data:String url:String',
  ForceReply: 'force_reply!:Boolean selective:Boolean input_field_placeholder:String',
  BotCommand: 'command!:String description!:String',
  BotCommandScope: 'type!:String chat_id:Integer|String',
};

export const OUR_SCHEMA: Schema = {
  methods: new Map(Object.entries(METHODS).map(([name, line]) => [name, fields(line)])),
  types: new Map(Object.entries(TYPES).map(([name, line]) => [name, { fields: fields(line), subtypes: [] }])),
};

/** @throws ApiError naming the first thing that is wrong */
export const checkCall = (schema: Schema, method: string, payload: Payload): void => {
  const known = schema.methods.get(method);
  if (known === undefined) throw badRequest(`method ${method} is not known to the fake`);
  const problem = objectProblem(schema, known, payload);
  if (problem !== null) throw badRequest(`${method}: ${problem}`);
};

const objectProblem = (schema: Schema, known: readonly Field[], value: Payload): string | null => {
  for (const { name, required } of known) {
    if (required && value[name] === undefined) return `${name} is required`;
  }
  for (const [name, item] of Object.entries(value)) {
    const field = known.find((one) => one.name === name);
    if (field === undefined) return `unknown field ${name}`;
    if (!field.types.some((type) => isOfType(schema, type, item))) return `${name} is not ${field.types.join(' or ')}`;
  }
  return null;
};

const SIMPLE: Readonly<Record<string, (value: unknown) => boolean>> = {
  Integer: (value) => Number.isSafeInteger(value),
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  InputFile: (value) => value instanceof Upload,
};

const isOfType = (schema: Schema, type: string, value: unknown): boolean => {
  const simple = SIMPLE[type];
  if (simple !== undefined) return simple(value);
  const item = /^Array of (.*)$/.exec(type)?.[1];
  if (item !== undefined) return Array.isArray(value) && value.every((one) => isOfType(schema, item, one));
  const shape = schema.types.get(type);
  if (shape === undefined || typeof value !== 'object' || value === null) return false;
  if (shape.subtypes.length > 0) return shape.subtypes.some((subtype) => isOfType(schema, subtype, value));
  return objectProblem(schema, shape.fields, { ...value }) === null;
};

/** Multipart values are text: what is not a text by the schema is read as JSON. */
export const typedValues = (schema: Schema, method: string, values: Readonly<Record<string, string>>): Payload => {
  const known = schema.methods.get(method) ?? [];
  const isText = (name: string) => known.find((field) => field.name === name)?.types.includes('String') ?? true;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, isText(name) ? value : JSON.parse(value)]),
  );
};
