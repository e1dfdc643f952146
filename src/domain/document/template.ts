/**
 * The texts of generated documents, which an office changes without a programmer. A line is a paragraph; `# ` begins a
 * heading, `- ` an item; `{name}` stands for a value. A name of a whole table or list stands on a line of its own.
 */
import { ok, type Result, refused } from '#domain/result.ts';

/** What each template may name: values within a line, and blocks that stand alone. */
export const TEMPLATES = {
  'phieu-yeu-cau': { words: ['ma'], blocks: ['thong_tin', 'bang_don_vi', 'ket_qua', 'bang_lich_su'] },
  'cong-van-hoi-y-kien': {
    words: ['ma', 'quy_che', 'don_vi_hoi', 'loai', 'trich_yeu', 'khu', 'doanh_nghiep', 'linh_vuc', 'han'],
    blocks: ['noi_dung'],
  },
  'cong-van-tra-loi': {
    words: ['ma', 'don_vi_hoi', 'don_vi_tra_loi', 'loai', 'trich_yeu', 'van_ban', 'y_kien'],
    blocks: ['noi_dung'],
  },
  'cong-van-don-doc': {
    words: ['ma', 'quy_che', 'don_vi_hoi', 'don_vi_nhan', 'loai', 'trich_yeu', 'van_ban', 'han'],
    blocks: [],
  },
  'bao-cao': {
    words: ['quy_che', 'ky', 'tu_ngay', 'den_ngay', 'chot_luc'],
    blocks: [
      ...['tong_quan', 'bang_linh_vuc', 'bang_don_vi', 'bang_qua_han'],
      ...['kho_khan', 'kien_nghi', 'kien_nghi_kiem_tra', 'cach_tinh'],
    ],
  },
} as const satisfies Readonly<
  Record<string, { readonly words: readonly string[]; readonly blocks: readonly string[] }>
>;

export type TemplateCode = keyof typeof TEMPLATES;

export const isTemplateCode = (code: string): code is TemplateCode => code in TEMPLATES;

/** Text as it stands, or the name of a value. */
export type Piece = { readonly text: string } | { readonly name: string };

export type TemplateLine =
  | { readonly kind: 'heading' | 'item' | 'paragraph'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'block'; readonly name: string };

export type Template = readonly TemplateLine[];

/** A page or two; longer is a document of its own. */
const LONGEST = 8_000;

export const parseTemplate = (code: TemplateCode, text: string): Result<Template> => {
  const clean = text.normalize('NFC').trim();
  if (clean === '') return refused('template.empty');
  if (clean.length > LONGEST) return refused('template.long', { most: LONGEST });
  const lines: TemplateLine[] = [];
  for (const [index, words] of clean.split(/\r?\n/).entries()) {
    if (words.trim() === '') continue;
    const line = lineOf(code, words.trim(), index + 1);
    if (!line.ok) return line;
    lines.push(line.value);
  }
  return ok(lines);
};

const MARKS: Readonly<Record<string, 'heading' | 'item'>> = { '#': 'heading', '-': 'item' };

const lineOf = (code: TemplateCode, words: string, line: number): Result<TemplateLine> => {
  const { words: values, blocks }: { words: readonly string[]; blocks: readonly string[] } = TEMPLATES[code];
  const names = [...words.matchAll(NAME)].map(([, name = '']) => name);
  const allowed = [...values, ...blocks].join(', ');
  if (/[{}]/.test(words.replaceAll(NAME, ''))) return refused('template.brace', { line });
  const unknown = names.find((name) => !values.includes(name) && !blocks.includes(name));
  if (unknown !== undefined) return refused('template.name', { line, name: unknown, allowed });
  const block = names.find((name) => blocks.includes(name));
  if (block !== undefined) {
    return words === `{${block}}`
      ? ok({ kind: 'block', name: block })
      : refused('template.alone', { line, name: block });
  }
  const [, mark = '', rest = words] = /^([#-]) +(.*)$/.exec(words) ?? [];
  return ok({ kind: MARKS[mark] ?? 'paragraph', pieces: piecesOf(rest) });
};

const NAME = /\{(\w+)\}/g;

const piecesOf = (words: string): readonly Piece[] =>
  words
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('{') ? { name: piece.slice(1, -1) } : { text: piece }));
