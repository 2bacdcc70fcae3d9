/** 救助审批表, a page each. Typst source, read as /approval-form.typ; data comes as JSON. */
export const APPROVAL_FORM_TYP = String.raw`
#import "/paper-page.typ": fit, label-fill, paper, rule, sans
#let data = json(bytes(sys.inputs.forms))
#let label(body) = text(font: sans, size: 9.5pt, body)
// A long name takes smaller type rather than more lines.
#let value(words) = {
  let count = words.clusters().len()
  text(size: if count > 44 { 6pt } else if count > 26 { 7.5pt } else if count > 18 { 9pt } else { 10.5pt }, words)
}
#let columns = (24mm, 1fr, 24mm, 1fr, 28mm)

#let photo = table.cell(rowspan: 5, align: center + horizon, text(size: 9pt, fill: rgb("#5b6673"))[照片 \ （一寸）])

// One who said something: words, amount, name, day; blank where nobody said anything yet.
#let opinion(said, title: none, height: 27mm) = block(width: 100%, height: height, {
  let head = if title == none { 0mm } else { 6mm }
  if title != none { block(height: head, below: 0pt, label(title)) }
  block(width: 100%, height: height - 12mm - head, above: 0pt, fit(height - 12mm - head, said.opinion))
  place(bottom, block(width: 100%, {
    set text(size: 9.5pt)
    if said.amount != "" { block(below: 1.8mm)[金额：#said.amount] }
    grid(columns: (1fr, auto, auto), column-gutter: 2mm, [签名：#said.name], said.date, [（盖章）])
  }))
})

#let pairs(rows) = rows.map(((a, x, b, y)) => (label(a), value(x), label(b), table.cell(colspan: 2, value(y)))).flatten()

#let form(one) = {
  grid(columns: (20mm, 1fr, 20mm), align: (left, center + horizon, right + top),
    [], {
      heading(level: 1, outlined: true, text(font: sans, size: 18pt, weight: 700)[困难职工救助审批表])
      v(1mm)
      text(size: 9.5pt)[申请编号：#one.number #h(5mm) 申请日期：#one.appliedOn #h(5mm) 状态：#one.state]
    },
    image(bytes(one.qr), format: "svg", width: 17mm, alt: "申请编号" + one.number + "的二维码"))
  v(1mm)
  set par(leading: 0.45em, spacing: 0.45em)
  table(
    columns: columns, stroke: rule, inset: (x: 4pt, y: 5.6pt),
    align: (x, y) => if x == 0 or (x == 2 and y < 10) { center + horizon } else if y > 11 and y < 15 { left + top } else { left + horizon },
    fill: (x, y) => if x == 0 or (x == 2 and y < 10) { label-fill },
    ..one.person.enumerate().map(((at, row)) => {
      let (a, x, b, y) = row
      (label(a), value(x), label(b), value(y)) + if at == 0 { (photo,) } else { () }
    }).flatten(),
    ..pairs(one.family),
    ..pairs(one.wish),
    label("申请理由"), table.cell(colspan: 4, block(height: 22mm, width: 100%, fit(22mm, one.story))),
    label("核对结果"), table.cell(colspan: 4, block(height: 17mm, width: 100%, fit(17mm, one.judgement))),
    label[基层工会 \ 意　　见], table.cell(colspan: 4, opinion(one.grassroots)),
    label[镇街（系统） \ 工会意见], table.cell(colspan: 4, opinion(one.town)),
    label[区总工会 \ 意　　见], table.cell(colspan: 2, opinion(one.district, title: "初审", height: 36mm)),
      table.cell(colspan: 2, opinion(one.approval, title: "审批", height: 36mm)),
    label("批准金额"), table.cell(colspan: 4)[#one.amount #h(6mm) #one.capital],
  )
  if one.remark != "" { text(size: 8.5pt, one.remark) }
}

#show: body => paper(data.page.words, "困难职工救助审批表", data.page.date, body)
#data.forms.map(form).join(pagebreak())
`;
