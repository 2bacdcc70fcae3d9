/** 不予救助告知书. Typst source, read as /refusal-letter.typ; data comes as JSON. */
export const REFUSAL_LETTER_TYP = String.raw`
#import "/paper-page.typ": paper, sans
#let data = json(bytes(sys.inputs.letter))
#show: body => paper(data.page.words, "不予救助告知书", data.page.date, body, size: 13pt,
  margin: (top: 26mm, bottom: 22mm, left: 26mm, right: 24mm))
#set par(leading: 0.85em, spacing: 0.85em, justify: true, first-line-indent: (amount: 2em, all: true))
#align(center, heading(level: 1, outlined: false, text(font: sans, size: 22pt, weight: 700)[不予救助告知书]))
#align(center, text(size: 11pt)[申请编号：#data.number])
#v(4mm)
#par(first-line-indent: 0pt)[#data.name：]

#data.opening

理由如下：

#for (at, reason) in data.reasons.enumerate() { par[#(at + 1)．#reason] }

#data.basis

#data.right

#v(8mm)
#block(breakable: false, width: 100%, align(right)[
  #set par(first-line-indent: 0pt)
  #data.unionName（盖章）#h(2em) \ #data.decidedOn #h(2em)
])
#v(1fr)
#block(breakable: false, width: 100%)[
  #set par(first-line-indent: 0pt)
  #line(length: 100%, stroke: (thickness: 0.6pt, dash: "dashed"))
  #align(center, text(font: sans, weight: 700)[送达回执])
  已收到申请编号 #data.number 的《不予救助告知书》。

  #grid(columns: (1fr, 1fr), row-gutter: 4mm,
    [签收人：], [签收日期：#h(3em)年#h(2em)月#h(2em)日],
    [与申请人关系：], [送达人：])
  #v(4mm)
]
`;
