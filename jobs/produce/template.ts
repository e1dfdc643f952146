/** The template in force, ready to be filled. */
import type { Tx } from '#db/client.ts';
import { type MadeOf, templateInForce } from '#db/directory/template.ts';
import { parseTemplate, type Template, type TemplateCode } from '#domain/document/template.ts';
import type { Result } from '#domain/result.ts';
import type { Millis } from '#domain/time.ts';
import { firstTemplates, templateFoot } from '#text/documents/templates.ts';

export type InForce = { readonly of: MadeOf; readonly template: Template; readonly foot: string };

export const takeTemplate = async (tx: Tx, code: TemplateCode, now: Millis): Promise<InForce> => {
  const found = await templateInForce(tx, code, firstTemplates[code], now);
  // It was checked when it was entered; a name that is gone since then is a fault of the release.
  const template = readable(parseTemplate(code, found.text), code);
  return { of: { code, version: found.version }, template, foot: templateFoot(code, found.version) };
};

const readable = (parsed: Result<Template>, code: TemplateCode): Template => {
  if (!parsed.ok) throw new Error(`template ${code} cannot be read: ${parsed.code}`);
  return parsed.value;
};
