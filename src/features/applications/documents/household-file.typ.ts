/** 一户一档: contents, versions, events, applications, list of papers, papers. Typst source, read as /household-file.typ. */
export const HOUSEHOLD_FILE_TYP = String.raw`
#import "/paper-page.typ": label-fill, paper, sans
#let data = json(bytes(sys.inputs.file))
#let thin = 0.5pt + rgb("#9aa5b1")
#let small(body) = text(size: 8.5pt, body)

#show: body => paper(data.page.words, data.title, data.page.date, body, size: 10pt,
  margin: (top: 16mm, bottom: 16mm, left: 20mm, right: 16mm))
#set par(leading: 0.55em, spacing: 0.7em)
#set heading(numbering: none)
#show heading: it => block(above: 1.2em, below: 0.7em, sticky: true,
  text(font: sans, weight: 700, size: (15pt, 12pt, 10.5pt).at(it.level - 1), it.body))

#let pairs(rows) = block(breakable: rows.len() > 40, table(columns: (26mm, 1fr, 26mm, 1fr), stroke: thin, inset: (x: 4pt, y: 4pt),
  fill: (x, y) => if calc.even(x) { label-fill }, align: left + horizon,
  ..rows.map(((label, value)) => (small(label), value)).flatten(),
  ..if calc.odd(rows.len()) { ([], []) } else { () }))

#let listing(columns, heads, rows, align: left + horizon) = if rows.len() == 0 [（无）] else {
  table(columns: columns, stroke: thin, inset: (x: 3.5pt, y: 4pt), align: align,
    fill: (x, y) => if y == 0 { label-fill },
    table.header(repeat: true, ..heads.map(head => small(text(font: sans, head)))), ..rows.flatten())
}

// In lines of equal length. A zero-width space would do as well, but some readers then lose digits.
#let digest(hex) = text(size: 7.5pt, hex.clusters().chunks(22).map(part => part.join()).join(linebreak()))

#align(center, {
  v(10mm)
  text(font: sans, size: 24pt, weight: 700)[困难职工家庭档案]
  v(2mm)
  text(size: 13pt)[（一户一档）]
})
#v(6mm)
#pairs(data.cover)
#v(4mm)
#align(center, text(font: sans, size: 15pt, weight: 700)[目　录])
#outline(title: none, depth: 2, indent: 2em)
#v(2mm)
#small[用途：#data.purpose。证件号、手机、银行卡号、住址、病种已脱敏；附件按原件打印。]

#pagebreak()
= 一、登记表
#if data.versions.len() > 1 [#small[新版在前；加粗并标▲的是与上一版不同的内容。未填写的项目从略。]] else [#small[未填写的项目从略。]]
#for version in data.versions [
  == #version.title
  #pairs(version.facts)
  #for gone in version.gone [#small[▲ #gone] \ ]
  #for part in version.parts [
    === #part.title
    #pairs(part.rows.map(((label, value, changed)) => (label, if changed { strong[▲ #value] } else { value })))
  ]
]

#pagebreak(weak: true)
= 二、档案经过
#listing((20mm, 22mm, 1fr, 30mm, 26mm), ("日期", "事项", "事由", "文号或依据", "经办"), data.events)

= 三、救助申请
#if data.cases.len() == 0 [（没有提交过申请）]
#for case in data.cases [
  == #case.title
  #pairs(case.facts)
  #for line in case.lines [#line \ ]
  === 办理过程
  #listing((20mm, 22mm, 34mm, 1fr, 22mm), ("日期", "事项", "办理人", "意见", "金额（元）"), case.steps)
]

#pagebreak(weak: true)
= 四、材料清单
#small[校验值为原件的SHA-256摘要，可用来核对文件未被改动。]
#listing((9mm, 1fr, 28mm, 16mm, 22mm, 44mm), ("序号", "文件", "归属", "大小", "是否附后", "校验值"),
  data.files.map(file => (str(file.number), file.name, file.of, file.size, file.appended, digest(file.digest))))

#for sheet in data.sheets {
  pagebreak(weak: true)
  if sheet.heading != "" [== #sheet.heading] else { small(sheet.label) ; v(1mm) }
  let options = (width: 100%, height: 100%, fit: "contain", alt: sheet.label)
  block(width: 100%, height: 1fr, align(center + horizon,
    if sheet.page == none { image(sheet.path, ..options) } else { image(sheet.path, page: sheet.page, ..options) }))
}
`;
