/** The subject of a draft is what is asked for, whatever way it is asked, whoever is asked, whenever it is wanted. */
import { expect, test } from 'vitest';
import { understand } from '#reading/understand.ts';
import { at } from '#test/unit/calendar/sample.ts';
import { known } from './sample.ts';

const world = known(at('2026-11-24 09:00'));

test.each([
  [
    'Đề nghị UBND xã Thiên Lộc góp ý dự án mở rộng nhà xưởng trước 17h thứ Sáu, lĩnh vực đầu tư',
    'Góp ý dự án mở rộng nhà xưởng',
  ],
  // A field within the matter is of it.
  ['đề nghị xã Thiên Lộc báo cáo tình hình lĩnh vực đầu tư', 'Báo cáo tình hình lĩnh vực đầu tư'],
  ['gui UBND xa Thien Loc va phuong Long Bien cho y kien ve du an A trong 5 ngay', 'Cho y kien ve du an A'],
  ['Mời xã Thiên Lộc, Công an PCCC tham gia đoàn kiểm tra', 'Tham gia đoàn kiểm tra'],
  ['đề nghị xã Thiên Lộc và các đơn vị liên quan giải phóng mặt bằng', 'Giải phóng mặt bằng'],
  ['e nhờ các anh bên xã Thiên Lộc cho xin số liệu lao động với ạ, cần gấp trc 16h chiều mai', 'Xin số liệu lao động'],
  [
    'gap: lay y kien so xd va so qhkt ve dieu chinh quy hoach kcn Quang Minh, tra loi truoc 5/12',
    'Lay y kien ve dieu chinh quy hoach kcn Quang Minh',
  ],
  [
    'alo bot, gửi giúp mình đề nghị tới sở y tế về việc phối hợp kiểm tra bếp ăn, hạn thứ sáu tuần sau, khẩn',
    'Phối hợp kiểm tra bếp ăn',
  ],
  ['Nhờ bạn làm giúp công văn gửi UBND phường Việt Hưng đề nghị cung cấp hồ sơ đất đai', 'Cung cấp hồ sơ đất đai'],
  ['em cần xã Vĩnh Thanh xác minh hiện trạng đất nhé chị, chậm nhất thứ Sáu', 'Xác minh hiện trạng đất'],
  ['đề nghị xã Thiên Lộc trả lời trước 5/12', ''],
  // When something takes place is no last day, and stays.
  ['Mời xã Thiên Lộc họp giải phóng mặt bằng 8h30 ngày 26/11', 'Họp giải phóng mặt bằng 8h30 ngày 26/11'],
  // Words that look like those of asking.
  ['đề nghị môi trường KCN Nội Bài được kiểm tra', 'Môi trường KCN Nội Bài được kiểm tra'],
  ['đề nghị lập danh sách hộ dân', 'Lập danh sách hộ dân'],
  ['đề nghị tạo điều kiện cho doanh nghiệp', 'Tạo điều kiện cho doanh nghiệp'],
])('%s', (sentence, matter) => {
  expect(understand(sentence, world).grounds.matter).toBe(matter);
});
