/**
 * Samples of what an inspection looks at, one list a field, and of the terms that follow a decision. Ours, from the usual
 * duties of an enterprise; a sector's own forms take their place as new versions. The terms are those of a working guide of
 * one provincial department (Circular 56/2025/TT-BCT), and are marked as samples.
 */
const SINCE = '2025-07-01';

export const checklists = [
  {
    code: 'pccc',
    name: 'Phòng cháy, chữa cháy',
    field: 'F6b',
    validFrom: SINCE,
    items: [
      ['Hồ sơ quản lý về phòng cháy, chữa cháy và cứu nạn, cứu hộ', 'Luật PCCC và CNCH 2024'],
      ['Văn bản thẩm duyệt, nghiệm thu về phòng cháy, chữa cháy của công trình', null],
      ['Lối thoát nạn, đường thoát nạn thông thoáng, có đèn và biển chỉ dẫn', null],
      ['Hệ thống báo cháy tự động, chữa cháy hoạt động bình thường, được bảo dưỡng', null],
      ['Bình chữa cháy, phương tiện tại chỗ đủ số lượng, còn hạn kiểm định', null],
      ['Hệ thống điện, chống sét, ngăn cháy lan an toàn', null],
      ['Lực lượng phòng cháy, chữa cháy cơ sở được huấn luyện, có phương án và đã thực tập', null],
    ],
  },
  {
    code: 'moi-truong',
    name: 'Môi trường',
    field: 'F3',
    validFrom: SINCE,
    items: [
      ['Giấy phép môi trường hoặc đăng ký môi trường còn hiệu lực', 'Luật Bảo vệ môi trường 2020'],
      ['Đấu nối nước thải vào hệ thống thu gom của khu công nghiệp theo thỏa thuận', null],
      ['Hệ thống xử lý nước thải, khí thải vận hành, có nhật ký', null],
      ['Phân định, lưu giữ, chuyển giao chất thải nguy hại đúng quy định', null],
      ['Quan trắc, báo cáo công tác bảo vệ môi trường định kỳ', null],
      ['Phòng ngừa, ứng phó sự cố môi trường', null],
    ],
  },
  {
    code: 'lao-dong',
    name: 'Lao động, an toàn lao động',
    field: 'F4b',
    validFrom: SINCE,
    items: [
      ['Giao kết hợp đồng lao động, sổ quản lý lao động', 'Bộ luật Lao động 2019'],
      ['Nội quy lao động, thỏa ước lao động tập thể được đăng ký', null],
      ['Tiền lương, làm thêm giờ, thời giờ nghỉ ngơi', null],
      ['Tham gia bảo hiểm xã hội, bảo hiểm y tế, bảo hiểm thất nghiệp', null],
      ['Huấn luyện an toàn lao động; kiểm định máy, thiết bị có yêu cầu nghiêm ngặt', null],
      ['Khám sức khỏe định kỳ, khám phát hiện bệnh nghề nghiệp', null],
      ['Giấy phép lao động của người lao động nước ngoài', null],
    ],
  },
  {
    code: 'attp',
    name: 'An toàn thực phẩm',
    field: 'F5a',
    validFrom: SINCE,
    items: [
      ['Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm hoặc hồ sơ thay thế', 'Luật An toàn thực phẩm 2010'],
      ['Bếp ăn bố trí một chiều, sạch, có phương tiện chống côn trùng', null],
      ['Nguồn gốc, hóa đơn của nguyên liệu thực phẩm', null],
      ['Sổ kiểm thực ba bước, lưu mẫu thức ăn 24 giờ', null],
      ['Người trực tiếp chế biến được xác nhận kiến thức, khám sức khỏe', null],
      ['Nước dùng chế biến đạt quy chuẩn, có kết quả xét nghiệm', null],
    ],
  },
  {
    code: 'xay-dung',
    name: 'Trật tự xây dựng',
    field: 'F1d',
    validFrom: SINCE,
    items: [
      ['Giấy phép xây dựng hoặc văn bản miễn giấy phép', 'Luật Xây dựng 2014, sửa đổi 2020'],
      ['Công trình phù hợp quy hoạch chi tiết và tổng mặt bằng được duyệt', null],
      ['Xây dựng đúng giấy phép: vị trí, chiều cao, diện tích, mật độ', null],
      ['Nghiệm thu, đưa công trình vào sử dụng', null],
      ['Không có hạng mục xây dựng trái phép, sai phép', null],
    ],
  },
] as const;

/** From the decision, the last day on site, the report. */
export const teamTerms = [
  { code: 'notice', amount: 3, unit: 'working_day', validFrom: SINCE },
  { code: 'report', amount: 10, unit: 'working_day', validFrom: SINCE },
  { code: 'remarks', amount: 15, unit: 'calendar_day', validFrom: SINCE },
] as const;
