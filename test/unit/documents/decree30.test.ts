/** DO1: what annex I of Decree 30/2020/NĐ-CP asks of a paper, read in the file itself. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Paper } from '#src/documents/decree30/paper.ts';
import { sizeOf } from '#src/documents/decree30/picture-size.ts';
import { renderPaper } from '#src/documents/decree30/render.ts';
import { aLetter, aPaper, PNG } from '#test/factories/paper.ts';
import { textOf, unzip, wordsOf } from '#test/support/unzip.ts';

const read = async (paper: Paper) => {
  const parts = unzip(await renderPaper(paper));
  const part = (name: string): string => parts.get(name) ?? '';
  const xml = part('word/document.xml');
  return { parts, part, xml, text: textOf(xml) };
};

/** The paragraph whose words are these, with how it looks. */
const paragraphOf = (xml: string, words: string): string => {
  const found = xml.split('<w:p>').find((piece) => textOf(piece).startsWith(words));
  if (found === undefined) throw new Error(`no paragraph begins with ${words}`);
  return found;
};

const twips = (mm: number): number => (mm * 1440) / 25.4;

test('the page is A4 with the margins of the decree, black letters of one face', async () => {
  const { xml, part } = await read(aPaper());
  const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml) ?? [];
  expect([Number(width), Number(height)]).toEqual([twips(210), twips(297)].map(Math.round));
  const margin = (side: string): number =>
    Number(new RegExp(`<w:pgMar [^>]*w:${side}="(\\d+)"`).exec(xml)?.[1]) / twips(1);
  for (const side of ['top', 'bottom']) expect(margin(side)).toBeCloseTo(20, 1);
  expect(margin('left')).toBeCloseTo(30, 1);
  expect(margin('right')).toBeCloseTo(15, 1);
  const styles = part('word/styles.xml');
  expect(/<w:docDefaults>.*?<\/w:docDefaults>/s.exec(styles)?.[0]).toContain('w:ascii="Times New Roman"');
  expect(/<w:style [^>]*w:styleId="Heading1".*?<\/w:style>/s.exec(styles)?.[0]).toContain('w:val="000000"');
});

test('the head has two columns: the bodies in capitals left, nation and motto right, number and day blank', async () => {
  const { xml, text } = await read(aPaper());
  expect(xml.indexOf('<w:tbl>')).toBeLessThan(xml.indexOf('<w:p>'));
  expect(xml).toContain('w:type="fixed"');
  for (const line of [
    'ỦY BAN NHÂN DÂN',
    'BAN QUẢN LÝ CÁC KHU CÔNG NGHỆ CAO',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
  ]) {
    expect(text.split('\n')).toContain(line);
  }
  expect(text).toMatch(/\nSố: {5,}\/BB-ĐKT\n/);
  expect(text).toMatch(/\nHà Nội, ngày {5,}tháng {5,}năm 2026\n/);
  expect(paragraphOf(xml, 'CỘNG HÒA')).toMatch(/<w:b\/>.*<w:sz w:val="24"\/>/);
  expect(paragraphOf(xml, 'Độc lập')).toMatch(/<w:b\/>.*<w:sz w:val="26"\/>/);
  expect(paragraphOf(xml, 'ỦY BAN')).not.toContain('<w:b/>');
  expect(paragraphOf(xml, 'BAN QUẢN LÝ')).toContain('<w:b/>');
  expect(paragraphOf(xml, 'Hà Nội, ngày')).toContain('<w:i/>');
  // Under the issuer, under the motto, under the title, and under the annex's.
  expect(xml.match(/<w:bottom w:val="single" w:color="000000" w:sz="6"/g)).toHaveLength(4);
});

test('the title is in bold capitals, what it rests on in italics, ended by semicolons and a full stop', async () => {
  const { xml, text } = await read(aPaper());
  expect(paragraphOf(xml, 'BIÊN BẢN')).toMatch(/<w:b\/>.*<w:sz w:val="28"\/>/);
  expect(paragraphOf(xml, 'Kiểm tra liên ngành')).toContain('<w:b/>');
  expect(paragraphOf(xml, 'Căn cứ Luật')).toContain('<w:i/>');
  expect(text).toContain('cứu hộ;\n');
  expect(text).toContain('12/QĐ-BQL.\n');
});

