/** 救助名册, A4 across. Typst source, read as /roster.typ; data comes as JSON. */
export const ROSTER_TYP = String.raw`
#import "/paper-page.typ": label-fill, paper, rule, sans
#let data = json(bytes(sys.inputs.roster))
#let heads = ("序号", "姓名", "性别", "身份证号", "单位", "镇街", "救助类型", "类别", "金额（元）", "申请日期", "审批日期", "状态")
#let sides = (center, center, center, center, left, left, center, center, right, center, center, center)

#show: body => paper(data.page.words, "困难职工救助名册", data.page.date, body, flipped: true, size: 9.5pt,
  margin: (top: 14mm, bottom: 15mm, x: 14mm))
#set par(leading: 0.45em)
#align(center, heading(level: 1, outlined: false, text(font: sans, size: 18pt, weight: 700)[困难职工救助名册]))
#v(1mm)
#text(size: 9.5pt)[条件：#data.filter#h(1fr)共 #data.rows.len() 份申请，批准金额合计 #data.total 元]
#v(1mm)
#table(
  columns: (10mm, 22mm, 10mm, 37mm, 1.4fr, 1fr, 18mm, 12mm, 22mm, 22mm, 22mm, 18mm),
  stroke: 0.5pt + rgb("#9aa5b1"), inset: (x: 3pt, y: 4pt),
  align: (x, y) => if y == 0 { center + horizon } else { sides.at(x) + horizon },
  fill: (x, y) => if y == 0 { label-fill },
  table.header(repeat: true, ..heads.map(head => text(font: sans, weight: 700, head))),
  ..data.rows.flatten(),
)
#text(size: 9pt)[用途：#data.purpose]
`;
