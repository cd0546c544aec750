"""Claims in marked text: what counts as an amount, with its unit, hedge, change, status and topic."""

import pytest

from vnreports.marked import read_marked
from vnreports.report import extract

SENTENCES = [
    'Sân bay đón <claim value=10000000 unit="khách/năm" dimension=rate>10 triệu khách mỗi năm</claim>.',
    'Có <claim value=5 unit="học sinh">5</claim> học sinh một năm trước.',
    '12. <claim value=2 unit="bên">Hai</claim> bên nhất trí.',
    'Bến gồm từ <claim low=16 high=19 unit="cầu cảng">16 cầu cảng đến 19</claim> cầu cảng.',
    "Lập sai từ <claim low=3 high=20>03 tờ khai đến dưới 20</claim> tờ khai.",
    "Diện tích:<claim value=299.07 unit=ha dimension=area>299,07 ha</claim>, xe 3-4 bánh.",
    "Vốn là <claim value=3650000000000 unit=VND dimension=money topic=budget>"
    "ba nghìn sáu trăm năm mươi tỷ đồng</claim>.",
    "Dự án khu công nghiệp Yên Bình 2 tỉnh Thái Nguyên.",
    'Bị phạt tiền đến <claim value=10 unit="%" dimension=percent modifier=at_most>10%</claim> mức tối đa.',
    'Xã đưa số hộ lên hơn <claim value=700 unit="hộ" modifier=over direction=increase>700</claim> hộ.',
    'Bỏ <claim value=12 unit="thủ tục" part_of=c2>12</claim> trên tổng số <claim c2 value=40 unit="thủ tục">40'
    "</claim> thủ tục.",
    'Mục tiêu là giữ một trong <claim value=10 unit="thành phố">10</claim> thành phố sạch.',
    'Trận động đất mạnh <claim value=6.3 unit="độ Richter" dimension=other>6,3 độ Richter</claim>.',
    'Nắng <claim value=37 unit="độ" dimension=other>37 độ</claim>, có nơi hơn.',
    "Chiến sĩ Viện 78 về thăm.",
    "Điểm sạt lở dài hơn <claim modifier=over dimension=length>2 km</claim>, "
    "doanh thu vượt mốc <claim modifier=over direction=None>5 tỷ USD</claim>.",
    "Mức tăng trưởng dư nợ là <claim unit=%/năm direction=increase difference=True>19,35%/năm</claim>, "
    "bội chi <claim value=5.3 unit=%>5,3%</claim>GDP.",
    "Giá vé <claim value=21 unit=USD/t dimension=rate>21 USD mỗi tấn</claim>, "
    "lợi nhuận <claim value=2 dimension=ratio>gấp đôi</claim>”.",
    'Máy bay cất cánh tăng đến <claim value=14805 unit="lần" dimension=count>14.805</claim> lần, '
    "hệ số <claim value=9.61 dimension=ratio>9,61 lần</claim>.",
    # tables
    "Đơn vị tính: Triệu đồng\nSTT | Xã | Vốn\n"
    "1 | Xã A | <claim value=12500000000 unit=VND dimension=money>12.500</claim> | 4 |",
    "TT | Phường | Giá (ĐVT: Đ/m2)\n1 | A | <claim value=68000 unit=VND/m2 dimension=rate>68,000</claim> |",
    # topics
    "Tỉnh cổ phần hóa <claim topic=organization>40</claim> doanh nghiệp, góp vốn <claim topic=budget>20%</claim>.",
    "Thủ tướng chỉ định <claim topic=staff>28</claim> Chủ tịch UBND tỉnh; có <claim topic=other>9</claim> công ty.",
    # no amounts: a year, an ordinal, one of several
    "Năm 2016 là năm bản lề, đây là năm đột phá.",
    "Giai đoạn hai công trình, đợt ba dự án đang thuận lợi.",
    'Đô thị là 1 trong <claim value=4 unit="chương trình">4</claim> chương trình trọng tâm.',
    "Xe BKS 36A – 48.567 đỗ tại 83 đường Trần Phú.",
    "Các đơn vị quy định từ 1 đến 22 nêu trên là tổ chức hành chính.",
    'Ông sở hữu <claim value=2 unit="ngôi nhà">2</claim> ngôi nhà và <claim value=1 unit="lô đất">một</claim> lô đất.',
    "Ông mua một lô đất.",
    'Có <claim value=3 unit="người">ba (03)</claim> người, <claim value=1 unit="tuyến">một (01)</claim> tuyến,'
    ' <claim value=2 unit="xã">02 (hai)</claim> xã.',
    "Chỉ số giảm (<claim value=-3.1 unit=% direction=decrease difference=True>-3,1%</claim>).",
    "Thu đạt <claim direction=increase>609 tỷ đồng</claim>, vượt mức chỉ tiêu đề ra.",
    "Người bị giảm khả năng lao động <claim topic=other>61%</claim> được xóa kinh phí.",
    # counts, money, measures
    "Nước ngập hơn <claim value=0.5 unit=m dimension=length modifier=over>nửa mét</claim>.",
    "Cảng đón tàu <claim value=100000 unit=DWT dimension=mass>100.000 DWT</claim>.",
    "Thành phố Mẫu có <claim value=126 unit=xã>126</claim> xã, phường mới.",
    "Sở chi hơn <claim value=4063000000000 unit=VND dimension=money modifier=over>4.063 tỷ</claim> giải quyết chế độ.",
    'Có <claim value=44 total=46 unit="công chức">44/46</claim> công chức giữ chức vụ.',
    "Vốn <claim value=1000000000>1 tỷ đồng</claim> cho <claim value=2000000 unit=người>2 triệu</claim> người.",
    'Cả <claim value=2 unit="dự án">hai</claim> dự án dài <claim value=3.5 dimension=length unit=km>3,5km</claim>.',
    'Số hồ sơ tăng từ <claim value=112 unit="hồ sơ">112</claim> lên <claim value=559 direction=increase>559</claim>.',
    'Đón <claim value=1500000 dimension=rate unit="hành khách/năm">1,5 triệu hành khách/năm</claim>.',
    "Thu <claim modifier=order value=1000>hàng nghìn</claim> ý kiến, <claim modifier=order>vài chục tỷ đồng</claim>.",
    "Lượng khách tăng <claim value=2 dimension=ratio direction=increase>gấp đôi</claim>.",
    'Hãng có <claim value=2000 unit="nhân viên">2,000</claim> nhân viên.',
    'Vốn hóa <claim value=7800000000000 unit="USD" dimension="money">7,800 tỷ USD</claim>.',
    'Giá <claim value=110250 unit="VND" dimension="money">110,250 đồng</claim>.',
    'Có hơn <claim value=100000 unit="lượt tải/tháng" modifier=over>trăm nghìn lượt tải mỗi tháng</claim>.',
    'Có gần <claim value=100 unit="hộ dân" modifier=under>trăm</claim> hộ dân, hơn trăm năm.',
    'Chỉ có <claim low=2 high=3 unit="thanh tra">hai đến ba</claim> thanh tra.',
    'thiếu <claim value=5 unit="giảng viên/ngành" dimension="rate" topic="staff">5 giảng viên/ngành</claim>, '
    'phí <claim value=3000000 unit="VND/hợp đồng" dimension="rate" topic="budget">3 triệu đồng/hợp đồng</claim>;',
    'mở <claim value=50 unit="cây cầu/năm" dimension="rate">50 cây cầu cao mỗi năm</claim>;',
    'có <claim value=5000 unit="người mắc/năm" dimension="rate">5.000 người mắc/năm</claim>.',
    'Tổng số Thứ trưởng của bộ là không quá <claim value=9 unit="Thứ trưởng" modifier="at_most">09</claim>;',
    "Có <claim direction=None>614</claim> vụ, ít hơn <claim difference=True direction=decrease>42</claim> vụ"
    " (<claim>6,4%</claim>) so với năm 2022.",
    "Xã gieo <claim>9 ha</claim>, nhiều hơn cùng kỳ <claim difference=True direction=increase>2 ha</claim>; nhà kia"
    " ít hơn năm 2024 là <claim difference=True direction=decrease>3 ha</claim>.",
    "Đúng hạn <claim direction=increase>94,7%</claim>, cao hơn"
    " <claim difference=True direction=increase>6,2 điểm phần trăm</claim> so với quý III/2025.",
    "Hộ nghèo còn <claim direction=decrease>142</claim> hộ, ít hơn cuối năm 2021 là"
    " <claim difference=True direction=decrease>31</claim> hộ.",
    "Hỗ trợ <claim>60 triệu đồng/nhà</claim>, cao hơn mức cũ"
    " <claim difference=True direction=increase>10 triệu đồng</claim>.",
    "Tỉnh đã cắt <claim difference=True direction=decrease>480 tỷ đồng</claim> của dự án chậm.",
    "Mặt cắt <claim direction=None>4</claim> làn xe; quân đội bắn hạ <claim direction=None>2</claim> máy bay.",
    "Năm nay phấn đấu hạ <claim difference=True direction=decrease>2,5%</claim> hộ nghèo.",
    "Phường vượt định mức <claim difference=True direction=increase>38</claim> người.",
    "Thu đạt <claim>62%</claim> chỉ tiêu Cục Thuế giao (<claim status=planned>1.800 tỷ đồng</claim>).",
    "Đã thông qua <claim>31</claim> nghị quyết (<claim status=actual>26</claim> nghị quyết quy phạm).",
    "Dự kiến có <claim status=planned>14</claim> trạm thuộc diện này.",
    "Tỉnh sắp xếp đơn vị hành chính, bớt <claim topic=organization>184</claim> khối, xóm, bản. Xã có"
    " <claim topic=other>14</claim> thôn chưa phủ sóng.",
    "Việc chậm <claim difference=True direction=decrease>3,8%</claim> so với kế hoạch; dân tốn thêm"
    " <claim difference=True direction=increase>4 triệu đồng</claim>.",
    "Điện bán được <claim>3 tỷ kWh</claim> (+<claim difference=True direction=increase>8,6%</claim>).",
    "Quảng Ninh tăng <claim>11,5%</claim>, Hải Phòng <claim difference=True direction=increase>11,4%</claim>, đều khá.",
    "Quảng Ninh tăng <claim>11,5%</claim>, Hải Phòng đạt <claim difference=False>4%</claim> dự toán.",
    "Bán <claim direction=increase difference=False>34 tỷ USD</claim> (+<claim difference=True>15,9%</claim>).",
    "Giảm <claim>41</claim> vụ (<claim difference=True direction=decrease>11,61%</claim>); tăng <claim>8,64%</claim>"
    " (kế hoạch <claim difference=True direction=increase>8,5%</claim>).",
    "Nhiệt độ cao nhất ở Huế <claim status=planned>35-38 độ C</claim>, có nơi <claim status=planned>39 độ C</claim>.",
    "Nhiệt độ cao nhất đo được là <claim status=actual>39 độ C</claim>.",
    "Ngành đang thiếu <claim topic=staff>412</claim> bác sĩ.",
    "Có <claim topic=other>12</claim> bác sĩ dự.",
    "Đã xử lý <claim topic=staff>335</claim> người, trong đó khiển trách <claim topic=staff>9</claim> công chức.",
    "Điều động cán bộ, nâng quân số công an xã từ <claim unit=người topic=staff>3.266</claim> lên "
    "<claim topic=staff>3.480</claim> người.",
    "Thu <claim>9 tỷ đồng</claim>, gấp <claim topic=budget>1,5 lần</claim> cùng kỳ; tỷ lệ hộ nghèo giảm"
    " <claim topic=other>2%</claim>.",
    "Dân hót sụt hết <claim direction=None>70 tỷ đồng</claim>; vốn bị cắt"
    " <claim difference=True direction=decrease>10%</claim>.",
    "Ngân sách giảm <claim difference=True direction=decrease>63 tỷ đồng</claim> so với dự toán.",
    "Tỉnh phấn đấu tăng trưởng <claim status=planned difference=True direction=increase>8%</claim>.",
    "Tỉnh đã giảm còn <claim difference=False direction=decrease>14</claim> cơ quan.",
    'Vụ cháy khiến <claim value=1 unit="tài xế">một</claim> tài xế tử vong.',
    'Mỗi hộ trồng ít nhất <claim value=1 unit="cây xanh" modifier="at_least">một</claim> cây xanh.',
    'Đây là <claim value=2 unit="bệnh viện">hai</claim> trong số <claim value=5>5</claim> bệnh viện mới.',
    "Cùng loại mà giá chênh đến <claim value=7 dimension=ratio unit=lần>7 lần</claim>.",
    "Bộ đã có lãi suất cho vay <claim value=4.8 topic=budget>4,8%/năm</claim>.",
    "Có <claim value=45 topic=other>45%</claim> hộ dân được hỗ trợ kinh phí.",
    "Vốn cao hơn <claim difference=True direction=increase>28,5 tỷ đồng</claim>, so với đề nghị trước đó.",
    "Về cơ cấu tổ chức, Vụ Dự báo có <claim value=6 topic=organization status=actual>6</claim> phòng.",
    'Cục có <claim unit="Hải quan">165</claim> Hải quan cửa khẩu, <claim unit=Viện>4</claim> Viện.',
    "Kho còn <claim unit=số>14.000</claim> số đẹp.",
    "Giá tối thiểu gấp <claim modifier=at_least dimension=ratio>10 lần</claim> lệ phí.",
    "Quy định sẽ có hiệu lực từ 1/7/2026, mức phạt là <claim status=actual>5 triệu đồng</claim>.",
    "Số đầu mối giảm từ <claim direction=None>120</claim> xuống <claim direction=decrease>85</claim>, "
    "giảm <claim direction=decrease difference=True>35</claim> đầu mối.",
    "Kết quả là <claim direction=None>11 tỷ đồng</claim> (tăng thu <claim part_of=c1>2 tỷ đồng</claim>; "
    "giảm chi <claim>9 tỷ đồng</claim>).",
    'Không sở nào vượt quá <claim unit="phó giám đốc" modifier=over direction=None difference=False>3</claim> phó '
    'giám đốc, có <claim unit="phó giám đốc" topic=staff>2</claim> nguyên phó giám đốc.',
    "Chi phí vượt quá <claim direction=increase difference=True>50%</claim> so với dự toán.",
    "Giai đoạn 2025-2030, vốn là <claim status=planned>9 tỷ đồng</claim>; nhiệm kỳ 2025-2030 bầu "
    "<claim status=actual>45</claim> ủy viên.",
    'Có <claim value=98 unit="nhà">98</claim> nhà hỏng (Sa Pa <claim value=9 unit="nhà">9</claim>, '
    'Văn Bàn <claim value=89 unit="nhà">89</claim>). Trận Việt Nam 2, Thái Lan 1.',
    "Xem <claim value=12>12</claim> điều (Điều 5, Khoản 2), cầu Sơn Kim 1 và Sơn Kim 2.",
    "Xuất khẩu đạt <claim topic=budget>9 tỷ USD</claim>, tăng <claim topic=budget>3%</claim> so với tháng trước và "
    "tăng <claim topic=budget>6%</claim> so với cùng kỳ.",
    "Sau khi sắp xếp, tỉnh còn <claim status=actual>58</claim> xã, tinh giản <claim topic=staff>9</claim> người.",
    "Tỉnh có <claim topic=organization>45</claim> đơn vị sự nghiệp, nay còn "
    "<claim topic=organization>40</claim> đơn vị sự nghiệp.",
    "Quỹ tăng từ <claim topic=other>3 triệu</claim> đơn vị lên <claim topic=other>4 triệu</claim> đơn vị.",
    'Có <claim unit="hộ">176</claim> hộ (<claim unit="con">98</claim> con bò, <claim unit="con">90</claim> con lợn), '
    'gồm: Sa Pa <claim unit="hộ">80</claim>, Văn Bàn <claim unit="hộ">96</claim>.',
    "Giải ngân đạt <claim topic=budget>35%</claim> kế hoạch, cùng kỳ đạt <claim topic=budget>32%</claim>.",
    "Bí thư Tỉnh ủy yêu cầu các huyện giải ngân <claim status=planned>95%</claim> vốn.",
    "Xuất khẩu có thể đạt <claim status=planned>31 tỷ USD</claim>.",
    "Nâng bội chi lên <claim status=planned>5,3%</claim> GDP là cần thiết.",
    "<claim status=planned>Hai</claim> bến xe Giáp Bát, Mỹ Đình sẽ được sửa lại.",
    "Tuyến dài <claim status=planned>6 km</claim>, dự kiến được khởi công năm nay.",
    "Vườn thu <claim status=actual>15 tấn</claim> quả, dự kiến lãi <claim status=planned>1 tỷ đồng</claim>.",
    "Dự kiến, thành phố sẽ thu được <claim status=planned>40 tỷ USD</claim> từ nguồn này.",
    "Dự kiến đào tạo <claim status=planned>50</claim> người. Trong đó <claim status=planned>20</claim> người là nữ.",
    "Mã A giảm <claim difference=True>0,7%</claim> xuống <claim direction=decrease>141.500 đồng/CP</claim>.",
    "Tỉnh thất thu <claim direction=decrease difference=True>63.000 tỷ đồng</claim>.",
    "Đại hội đã bầu <claim topic=staff>45</claim> ủy viên, thành lập <claim topic=organization>2</claim> ban.",
    "Tăng trưởng tín dụng đạt <claim topic=budget>18,5%</claim>.",
    "Đây là một trong <claim value=3>ba</claim> tập đoàn, thua lỗ <claim modifier=order>ngàn tỷ</claim>.",
    "Đã làm được quá <claim value=0.6666666667 dimension=ratio>2/3</claim>, chiếm <claim value=0.75>3/4</claim>.",
    'Thưởng <claim value=2 unit="tháng lương" dimension=other>2 tháng lương</claim>.',
    "Tỉnh cam kết xóa nhà tạm, nhưng xã vẫn còn <claim status=actual>40</claim> nhà.",
    "Vốn cho chương trình mục tiêu quốc gia mới chỉ đạt <claim status=actual>4,3%</claim> kế hoạch.",
    "Sở đề nghị thu nợ của doanh nghiệp <claim status=actual>100%</claim> vốn nhà nước.",
    "Thất thu so với dự toán hơn <claim direction=decrease difference=True>63 tỷ đồng</claim>.",
    "Chi phí là <claim direction=increase>369 triệu đồng</claim>, so với cùng kỳ tăng "
    "<claim direction=increase difference=True>104 triệu đồng</claim>.",
    "Nghỉ lễ Giỗ tổ và 30/4, thắng 6/3, xong <claim value=5 total=9>5/9</claim> tiêu chí.",
    "Từ 1/7/2026: <claim status=actual>9</claim> nhóm được tăng lương theo Nghị định 47/2026/NĐ-CP.",
    "Gộp <claim topic=organization>90</claim> xã thành <claim topic=organization>43</claim> xã.",
    "Biên chế ngành y thiếu <claim topic=staff>702</claim> người, thừa <claim topic=staff>47</claim> người.",
    "HĐND lấy phiếu tín nhiệm với <claim topic=staff>29</claim> người; bầu <claim topic=staff>36</claim> người vào "
    "Ban Chấp hành.",
    "Tỉnh có <claim>62</claim> đảng viên bị kỷ luật; "
    "<claim topic=other>13</claim> người bị khiển trách là cấp ủy viên.",
    "Có <claim>90</claim> hãng, tăng <claim topic=other>8%</claim> về số hãng và "
    "<claim topic=budget>54%</claim> về vốn đăng ký.",
    "Sau sắp xếp, tỉnh giảm còn <claim topic=organization>96</claim> xã (<claim>82</claim> xã, "
    "<claim>14</claim> phường), tức giảm "
    "<claim topic=organization direction=decrease>48,4%</claim>.",
    "Đơn vị sự nghiệp giảm <claim topic=organization>25</claim> đơn vị sự nghiệp, từ <claim>310</claim> xuống "
    "<claim topic=organization>285</claim>.",
    "Thu <claim direction=increase>32 tỷ đồng</claim> (nội địa <claim>29 tỷ đồng</claim>), vượt <claim>7%</claim> "
    "dự toán.",
    "Yêu cầu không để hụt thu quá <claim modifier=at_most>5%</claim>; kế hoạch năm nay là "
    "<claim status=planned>1.200</claim> căn.",
    "Tỉnh có thêm <claim direction=None difference=False>4</claim> xã, cần thêm "
    "<claim direction=None>9</claim> giáo viên.",
    "Tỉnh cấp <claim dimension=money unit=VND>3 triệu đồng</claim> mỗi hộ.",
    "Nhà ở đạt <claim dimension=rate unit=m2/người>27 m2 sàn/người</claim>.",
    "Phương án giảm <claim status=actual>9</claim> thủ tục đã được Bộ phê duyệt.",
    "Vốn <claim status=actual>5 tỷ đồng</claim>, giao UBND xã quản lý; cầu dài <claim status=actual>8 km</claim>.",
    "Xã tính giảm <claim status=planned>72%</claim> số thôn, còn thiếu <claim status=actual>9</claim> giếng.",
    "Xã giảm <claim direction=decrease>290</claim> người trong năm 2025, <claim direction=decrease>127</claim> người "
    "trong năm 2026.",
    "Xã cam kết dời <claim status=actual>40</claim> ngôi nhà dựng ở bãi sông nói trên.",
    "Tỉnh giao bệnh viện điều trị tích cực cho <claim status=actual>2</claim> học sinh bị thương.",
    "Xã phấn đấu năm 2030 sẽ thực hiện phân loại <claim status=planned>50%</claim> lượng rác.",
    "Vốn là <claim topic=budget>9 tỷ đồng</claim>, tăng <claim topic=other>23%</claim> về số dự án "
    "và bằng <claim topic=budget>96%</claim> về vốn "
    "mới; gạo bán được <claim topic=budget>3 tỷ đồng</claim>, giảm <claim topic=budget>14%</claim> về giá trị.",
    "Huyện sẽ làm rõ <claim status=actual>8</claim> vấn đề, kiểm tra đối với <claim status=actual>60</claim> dự án. "
    "Tỉnh được quy hoạch <claim status=planned>7</claim> bến cảng.",
    "Xã rộng <claim>62 km2</claim>, dân số <claim unit=người>36.700</claim> người, quân số "
    "<claim unit=người>85</claim> người. Số <claim unit=người>226</claim> người còn lại nghỉ; số 12 Lê Mẫu.",
    'Tổng biên chế là <claim unit="biên chế" direction=decrease>1.234</claim>, '
    'giảm <claim unit="biên chế" direction=decrease difference=True>56</claim> so với trước.',
    'Có <claim unit="bác sĩ/10.000 dân" dimension=rate>12 bác sĩ/10.000 dân</claim>; mức giảm trừ gia cảnh là '
    "<claim direction=None>15 triệu đồng/tháng</claim>.",
    "Giảm <claim direction=decrease>5</claim> phòng, <claim direction=decrease difference=True>12</claim> đơn vị "
    "sự nghiệp; cắt giảm <claim direction=decrease>30%</claim> thời gian, "
    "<claim direction=decrease>20%</claim> chi phí.",
    "Phương án của <claim status=actual>13</claim> bộ được duyệt; <claim status=actual>71</claim> cuộc theo kế hoạch, "
    "<claim status=actual>25</claim> cuộc đột xuất. Xin tỉnh <claim status=planned>40 tấn</claim> giống.",
    "Tỷ lệ đạt <claim status=actual>71%</claim>, thấp hơn mức <claim status=planned>85%</claim> mà UBND tỉnh giao; "
    "mức Bộ giao là <claim status=planned>5%</claim>.",
    "Đến năm 2030, đại hội quyết nghị:\n- Thu <claim status=planned>5 tỷ đồng</claim>.\n"
    "- Xây <claim status=planned>2</claim> cầu.\nXã có <claim status=actual>9</claim> cầu.",
    "Sở công bố danh mục <claim>12</claim> dự án theo mục 12 chương 3.",
    "Xã đề xuất sửa <claim status=planned>12</claim> trong hơn <claim modifier=over status=actual>40</claim> cầu; "
    "huyện đề xuất bán phần lớn trong khoảng <claim modifier=about status=actual>200</claim> xe.",
    "Có <claim status=actual>1.100</claim> kiến nghị được chuyển, "
    "<claim status=actual>850</claim> kiến nghị đã được giải quyết.",
    "Quỹ đạt lợi nhuận <claim topic=budget>19%</claim>, thuế là <claim topic=budget>5%</claim>.",
    "Giá vé là <claim topic=budget dimension=rate>3 USD/vé</claim>. Dân bắt giữ <claim topic=other>38</claim> cán bộ.",
    "Đường sẽ đi qua <claim status=actual>7</claim> huyện và xóa <claim status=planned>12</claim>"
    " trong <claim status=actual>40</claim> điểm ngập.",
    "Theo bản tin dự báo, tâm bão cách đảo <claim status=actual>90 km</claim>.",
    "Quỹ có chương trình hướng tới trẻ em, gồm suất <claim status=actual>80 triệu đồng</claim>.",
    "Máy nên chạy ở mức bằng hoặc dưới "
    '<claim value=2000 unit="vòng/phút" dimension=rate modifier=at_most>2.000 vòng/phút</claim>.',
    "5G nhanh gấp <claim direction=None>10 lần</claim> 4G; số đại biểu gấp "
    "<claim direction=None>4 lần</claim> năm 2016, khách tăng gấp <claim direction=increase>3 lần</claim> cùng kỳ.",
    "Chỉ tiêu của năm 2026 là <claim status=planned>158.700</claim> căn; mục tiêu cả năm là "
    "<claim status=planned>10,5%</claim>.",
    "Sở xin giữ <claim status=planned>2</claim> dãy nhà. Họp giao ban nghe <claim status=actual>9</claim> báo cáo.",
    "Ai vi phạm sẽ bị trừ <claim direction=decrease status=actual>25%</claim> điểm.",
    "Y vượt biên mang <claim direction=None>2 kg</claim> hàng cấm, trả qua tài khoản: 102010002381523 Ngân hàng Mẫu.",
    "Công ty tăng trưởng với lợi nhuận <claim difference=False>208 tỷ đồng</claim>.",
    "Xe có dung tích từ <claim value=125 unit=cm3 dimension=volume modifier=at_least>125 cm3</claim> trở lên.",
    'Thả mật độ <claim value=500 unit="con/m2" dimension=rate>500 con mỗi m2</claim>, '
    'giá <claim value=6.95 unit="cent/kWh" dimension=rate>6,95 cent/kWh</claim>.',
    "Em đạt giải ba cá nhân theo Mẫu 04 2025 ban hành kèm theo; bộ ba nhân vật chính diễn vào tháng 8 lịch âm.",
    "Người giỏi có thưởng tăng thêm bằng <claim direction=None>120%</claim> lương cơ sở.",
    "Tiền dành cho mục tiêu xóa nhà tạm là <claim status=actual>542 tỷ đồng</claim>.",
    "Hãng Mẫu nắm <claim topic=budget>45%</claim> vốn.",
    "Bà Mẫu có <claim topic=other>10.000</claim> cổ phiếu, bằng <claim topic=budget>4,91%</claim> vốn.",
    "Theo quy định, mỗi hãng phải có ít nhất <claim status=actual>5</claim> con tàu.",
    "Trả trước một tỷ lệ nhất định. Mưa sẽ gia tăng ở <claim value=2 direction=None>hai</claim> khu vực.",
    "Xe mới tiết kiệm <claim direction=decrease difference=True>25%</claim> nhiên liệu.",
    'Hội nghị có <claim value=5 unit="triệu phú">5</claim> triệu phú, anh là một triệu phú.',
    "Xã đạt và vượt <claim value=17 total=20 direction=None>17/20</claim> chỉ tiêu.",
    "Đội hình dự giải 2018 Hậu vệ: Nguyễn Văn Mẫu.",
    "Điều 9 Luật Nhà ở 2023 định đoạt điều ấy; có <claim value=2000>2000</claim> hộ nộp đơn tại Tầng 6 tòa nhà A.",
    "Đoàn yêu cầu hãng sửa <claim status=actual>18</claim> con tàu. Tỉnh tăng giá trị và giảm phí của <claim "
    "direction=None>27</claim> dự án.",
    "Tỉnh yêu cầu chủ của <claim status=actual>79</claim> tòa nhà này dừng xây; bộ yêu cầu giảm "
    "<claim status=planned>30%</claim> thủ tục. Hãng đặt kế hoạch doanh thu <claim status=planned>610 tỷ đồng</claim>.",
    "Con rồng cao hơn <claim modifier=over>12 m</claim>; từ <claim modifier=at_least>hai (02)</claim> xã, phường, đặc "
    "khu trở lên; có <claim>4</claim> nhà máy đã sản xuất trở lại.",
    'Cổ phần hóa <claim unit="tổng công ty">3</claim> tổng công ty; quan hệ <claim unit="Đảng">hai</claim> Đảng.',
    "Nghị định gồm <claim>6</claim> chương <claim>56</claim> điều; chủ tàu BĐ 99245 TS báo tin.",
    "Vụ nổ làm <claim>1</claim> người chết và trên <claim modifier=over>15</claim> người bị thương trên "
    "<claim modifier=None>6</claim> tuyến phố; số này chiếm trên mức <claim modifier=over>5%</claim>.",
    'Chi <claim value=2000000 unit="VND/giáo viên">2 triệu đồng/giáo viên</claim>; hơn <claim unit="bị hại">500</claim>'
    " bị hại; gọi (024) 38464206 Văn phòng bộ.",
    "Bộ muốn tăng kim ngạch giữa <claim direction=None>27</claim> tỉnh.",
    "Quỹ đạt <claim>351 tỷ đồng</claim>, tăng <claim topic=budget>20%</claim>; nhờ giá, có <claim>65</claim> con, "
    "giảm <claim topic=other>3%</claim>; có <claim>9 tỷ đồng</claim>, tăng <claim topic=other>4%</claim> về số hãng.",
    "Thu <claim direction=increase>9 tỷ đồng</claim>, tăng <claim direction=increase>87%</claim> so với cũ và vượt "
    "<claim direction=increase difference=True>3%</claim> kế hoạch. Không giảm <claim direction=None>5</claim> ấp.",
    "Anh cao khoảng <claim value=1.83 unit=m modifier=about>1m83</claim>, em cao <claim value=1.6>1m60</claim>.",
    "Mỗi lượng giao dịch quanh <claim modifier=about>75 - 78 triệu đồng</claim>, đi quanh <claim>12</claim> tòa nhà;"
    ' hết <claim unit="VND/m" dimension=rate>7,5 tỷ đồng trên mỗi mét</claim> kè.',
    'Sinh <claim unit="con/phụ nữ" dimension=rate>2,11 con/phụ nữ</claim>; giá quanh mức <claim modifier=about>9 triệu'
    " đồng</claim>; được dự báo giảm <claim status=planned>20,7%</claim>.",
    "Bộ đề xuất nâng phí từ <claim status=actual>900 đồng</claim> lên <claim status=planned>3.000 đồng</claim>.",
    'Là công sức của <claim value=2 unit="Chính phủ">hai</claim> Chính phủ.',
    "Đóng tối thiểu bằng <claim modifier=at_least>45%</claim> mức phí; tối đa: <claim modifier=at_most>7%</claim>.",
    "Sẽ bán công ty có giá trị vốn nhà nước là <claim status=actual>2 tỷ đồng</claim>.",
    "Năm 2015, số tiền đề nghị quỹ thanh toán là <claim status=actual>438 tỷ đồng</claim>.",
    "Mục tiêu đến năm 2030 như sau:\n\n- Thu <claim status=planned>5 tỷ đồng</claim>.\n"
    "- Xây <claim status=planned>2</claim> cầu.\nXã có <claim status=actual>9</claim> cầu.",
    "Các chỉ tiêu.\n2. Dự kiến quy mô dự án\na) Quy mô\n- Tuyến dài <claim status=planned>17,7 km</claim>.\n"
    "3. Nay có <claim status=actual>2</claim> cầu.",
    "Nội dung như sau:\n4. Quy mô:\n- Dự kiến, gồm:\n+ Sàn đã bao gồm hầm: <claim status=planned>77 m2</claim>."
    "\n* Hầm: <claim status=planned>10 m2</claim>.\n- Có <claim status=actual>61</claim> căn.",
    "Số thợ là <claim>140</claim> thợ, kém mức dự báo trước đó là <claim status=planned>150</claim>"
    " thợ; còn xa chỉ tiêu đề ra là <claim status=planned>80%</claim>.",
    "Ngân sách eo hẹp nên tăng trưởng GDP có <claim topic=other>4,2%</claim>, nợ công bằng <claim topic=budget>"
    "65%</claim> GDP.",
    "Trộm hơn <claim dimension=count>20</claim> lần, được giảm nhẹ do <claim dimension=count>ba</claim> lần lập công;"
    " dân số sắp vượt quá con số <claim modifier=over direction=None>9 triệu</claim> người.",
    "* Mục tiêu:\n+ Thu <claim status=planned>5 tỷ đồng</claim>.\n* Nay có <claim status=actual>2</claim> cầu.",
    "Số xã tăng <claim direction=increase difference=True>5</claim> xã (<claim direction=None>3</claim> xã nghèo);"
    " thu giảm tới <claim direction=decrease difference=False>5 tỷ đồng</claim>.",
    "Số vụ giảm <claim direction=decrease difference=True>8</claim> vụ, còn <claim direction=decrease>1</claim> vụ.",
    "Mã tăng <claim direction=increase difference=True>0,5 tỷ đồng</claim> (<claim direction=increase difference=True>"
    "2%</claim>) lên <claim direction=increase>9 tỷ đồng</claim>; lên con số <claim>8</claim> cây.",
    "Thu giảm tới <claim direction=decrease difference=True>58%</claim>; lãi bốc hơi hơn "
    "<claim direction=decrease difference=True>70%</claim>; vốn tăng <claim>gấp đôi</claim> so với cũ, lên hơn "
    "<claim direction=increase>4 tỷ đồng</claim>.",
    "Số trạm sụt giảm từ mức rất cao <claim direction=None>700</claim> trạm xuống <claim direction=decrease>300"
    "</claim> trạm; đoạn vượt rộng <claim direction=None>23 m</claim>.",
    "Vé là <claim direction=None>20 triệu đồng</claim>, giảm tiền đền xuống còn <claim direction=decrease>4 triệu"
    " đồng</claim>; chợ tăng vọt với lượng <claim direction=None>90 tấn</claim>.",
    "Theo Nghị định 15/2025/NĐ-CP, người vi phạm sẽ bị phạt <claim status=actual>5 triệu đồng</claim>.",
    "Dự thảo gồm <claim status=actual>11</claim> chương; đảng này sẽ giành <claim status=planned>39</claim> ghế"
    " trên <claim status=actual>77</claim> ghế.",
    "Công ty mong muốn được đầu tư <claim status=planned>6.000 tỷ đồng</claim>.",
    "Thủ tướng yêu cầu thu hồi <claim status=actual>516</claim> biển số đã cấp cho các hãng.",
    # today's reports
    'Theo Đề án 1 triệu ha lúa, Dự án thành phần 4 và Thuế cơ sở 7 có <claim value=3 unit="mốc">ba</claim> mốc.',
    "Nay xử phạt <claim topic=other>14</claim> vụ; gộp <claim topic=organization>83</claim> trường.",
    "Trường hợp này xã có <claim topic=other>9</claim> trường mới xây.",
    "Sau sáp nhập, cấp xã thiếu <claim topic=staff>217</claim> người; <claim topic=other>79</claim> xã đạt chuẩn.",
    "Xã giải ngân chậm.\n\nCó <claim topic=other>4</claim> xã đạt trên <claim topic=budget>50%</claim>.",
    "Giám đốc sở yêu cầu: (1) thôi làm hộ; (2) mỗi xã mở <claim status=planned>3</claim> điểm; (3) kéo số hồ sơ"
    " xuống <claim status=planned>100</claim>.",
    "Nghị quyết về dự toán năm 2026 ấn định tổng thu <claim status=actual>7 tỷ đồng</claim>.",
    "Ông đề nghị đi vào việc khó: “Xã còn <claim status=actual>4/15</claim> thôn xe chưa vào được”.",
    "Sở giao mỗi xã mở <claim status=planned>3</claim> lớp; phương án trình Chính phủ như sau:\n"
    "- Vùng I: <claim status=planned>5 triệu đồng</claim>.",
    # no amounts
    "Lễ bắt đầu vào lúc 19.00.",
    "Hội nghị Trung ương 5 khóa XII, các lớp 10, 11 và 12 thi; đã hàng chục năm, cả trăm năm.",
    "Xe biển số 37K1 – 648.69 đỗ tại Km 11 quốc lộ 2; điểm 11 mục I; thương binh 2/4; xổ số Mega 6/45.",
    "Một số người bị thương.",
    "Theo Nghị định 178/2024/NĐ-CP và Nghị quyết 18-NQ/TW, mô hình chính quyền địa phương 2 cấp.",
    "Trẻ từ 3 đến 5 tuổi, lớp 10, kỳ họp thứ 9, khóa XV, Quốc lộ 1A, phường 5, bộ phận một cửa.",
    "Lúc 7 giờ 30 phút, gọi tổng đài 1022 hoặc 0912 345 678, mạng 5G, công nghiệp 4.0, trực 24/24.",
    "Nhà máy Vũng Áng 1 ở số 8-12 đường Lê Lợi, bản đồ tỷ lệ 1/500, đường dây 500 kV.",
    "Một số hộ dân được hỗ trợ một lần; đây là một trong những nơi khó khăn.",
    "Khách sạn 5 sao, COVID-19, thắng 2-1, xếp thứ 5.",
    "Mùa giải 2016/17, năm học 2016/2017; quán ở 249/3 Lê Lợi.",
    "Chịu thuế giá trị gia tăng <claim unit=% dimension=percent topic=budget direction=None>8%</claim>.",
    "Mức phạt tăng <claim dimension=ratio direction=increase difference=False>gấp đôi</claim>.",
    "Lãi suất giảm từ <claim unit=%/năm direction=decrease difference=True>0,5 - 1,5%/năm</claim>.",
    "Tỷ lệ tăng từ <claim unit=% direction=None>5 - 6%</claim> lên <claim unit=% direction=increase>8%</claim>.",
    "Giảm mức thuế <claim difference=False>15%</claim> ở bậc hai xuống <claim direction=decrease>10%</claim>.",
    "Luật giảm <claim difference=True>2</claim> chương, <claim direction=decrease difference=True>29</claim> điều.",
    "GDP tăng trưởng <claim difference=True>10%/năm</claim> giai đoạn 2026-2030, "
    "<claim direction=increase difference=True>7,5%/năm</claim> giai đoạn 2031-2050.",
    "Trời tụt xuống <claim direction=decrease difference=False>2 độ C</claim>.",
    "Nơi hụt thu được sử dụng <claim direction=None difference=False>70%</claim> quỹ.",
    "Thu không được vượt quá <claim modifier=at_most topic=budget>95%</claim> giá trị hợp đồng.",
    "Phí là <claim topic=budget>0,1%</claim> của phần giá trị tài sản, trích <claim topic=budget>9%</claim> tiền phạt.",
    "Người suy giảm khả năng lao động <claim topic=other>61%</claim> trở lên được xóa kinh phí.",
    'Thưởng tối thiểu bằng <claim unit="ngày lương" dimension=other modifier=at_least>0,45 ngày lương</claim>.',
    "Văn phòng có <claim unit=tổ topic=organization>7</claim> tổ; trường có <claim topic=other>9</claim> phòng học.",
    'Thêm <claim unit="Phó Thống đốc" topic=staff>1</claim> Phó Thống đốc.',
    "Theo mục 1.2 chương 3, số thứ tự từ 33 đến 36, điểm 8.1 và 8.2 mục II.",
    'Công dân chỉ có <claim value=1 unit="quốc tịch">một</claim> quốc tịch, chỉ có một cách chọn.',
    'Hơn <claim unit="ki ốt">10</claim> ki ốt, <claim unit="cấp độ">4</claim> cấp độ, mô hình 2 cấp.',
    "Có <claim topic=staff>900</claim> công chức thôi việc. Đã nhận tiền <claim topic=staff>700</claim> người; "
    "<claim topic=staff>200</claim> người chờ, <claim topic=other>5</claim> hộ xem.",
    "Kế hoạch 9 năm; bằng <claim topic=budget>53%</claim> kế hoạch năm (<claim status=planned>3 tỷ đồng</claim>).",
    "Thuế tăng <claim dimension=ratio direction=increase difference=False>5 lần</claim>, nâng hạn từ 30 lên 90 ngày.",
    "Rà soát: giảm chi lương là <claim direction=decrease difference=True>9 tỷ đồng</claim>.",
    "Thu <claim direction=increase>9 tỷ đồng</claim> (cả lãi), tăng <claim difference=True>2,8%</claim>.",
    "Vay <claim unit=USD>5 tỷ USD</claim>, mỗi năm trả <claim unit=USD>một vài tỷ</claim>.",
    "Nam giới độ tuổi từ 25 đến 55 ở ngã ba đường, gói thầu 5.10 Nhà ga.",
    "Không đến <claim modifier=under>100%</claim> số giường.",
    # topics
    "Tỉnh bớt <claim topic=organization direction=decrease>347</claim> thôn, giảm thêm "
    "<claim topic=organization direction=decrease>133</claim> thôn.",
    "Tỉnh nhận <claim unit=đơn topic=staff>1.037</claim> đơn xin nghỉ. Khối Đảng "
    "<claim unit=đơn topic=staff>148</claim> đơn.",
    "Mới có <claim dimension=rate topic=staff>1,42 cô/lớp</claim>.",
    "Bộ Công an thụ lý <claim topic=other>118</claim> vụ việc; số vụ vi phạm là <claim topic=other>412</claim>.",
    "Lượng tăng <claim topic=other>17,5%</claim> còn giá trị tăng tới <claim topic=budget>58,6%</claim>.",
    "Giá <claim topic=budget>5.630 USD/tấn</claim>, cao hơn <claim topic=budget direction=increase>35%</claim> so với "
    "mức <claim topic=budget>4.170 USD/tấn</claim>.",
    # directions
    "Đạt <claim direction=increase difference=False>66,8%</claim>, cao hơn cùng kỳ năm 2019 tới "
    "<claim direction=increase difference=True>14,2 điểm phần trăm</claim>.",
    "Xuất khẩu <claim direction=increase>69,4 tỷ USD</claim>, nhiều hơn năm 2024 tới "
    "<claim difference=True>6,9 tỷ USD</claim>.",
    "Được giao <claim direction=decrease>36 tỷ đồng</claim>, thấp hơn năm trước "
    "<claim difference=True>11,25 tỷ đồng</claim>.",
    "Tỷ lệ năm nay sẽ lên <claim direction=increase>52%</claim>, nay đàn bò lên "
    "<claim direction=increase>5</claim> con.",
    "Tai nạn giảm cả <claim direction=None>ba</claim> mặt.",
    "Dịch vụ là khu vực tăng khá (<claim direction=increase difference=True>8,9%</claim>).",
    # status
    "Năm 2025 tỉnh phải giảm thêm <claim status=planned>1.240</claim> biên chế.",
    "Tỷ lệ sẽ lên <claim status=planned>97%</claim>, từ mức <claim status=actual>91,8%</claim> hiện nay.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentence(marked):
    text, marks = read_marked(marked, tags=["claim"])
    claims = extract(text, date="2025-09-12").claims
    assert [(claim.start, claim.end) for claim in claims] == [(mark.start, mark.end) for mark in marks]
    for claim, mark in zip(claims, marks, strict=True):
        found = {name: str(getattr(claim, name)) for name in mark.attributes}
        assert found == mark.attributes