test('the body is justified in 14 points, indented, with room between; each list counts from one; heads are repeated', async () => {
  const { xml, part } = await read(aPaper());
  const body = paragraphOf(xml, 'Đoàn đã kiểm tra');
  expect(body).toContain('<w:jc w:val="both"/>');
  expect(body).toContain('<w:sz w:val="28"/>');
  const [, after, line] = /w:after="(\d+)"[^>]*w:line="(\d+)"/.exec(body) ?? [];
  expect(Number(after)).toBeGreaterThanOrEqual(6 * 20);
  expect(Number(line) / 240).toBeGreaterThanOrEqual(1);
  expect(Number(line) / 240).toBeLessThanOrEqual(1.5);
  expect(Number(/w:firstLine="(\d+)"/.exec(body)?.[1])).toBe(Math.round(twips(12.7)));
  const listOf = (words: string) => /<w:numId w:val="(\d+)"\/>/.exec(paragraphOf(xml, words))?.[1];
  expect(listOf('Ông Trần Văn Dũng')).toBe(listOf('Bà Kiều'));
  expect(listOf('Danh sách khác')).not.toBe(listOf('Bà Kiều'));
  expect(part('word/numbering.xml')).toContain('w:val="%1."');
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
});

test('pages are numbered in the middle above, not the first one; the code stands at the foot', async () => {
  const { xml, parts } = await read(aPaper());
  expect(xml).toContain('<w:titlePg/>');
  const headers = [...parts].filter(([name]) => /word\/header\d+\.xml/.test(name)).map(([, content]) => content);
  const numbered = headers.filter((content) => content.includes('PAGE'));
  expect(numbered.length).toBeGreaterThan(0);
  expect(numbered.length).toBe(headers.length / 2);
  for (const header of numbered) expect(header).toContain('<w:jc w:val="center"/>');
  const footers = [...parts].filter(([name]) => /word\/footer\d+\.xml/.test(name));
  for (const [, footer] of footers) expect(textOf(footer)).toContain('DKT-2026-00007');
});

