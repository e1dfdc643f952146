/**
 * Invented enterprises, so that no real one is spoken of. Names are made up ("Giả Định" where the words alone could
 * exist). Tax codes have the right form and check digit, but lie in 0199xxxxxx, which Hà Nội has not given out; an
 * enterprise is known by its tax code, so zeros in front count.
 */
import type { EnterpriseSeed } from './types.ts';

export const enterprises = [
  { taxCode: '0199001370', name: 'Công ty TNHH Tovaki Việt Nam', zone: 'TL', sector: 'Linh kiện điện tử' },
  { taxCode: '0199011467', name: 'Công ty TNHH Nakoda Chế tạo', zone: 'TL', sector: 'Máy in và thiết bị văn phòng' },
  { taxCode: '0199021553', name: 'Công ty TNHH Zenoru Mô tô', zone: 'TL', sector: 'Phụ tùng xe máy' },
  { taxCode: '0199041736', name: 'Công ty TNHH Hirosen Dây dẫn', zone: 'TL', sector: 'Dây và cáp điện' },
  { taxCode: '0199051822', name: 'Công ty TNHH Misaru Khuôn mẫu', zone: 'TL', sector: 'Khuôn nhựa chính xác' },
  { taxCode: '0199061919', name: 'Công ty TNHH Yamitoku Nội Bài', zone: 'NB', sector: 'Phụ tùng ô tô' },
  { taxCode: '0199072004', name: 'Công ty Cổ phần Cơ khí Lúa Vàng Giả Định', zone: 'NB', sector: 'Cơ khí chế tạo' },
  { taxCode: '0199082098', name: 'Công ty TNHH Keraso Việt Nam', zone: 'NB', sector: 'Thiết bị vệ sinh' },
  { taxCode: '0199092184', name: 'Công ty TNHH Bao bì Mây Trắng Giả Định', zone: 'NB', sector: 'Bao bì giấy' },
  { taxCode: '0199102273', name: 'Công ty Cổ phần Dược phẩm Lá Sen Giả Định', zone: 'QM1', sector: 'Dược phẩm' },
  { taxCode: '0199122456', name: 'Công ty TNHH Lavira Điện tử', zone: 'QM1', sector: 'Bảng mạch điện tử' },
  { taxCode: '0199132542', name: 'Công ty Cổ phần Thép Núi Đôi Giả Định', zone: 'QM1', sector: 'Thép xây dựng' },
  { taxCode: '0199142639', name: 'Công ty TNHH Sorenta Dệt may', zone: 'QM1', sector: 'May mặc xuất khẩu' },
  {
    taxCode: '0199152725',
    name: 'Công ty Cổ phần Thực phẩm Hạt Ngọc Giả Định',
    zone: 'QM1',
    sector: 'Chế biến thực phẩm',
  },
  { taxCode: '0199162811', name: 'Công ty TNHH Nhựa Tân Kỳ Giả Định', zone: 'QM1', sector: 'Sản phẩm nhựa' },
  {
    taxCode: '0199172908',
    name: 'Công ty Cổ phần Thiết bị điện Sao Hôm Giả Định',
    zone: 'NTL',
    sector: 'Thiết bị điện',
  },
  { taxCode: '0199182991', name: 'Công ty TNHH Optira Quang học', zone: 'NTL', sector: 'Thiết bị quang học' },
  { taxCode: '0199193087', name: 'Công ty Cổ phần In Bút Tre Giả Định', zone: 'NTL', sector: 'In và bao bì' },
  { taxCode: '0199203176', name: 'Công ty TNHH Daesoru Điện tử', zone: 'SDB', sector: 'Màn hình và linh kiện' },
  { taxCode: '0199213262', name: 'Công ty TNHH Orivan Việt Nam', zone: 'SDB', sector: 'Thiết bị gia dụng' },
  { taxCode: '0199223359', name: 'Công ty Cổ phần Bánh kẹo Nắng Mai Giả Định', zone: 'SDB', sector: 'Bánh kẹo' },
  { taxCode: '0199233445', name: 'Công ty TNHH Chenfuwa Cơ điện', zone: 'HNDT', sector: 'Động cơ điện' },
  { taxCode: '0199243531', name: 'Công ty TNHH Taimori Nội thất', zone: 'HNDT', sector: 'Đồ gỗ nội thất' },
  { taxCode: '0199253628', name: 'Công ty TNHH Lonvex Vận tải và Kho', zone: 'HNDT', sector: 'Kho bãi và dịch vụ' },
  { taxCode: '0199263714', name: 'Công ty Cổ phần Gạch Đá Ong Giả Định', zone: 'TTQO', sector: 'Vật liệu xây dựng' },
  { taxCode: '0199273800', name: 'Công ty TNHH Meikaru Bo mạch', zone: 'TTQO', sector: 'Bo mạch điện tử' },
  {
    taxCode: '0199283894',
    name: 'Công ty Cổ phần Nước giải khát Suối Trong Giả Định',
    zone: 'TTQO',
    sector: 'Đồ uống',
  },
  { taxCode: '0199293980', name: 'Công ty TNHH Fastovi Kết cấu thép', zone: 'TTQO', sector: 'Kết cấu thép' },
  {
    taxCode: '0199304079',
    name: 'Công ty Cổ phần Thức ăn chăn nuôi Đồng Xanh Giả Định',
    zone: 'PN',
    sector: 'Thức ăn chăn nuôi',
  },
  { taxCode: '0199314165', name: 'Công ty TNHH Rattani Mây tre', zone: 'PN', sector: 'Mây tre đan xuất khẩu' },
  { taxCode: '0199324251', name: 'Công ty TNHH Kosumi Dệt kim', zone: 'PN', sector: 'Dệt kim' },
  { taxCode: '0199334348', name: 'Công ty Cổ phần Sữa Bình Minh Giả Định', zone: 'PN', sector: 'Chế biến sữa' },
  { taxCode: '0199344434', name: 'Công ty TNHH Vinorex Sơn công nghiệp', zone: 'PN', sector: 'Sơn và hóa chất' },
  { taxCode: '0199354520', name: 'Công ty TNHH Nansori Phụ trợ', zone: 'HANSSIP', sector: 'Linh kiện ô tô' },
  { taxCode: '0199364617', name: 'Công ty TNHH Hanteku Đúc chính xác', zone: 'HANSSIP', sector: 'Đúc kim loại' },
  { taxCode: '0199374703', name: 'Công ty Cổ phần Khuôn mẫu Cánh Cò Giả Định', zone: 'HANSSIP', sector: 'Khuôn mẫu' },
  { taxCode: '0199384797', name: 'Công ty TNHH Uradami Nhôm', zone: 'HANSSIP', sector: 'Nhôm định hình' },
  { taxCode: '0199394883', name: 'Công ty Cổ phần Phần mềm Sóng Số Giả Định', zone: 'CVCNTT', sector: 'Phần mềm' },
  {
    taxCode: '0199404972',
    name: 'Công ty TNHH Datavero Trung tâm dữ liệu',
    zone: 'CVCNTT',
    sector: 'Trung tâm dữ liệu',
  },
  { taxCode: '0199415068', name: 'Công ty TNHH Kihoru Vi mạch', zone: 'CVCNTT', sector: 'Thiết kế vi mạch' },
] as const satisfies readonly EnterpriseSeed[];
