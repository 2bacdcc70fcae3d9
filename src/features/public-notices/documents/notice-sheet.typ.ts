/** The sheet on the wall. Typst source, read as /notice-sheet.typ; data comes as JSON. */
export const NOTICE_SHEET_TYP = String.raw`
#let data = json(bytes(sys.inputs.sheet))
#let serif = "Noto Serif SC"
#let sans = "Noto Sans SC"
#set document(title: data.title, author: data.unionName,
  date: datetime(year: data.date.at(0), month: data.date.at(1), day: data.date.at(2)))
#set page(paper: "a4", margin: (top: 30mm, bottom: 26mm, left: 26mm, right: 24mm),
  footer: context align(center, text(font: serif, size: 10pt)[第 #counter(page).display() 页 共 #counter(page).final().first() 页]))
#set text(font: serif, size: 14pt, lang: "zh", region: "cn")
#set par(leading: 0.9em, spacing: 0.9em, justify: true, first-line-indent: (amount: 2em, all: true))
#align(center, heading(level: 1, outlined: false, text(font: sans, size: 22pt, weight: 700, data.title)))
#v(6mm)

#data.unionName;对下列职工的救助申请进行了审核，现予公示，接受群众监督。公示期自#data.startsOn;至#data.endsOn;，共#data.workingDays;个工作日（张贴当日不计）。

#v(2mm)
#{
  set par(first-line-indent: 0pt, justify: false, leading: 0.5em)
  set text(size: 12pt)
  table(
    columns: (1.3fr, 2.2fr, 5fr, 2.4fr, 2.4fr), inset: (x: 5pt, y: 7pt),
    align: (x, y) => if y == 0 { center + horizon } else { (center, center, left, center, right).at(x) + horizon },
    stroke: 0.6pt + rgb("#3c4a5a"), fill: (x, y) => if y == 0 { rgb("#eef1f5") },
    table.header(repeat: true, ..("序号", "姓名", "工作单位", "救助类型", "金额（元）").map(title => text(font: sans, weight: 700, title))),
    ..data.rows.flatten(),
    table.cell(colspan: 4, align: center + horizon)[合　计（#data.rows.len() 人次）], data.total,
  )
}
#v(2mm)

如对以上人员有异议，请在公示期内向本会反映，本会将核实并答复，对反映人的信息予以保密。

#block(breakable: false, width: 100%)[
  #set par(first-line-indent: 0pt)
  联系人：#data.contact \
  监督电话：#data.complaintPhone \
  张贴地点：#data.place
  #v(8mm)
  #align(right)[#data.unionName（盖章）#h(2em) \ #data.startsOn #h(2em)]
]
`;