test('minutes are signed by the secretary on the left and the head on the right, and by those beside them', async () => {
  const { text } = await read(aPaper());
  const places = ['ĐẠI DIỆN DOANH NGHIỆP', 'THÀNH VIÊN', 'THƯ KÝ', 'TRƯỞNG ĐOÀN'].map((words) => text.indexOf(words));
  expect(places.every((at) => at > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(text).toContain('Trần Văn Dũng');
  expect(text).not.toContain('Nơi nhận:');
});

test('the lines under issuer and title are a third to a half of the words over them, whatever these are', async () => {
  /** What is left of a column of this width between the indents of the line under these words. */
  const lengthUnder = (xml: string, words: string, columnMm: number): number => {
    const at = xml.indexOf(words);
    const [, left, right] = /<w:pBdr>.*?<w:ind w:left="(\d+)" w:right="(\d+)"\/>/s.exec(xml.slice(at)) ?? [];
    return columnMm - (Number(left) + Number(right)) / twips(1);
  };
  // Measured in Word at 12 and 14 points in bold.
  for (const [issuer, wide] of [
    ['xã Thiên Lộc', 31],
    ['phường Phú Diễn', 41],
    ['và khu công nghiệp', 52],
  ] as const) {
    const { xml } = await read(aLetter({ head: { ...aLetter().head, issuer: ['Ủy ban nhân dân', issuer] } }));
    const share = lengthUnder(xml, issuer.toLocaleUpperCase('vi'), 72) / wide;
    expect(share).toBeGreaterThan(1 / 3);
    expect(share).toBeLessThan(1 / 2);
  }
  for (const [about, wide] of [
    ['Kiểm tra', 20],
    ['Sơ kết thực hiện Quy chế phối hợp tháng 11/2026', 114],
    ['Tổng kết thực hiện Quy chế phối hợp giữa Ban Quản lý các khu công nghiệp và các quận, huyện trong năm 2026', 165],
  ] as const) {
    const { xml } = await read(aPaper({ title: { kind: 'Báo cáo', about } }));
    const share = lengthUnder(xml, about, 165) / wide;
    expect(share).toBeGreaterThan(1 / 3);
    expect(share).toBeLessThan(1 / 2);
  }
});

test('whoever signs in the place of the head says so; names stand level; an unknown name is dots to write on', async () => {
  const right = {
    authority: ['TM. Ủy ban nhân dân', 'KT. Chủ tịch'],
    title: 'Phó Chủ tịch',
    name: null,
  };
  const { text, xml } = await read(aPaper({ signature: { left: aPaper().signature.left, right } }));
  expect(text).toMatch(/THƯ KÝ\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Minh Anh\n…{10,}\n/);
  const row = xml.split('<w:tr>').find((one) => one.includes('Nguyễn Minh Anh')) ?? '';
  expect(row).toContain('…………');
  expect(row).not.toContain('THƯ KÝ');
});

test('an annex begins on a page of its own, names what it belongs to and shows its pictures', async () => {
  const { xml, text, parts } = await read(aPaper());
  expect(text).toContain('Phụ lục\nẢNH HIỆN TRƯỜNG\n(Kèm theo Biên bản số         /BB-ĐKT ngày ');
  expect(text).toContain('Lối thoát nạn bị chắn');
  expect(xml.match(/<w:sectPr/g)).toHaveLength(2);
  expect([...parts.keys()].filter((name) => /word\/media\/.*png/.test(name))).toHaveLength(1);
  const annex = aPaper().annexes[0];
  if (annex === undefined) throw new Error('the factory has an annex');
  const two = await read(aPaper({ annexes: [annex, { ...annex, title: 'Danh sách' }] }));
  expect(two.text).toContain('Phụ lục I\n');
  expect(two.text).toContain('Phụ lục II\nDANH SÁCH');
});

test('a letter has its matter under the number, whom it is for, recipients with the archive last, and its stamp', async () => {
  const { text, xml } = await read(aLetter());
  expect(text).toMatch(/Số: +\/UBND-KT\nV\/v góp ý dự án/);
  expect(text).toContain('HỎA TỐC');
  expect(text).toContain('Kính gửi:\n- Ban Quản lý');
  expect(text).toContain('- Công an thành phố.\n');
  expect(text).toContain('Nơi nhận:\n- Như trên;\n- Lãnh đạo Ủy ban nhân dân xã;\n- Lưu: VT, KT.');
  expect(text).toContain('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Thái');
  expect(paragraphOf(xml, 'Nơi nhận:')).toMatch(/<w:b\/>.*<w:i\/>.*<w:sz w:val="24"\/>/);
  expect(paragraphOf(xml, '- Như trên')).toContain('<w:sz w:val="22"/>');
  const one = await read(aLetter({ addressees: ['Công an thành phố'] }));
  expect(one.text).toContain('Kính gửi: Công an thành phố\n');
});

test('whatever people typed, the file stays one that opens, and says what they typed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (words) => {
      const bytes = await renderPaper(aLetter({ body: [{ kind: 'paragraph', words }] }));
      const xml = unzip(bytes).get('word/document.xml') ?? '';
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML has no place for.
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u);
      for (const sign of words.match(/[\p{L}<&>"']/gu) ?? []) expect(wordsOf(bytes)).toContain(sign);
    }),
    { numRuns: 30 },
  );
});

test('a picture is measured by its own head, and one that cannot be read is named only', async () => {
  expect(sizeOf(PNG, 'image/png')).toEqual({ width: 2, height: 2 });
  const jpeg = Buffer.from('ffd8ffe000044a46ffc40004aaaaffc0001108012c01900311000000', 'hex');
  expect(sizeOf(jpeg, 'image/jpeg')).toEqual({ width: 400, height: 300 });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      sizeOf(Buffer.concat([Buffer.from('ffd8', 'hex'), bytes]), 'image/jpeg');
      sizeOf(bytes, 'image/png');
    }),
  );
  const broken = { bytes: new Uint8Array([1, 2, 3]), mime: 'image/jpeg', caption: 'Ảnh hỏng' } as const;
  const { text, parts } = await read(aPaper({ annexes: [{ title: 'Ảnh', blocks: [], pictures: [broken] }] }));
  expect(text).toContain('Ảnh hỏng');
  expect([...parts.keys()].some((name) => name.startsWith('word/media/'))).toBe(false);
});
