/**
 * The guard at the door: marks of state secrets (Law 117/2025/QH15) in words, captions and file names. A marked event is
 * refused, not stored, not logged. Case and marks matter: "mật" is in ordinary words (bảo mật, mật độ, mật khẩu).
 */
import type { Inbound } from '#message/inbound.ts';

/** The three levels, as stamps are written: in capitals, standing alone; or after "độ" in any case. */
const MARKS: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])(?:TUYỆT MẬT|TỐI MẬT|MẬT)(?![\p{L}\p{N}])(?!\s+(?:ĐỘ|KHẨU|MÃ|DANH|VỤ)(?!\p{L}))/u,
  /(?<![\p{L}\p{N}])độ mật(?!\p{L})/iu,
  /(?<![\p{L}\p{N}])(?:tuyệt|tối) mật(?!\p{L})/iu,
];
const ORDINARY = /(?:BẢO|CƠ|BÍ|THÂN|NGUYÊN)\s+MẬT/gu;

export const isSecretText = (text: string): boolean => {
  const read = text.normalize('NFC').replace(/\s+/g, ' ').replace(ORDINARY, '');
  return MARKS.some((mark) => mark.test(read));
};

export const isSecretEvent = ({ content, quoted }: Inbound): boolean =>
  wordsOf(content).some(isSecretText) || isSecretText(quoted?.text ?? '');

const wordsOf = (content: Inbound['content']): readonly string[] => {
  switch (content.kind) {
    case 'text':
      return [content.text];
    case 'files':
      return [content.caption, ...content.files.map((file) => file.name)];
    default:
      return [];
  }
};
